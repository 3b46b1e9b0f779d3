// One's ways in: passkeys, which can be named and removed, and identities at the provider.

import { type FormEvent, useId, useState } from 'react'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { accountWords } from '../words/account.ts'
import { browserName } from '../words/browser-name.ts'
import { dateWords } from '../words/date.ts'
import { type Account, addPasskey, beginAddingIdentity, namePasskey, removeWayIn } from './api-account.ts'
import { hasPasskeys } from './passkey.ts'
import { useAccountChange } from './use-account-change.ts'

export function AccountWays({ account }: { account: Account }) {
  const { passkeys, identities, ways } = account
  const remove = useAccountChange(({ kind, id }: { kind: 'passkeys' | 'identities'; id: string }) =>
    removeWayIn(kind, id),
  )
  const name = useAccountChange((asked: { id: string; name: string }) => namePasskey(asked.id, asked.name))
  return (
    <section className="section" aria-labelledby="account-ways">
      <div className="stack-s">
        <h2 id="account-ways">
          {accountWords.ways} <WhoCanSee of="passkey" />
        </h2>
        <p className="quiet">{accountWords.waysAbout}</p>
      </div>
      <ul className="account-list">
        {identities.map((one) => (
          <li key={one.id}>
            <What name={accountWords.identity(one.provider, one.issuer)} used={one} />
            <Remove
              name={accountWords.identity(one.provider, one.issuer)}
              onRemove={() => remove.mutate({ kind: 'identities', id: one.id })}
            />
          </li>
        ))}
        {passkeys.map((one) => (
          <li key={one.id}>
            <What name={`${accountWords.passkey}: ${one.name}`} used={one} />
            <span className="actions">
              <Rename name={one.name} onRename={(wanted) => name.mutate({ id: one.id, name: wanted })} />
              <Remove name={one.name} onRemove={() => remove.mutate({ kind: 'passkeys', id: one.id })} />
            </span>
          </li>
        ))}
      </ul>
      <Reading>{remove.isSuccess ? accountWords.removed : ''}</Reading>
      <ProblemLine error={remove.error ?? name.error} />
      {ways.passkeys && hasPasskeys() ? <AddPasskey /> : null}
      {ways.provider !== null && identities.every((one) => one.provider === null) ? (
        <AddIdentity provider={ways.provider} />
      ) : null}
    </section>
  )
}

function What({ name, used }: { name: string; used: { createdAt: string; lastUsedAt: string | null } }) {
  const last = used.lastUsedAt === null ? null : dateWords.minute(used.lastUsedAt)
  return (
    <span className="account-what">
      <span>{name}</span>
      <span className="small quiet">{accountWords.used(dateWords.day(used.createdAt), last)}</span>
    </span>
  )
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className="button"
      data-look="plain"
      aria-label={accountWords.removeNamed(name)}
      onClick={onRemove}
    >
      {accountWords.remove}
    </button>
  )
}

function Rename({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [wanted, setWanted] = useState<string | null>(null)
  if (wanted === null)
    return (
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={accountWords.renameNamed(name)}
        onClick={() => setWanted(name)}
      >
        {accountWords.rename}
      </button>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onRename(wanted)
    setWanted(null)
  }
  return (
    <form className="actions" onSubmit={submit}>
      <input
        className="input"
        aria-label={accountWords.nameOf}
        required
        maxLength={100}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <button type="submit" className="button">
        {accountWords.save}
      </button>
      <button type="button" className="button" data-look="plain" onClick={() => setWanted(null)}>
        {accountWords.cancel}
      </button>
    </form>
  )
}

function AddPasskey() {
  const id = useId()
  const [name, setName] = useState(() => browserName(navigator.userAgent))
  const add = useAccountChange(addPasskey)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(name)
  }
  return (
    <form className="stack-s account-add" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{accountWords.nameOf}</label>
        <input
          id={id}
          className="input"
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="button" disabled={add.isPending}>
        {accountWords.add}
      </button>
      <Reading>{add.isSuccess ? accountWords.added : ''}</Reading>
      <ProblemLine error={add.error} />
    </form>
  )
}

function AddIdentity({ provider }: { provider: string }) {
  const add = useAccountChange(async () => {
    const begun = await beginAddingIdentity()
    if (begun.ok) location.assign(begun.value)
    return begun
  })
  return (
    <p>
      <button type="button" className="button" disabled={add.isPending} onClick={() => add.mutate(undefined)}>
        {accountWords.addIdentity(provider)}
      </button>
      <ProblemLine error={add.error} />
    </p>
  )
}
