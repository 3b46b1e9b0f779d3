// Signing in: by a passkey or at the provider, with why it did not work the last time.
import { useEffect, useState } from 'react'
import { ownPath } from '../../core/account/own-path.ts'
import { readWaysIn, signInByPasskey, type WaysIn } from '../account/api-sign-in.ts'
import { hasPasskeys } from '../account/passkey.ts'
import { signInProblems, signInWords } from '../words/sign-in.ts'
import { troubleWords } from '../words/trouble.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryState } from './entry-state.tsx'
import { useEntry } from './use-entry.ts'

/** These may be read by somebody who is in, and wanted to prove or to add something. */
const WHILE_SIGNED_IN = new Set(['denied', 'not-begun', 'provider', 'not-fresh', 'taken', 'other-person'])

interface Props {
  /** Where to go afterwards. */
  to: string
  /** Why the last try did not work: a word of ours from the address. */
  problem: string | null
  /** Shown in place of the page that was asked for. */
  isInPlace: boolean
}

export function SignInPage({ to, problem, isInPlace }: Props) {
  const [ways, setWays] = useState<(WaysIn & { help: string | null }) | 'failed' | null>(null)
  useEffect(() => {
    readWaysIn().then(setWays, () => setWays('failed'))
  }, [])
  const said = problem === null ? undefined : signInProblems[problem]
  const title = said === undefined ? signInWords.title : titleOf(problem)
  return (
    <EntryFrame title={title}>
      {said === undefined ? null : <p className="entry-problem">{said}</p>}
      {ways === 'failed' ? <p role="alert">{troubleWords.fallback}</p> : null}
      {ways === null || ways === 'failed' ? null : <Ways ways={ways} to={to} isInPlace={isInPlace} />}
      {problem !== null && WHILE_SIGNED_IN.has(problem) ? <a href="/">{signInWords.toStart}</a> : null}
    </EntryFrame>
  )
}

function titleOf(problem: string | null): string {
  return problem === 'unknown' ? signInWords.unknownTitle : signInWords.problemTitle
}

function Ways(props: { ways: WaysIn & { help: string | null }; to: string; isInPlace: boolean }) {
  const { ways, to, isInPlace } = props
  const { provider } = ways
  const entry = useEntry()
  const goOn = () => (isInPlace ? location.reload() : location.assign(ownPath(to)))
  const canPasskey = ways.passkeys && hasPasskeys()
  return (
    <>
      <div className="entry-ways">
        {provider === null ? null : (
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={entry.state !== ''}
            onClick={() => entry.byProvider({ to })}
          >
            {signInWords.provider(provider)}
          </button>
        )}
        {canPasskey ? (
          <button
            type="button"
            className="button"
            data-look={provider === null ? 'main' : undefined}
            disabled={entry.state !== ''}
            onClick={() => entry.byPasskey(signInByPasskey, goOn)}
          >
            {signInWords.passkey}
          </button>
        ) : null}
        {ways.passkeys && !canPasskey ? <p>{signInWords.noPasskeys}</p> : null}
        <EntryState entry={entry} />
      </div>
      <p className="entry-below small quiet">{signInWords.help(ways.help)}</p>
    </>
  )
}
