// Joining by the link of an invitation: who is invited to what, and the first way in.
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Result } from '../../core/result.ts'
import { type Invited, joinByPasskey, readInvited } from '../account/api-sign-in.ts'
import { hasPasskeys } from '../account/passkey.ts'
import type { Problem } from '../api.ts'
import { browserName } from '../words/browser-name.ts'
import { dateWords } from '../words/date.ts'
import { joinWords, signInWords } from '../words/sign-in.ts'
import { explainProblem, troubleWords } from '../words/trouble.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryState } from './entry-state.tsx'
import { useEntry } from './use-entry.ts'

export function JoinPage({ token }: { token: string }) {
  const [looked, setLooked] = useState<Result<Invited, Problem> | null>(null)
  useEffect(() => {
    void readInvited(token).then(setLooked)
  }, [token])
  if (looked === null) return <EntryFrame title={joinWords.waiting}>{null}</EntryFrame>
  if (!looked.ok) return <NotRead problem={looked.failure} />
  return <Welcome token={token} invited={looked.value} />
}

const TOO_MANY = 429

/** Only an answer says that the link is gone; while there is none, it may be as good as it was. */
function NotRead({ problem }: { problem: Problem }) {
  const isGone = problem.status >= 400 && problem.status < 500 && problem.status !== TOO_MANY
  return (
    <EntryFrame title={isGone ? joinWords.goneTitle : troubleWords.title}>
      <p>{explainProblem(problem)}</p>
      {isGone ? (
        <p>
          <a href="/sign-in">{signInWords.title}</a>
        </p>
      ) : (
        <div className="entry-ways">
          <button type="button" className="button" data-look="main" onClick={() => location.reload()}>
            {troubleWords.again}
          </button>
        </div>
      )}
    </EntryFrame>
  )
}

function Welcome({ token, invited }: { token: string; invited: Invited }) {
  const entry = useEntry()
  const { passkeys, provider } = invited.ways
  return (
    <EntryFrame title={joinWords.welcome(invited.displayName)}>
      <div className="stack-s">
        <p className="lead">{joinWords.invited(invited.organisation)}</p>
        <p className="small quiet">
          {joinWords.until(dateWords.minute(invited.expiresAt))} {joinWords.notYou}
        </p>
      </div>
      {provider === null ? null : (
        <div className="entry-ways">
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={entry.state !== ''}
            onClick={() => entry.byProvider({ to: '/', invitation: token })}
          >
            {joinWords.provider(provider)}
          </button>
        </div>
      )}
      {passkeys ? <MakePasskey token={token} entry={entry} isMain={provider === null} /> : null}
      <EntryState entry={entry} />
    </EntryFrame>
  )
}

function MakePasskey(props: { token: string; entry: ReturnType<typeof useEntry>; isMain: boolean }) {
  const { token, entry, isMain } = props
  const id = useId()
  const [name, setName] = useState(() => browserName(navigator.userAgent))
  if (!hasPasskeys()) return <p>{signInWords.noPasskeys}</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entry.byPasskey(
      () => joinByPasskey(token, name),
      () => location.assign('/'),
    )
  }
  return (
    <form className="entry-form entry-below" onSubmit={submit}>
      <div className="stack-s">
        {isMain ? null : <h2>{joinWords.or}</h2>}
        <p>{joinWords.what}</p>
      </div>
      <div className="field">
        <label htmlFor={id}>{joinWords.nameLabel}</label>
        <input
          id={id}
          className="input"
          required
          maxLength={100}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-hint`} className="field-hint">
          {joinWords.nameHint}
        </p>
      </div>
      <div className="entry-ways">
        <button
          type="submit"
          className="button"
          data-look={isMain ? 'main' : undefined}
          disabled={entry.state !== ''}
        >
          {joinWords.make}
        </button>
      </div>
    </form>
  )
}
