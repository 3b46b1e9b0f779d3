// Keeps what was understood: under a name, as a new framework or as a new version of one's own, in use or not.
import { type FormEvent, useId, useState } from 'react'
import type { Loss } from '../../core/importing/import-source.ts'
import { placeInWords } from '../../core/importing/import-words.ts'
import type { ListedFramework, SentImport } from '../framework/api-frameworks.ts'
import { frameworkIdFor } from '../framework/framework-id.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { bringWords } from '../words/bring.ts'
import { type Kept, useKeepImport } from './use-bring.ts'

const NEW = ''

export function KeepImport(props: {
  sent: SentImport
  frameworks: readonly ListedFramework[]
  isBusy: boolean
  onKept: (kept: Kept) => void
}) {
  const { sent, frameworks, isBusy, onKept } = props
  const nameField = useId()
  const asField = useId()
  const keep = useKeepImport(sent.token)
  const read = sent.reading.framework
  const own = frameworks.filter((one) => one.kind === 'own')
  const [typed, setTyped] = useState<string | null>(null)
  const [as, setAs] = useState(NEW)
  if (read === null) return null
  const name = typed ?? own.find((one) => one.id === as)?.name ?? read.name
  const submit = (use: boolean) => {
    const taken = frameworks.map((one) => one.id)
    const id = as !== NEW ? as : typed === null ? sent.suggestedId : frameworkIdFor(name, taken)
    keep.mutate({ id, name: name.trim(), newVersion: as !== NEW, use }, { onSuccess: onKept })
  }
  const isOff = keep.isPending || isBusy || name.trim() === ''
  return (
    <form
      className="section stack"
      aria-labelledby="bring-keep"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit(true)
      }}
    >
      <h2 id="bring-keep">{bringWords.keep}</h2>
      <div className="field">
        <label htmlFor={nameField}>{bringWords.name}</label>
        <input
          id={nameField}
          className="input"
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {own.length > 0 ? (
        <div className="field">
          <label htmlFor={asField}>{bringWords.as}</label>
          <select id={asField} className="select" value={as} onChange={(event) => setAs(event.target.value)}>
            <option value={NEW}>{bringWords.asNew}</option>
            {own.map((one) => (
              <option key={one.id} value={one.id}>
                {bringWords.asVersion(one.name)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <LostAsVersion
        name={own.find((one) => one.id === as)?.name ?? ''}
        losses={sent.asVersion.find((one) => one.id === as)?.losses ?? []}
      />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={isOff}>
          {keep.isPending ? bringWords.using : bringWords.use}
        </button>
        <button type="button" className="button" disabled={isOff} onClick={() => submit(false)}>
          {bringWords.keepOnly}
        </button>
      </div>
      <ProblemLine error={keep.error} />
    </form>
  )
}

/** What else lies in the folder stays; this cannot. */
function LostAsVersion({ name, losses }: { name: string; losses: readonly Loss[] }) {
  if (losses.length === 0) return null
  return (
    <div className="notice" role="status">
      <p>{bringWords.lostAsVersion(name)}</p>
      <ul className="marked-list">
        {losses.map(({ place, what, why }) => (
          <li key={`${place.path} ${what}`}>
            <strong>{placeInWords(place)}</strong>: {what}. <span className="quiet">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
