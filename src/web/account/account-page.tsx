// One's own account in an organisation: where one is signed in, how one gets in, and what happened to both.
import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiError } from '../api.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Waiting } from '../parts/shell.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { accountWords } from '../words/account.ts'
import { dateWords } from '../words/date.ts'
import { AccountSessions } from './account-sessions.tsx'
import { AccountWays } from './account-ways.tsx'
import { type Account, readAccount, signOut } from './api-account.ts'
import { keepProviderGoodbye } from './provider-goodbye.ts'
import './account.css'

export function AccountPage() {
  const account = useQuery({ queryKey: ['account'], queryFn: readAccount })
  return (
    <div className="account">
      <PageHead title={accountWords.title}>
        <p className="lead">{accountWords.about}</p>
        <SignOut />
      </PageHead>
      <ProblemLine error={account.error} />
      {account.data === undefined ? <Waiting /> : <Loaded account={account.data} />}
    </div>
  )
}

function Loaded({ account }: { account: Account }) {
  const open = account.openInvitation
  return (
    <>
      {open === null ? null : (
        <p className="notice">{accountWords.openInvitation(open.by, dateWords.minute(open.invitedAt))}</p>
      )}
      <AccountSessions sessions={account.sessions} />
      <AccountWays account={account} />
      <section className="section stack-s" aria-labelledby="account-happened">
        <h2 id="account-happened">
          {accountWords.happened} <WhoCanSee of="account" />
        </h2>
        {account.events.length === 0 ? <p>{accountWords.nothing}</p> : null}
        <ul className="account-events">
          {account.events.map(({ kind, at, by }) => (
            <li key={`${at} ${kind}`}>
              <span className="small quiet">{dateWords.minute(at)}</span>
              <span>{accountWords.event(kind, by)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function SignOut() {
  const leave = useMutation({
    mutationFn: async () => {
      const left = await signOut()
      if (!left.ok) throw new ApiError(left.failure)
      keepProviderGoodbye(left.value.providerUrl)
      location.assign('/signed-out')
    },
  })
  return (
    <>
      <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {accountWords.signOut}
      </button>
      <ProblemLine error={leave.error} />
    </>
  )
}
