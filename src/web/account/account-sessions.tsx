// The browsers in which one is signed in, each of which can be ended.

import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { accountWords } from '../words/account.ts'
import { browserName } from '../words/browser-name.ts'
import { dateWords } from '../words/date.ts'
import { type BrowserSession, endOtherSessions, endSession } from './api-account.ts'
import { useAccountChange } from './use-account-change.ts'

export function AccountSessions({ sessions }: { sessions: readonly BrowserSession[] }) {
  const end = useAccountChange(endSession)
  const endOthers = useAccountChange(() => endOtherSessions())
  return (
    <section className="section" aria-labelledby="account-sessions">
      <h2 id="account-sessions">
        {accountWords.sessions} <WhoCanSee of="session" />
      </h2>
      <ul className="account-list">
        {sessions.map(({ id, browser, createdAt, lastSeenAt, isThis }) => (
          <li key={id}>
            <span className="account-what">
              <span>
                {browserName(browser)}
                {isThis ? <span className="quiet">, {accountWords.thisBrowser}</span> : null}
              </span>
              <span className="small quiet">
                {accountWords.seen(dateWords.minute(createdAt), dateWords.minute(lastSeenAt))}
              </span>
            </span>
            {isThis ? null : (
              <button
                type="button"
                className="button"
                aria-label={accountWords.endNamed(browserName(browser))}
                disabled={end.isPending}
                onClick={() => end.mutate(id)}
              >
                {accountWords.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 ? (
        <button
          type="button"
          className="button"
          disabled={endOthers.isPending}
          onClick={() => endOthers.mutate(undefined)}
        >
          {accountWords.endOthers}
        </button>
      ) : null}
      <Reading>{end.isSuccess || endOthers.isSuccess ? accountWords.ended : ''}</Reading>
      <ProblemLine error={end.error ?? endOthers.error} />
    </section>
  )
}
