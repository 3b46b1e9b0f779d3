// Who administers what, and which directories keep the list of people.

import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { ADMIN_SCOPES, type AdminScope } from '../../core/access/viewer.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords, scopeWords, accessWords as words } from '../words/organisation.ts'
import { endGrant, type GrantEntry, giveGrant } from './api-people-admin.ts'
import { DirectoryTokens } from './directory-tokens.tsx'
import { KeepersOnly } from './keepers-only.tsx'
import { MemberChoice } from './member-choice.tsx'
import { OrganisationLink } from './organisation-link.tsx'
import { grantsQuery, useOrganisationChange } from './organisation-queries.ts'
import './organisation.css'

export function OrganisationAccessPage() {
  return (
    <KeepersOnly>
      <div className="organisation">
        <PageHead title={organisationWords.access} eyebrow={<OrganisationLink />}>
          <p className="quiet">{organisationWords.keepersNote}</p>
        </PageHead>
        <Grants />
        <DirectoryTokens />
      </div>
    </KeepersOnly>
  )
}

function Grants() {
  const grants = useSuspenseQuery(grantsQuery).data
  const end = useOrganisationChange(({ id, isOwn }: { id: string; isOwn: boolean }) => endGrant(id, isOwn))
  return (
    <section className="section">
      <h2>{words.grants}</h2>
      <p>
        {words.grantsHelp} <WhoCanSee of="adminGrant" shared />
      </p>
      {ADMIN_SCOPES.map((scope) => (
        <div key={scope} className="organisation-scope">
          <h3>{scopeWords[scope].name}</h3>
          <p className="small quiet">{scopeWords[scope].means}</p>
          <ul className="organisation-list">
            {grants
              .filter((grant) => grant.scope === scope)
              .map((grant) => (
                <Grant key={grant.id} grant={grant} isBusy={end.isPending} onEnd={end.mutate} />
              ))}
          </ul>
        </div>
      ))}
      <ProblemLine error={end.error} />
      <Give />
    </section>
  )
}

function Grant(props: {
  grant: GrantEntry
  isBusy: boolean
  onEnd: (ended: { id: string; isOwn: boolean }) => void
}) {
  const { grant, isBusy, onEnd } = props
  const isOwn = useSession()?.personId === grant.personId
  const [isAsking, setAsking] = useState(false)
  const scope = scopeWords[grant.scope].name
  return (
    <li>
      <span>
        {grant.displayName}{' '}
        <span className="small quiet">{words.since(dateWords.day(grant.grantedAt), grant.grantedBy)}</span>
      </span>
      {isAsking ? (
        <div className="stack" role="alert">
          <p>{words.endOwn(scope)}</p>
          <div className="actions">
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => {
                setAsking(false)
                onEnd({ id: grant.id, isOwn })
              }}
            >
              {words.endOwnDo}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {words.keep}
            </button>
          </div>
        </div>
      ) : (
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-label={words.endOf(scope, grant.displayName)}
          disabled={isBusy}
          onClick={() => (isOwn ? setAsking(true) : onEnd({ id: grant.id, isOwn }))}
        >
          {words.end}
        </button>
      )}
    </li>
  )
}

function Give() {
  const id = useId()
  const [personId, setPerson] = useState<string | null>(null)
  const [scope, setScope] = useState<AdminScope>('people')
  const give = useOrganisationChange(giveGrant)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (personId !== null) give.mutate({ personId, scope })
  }
  return (
    <>
      <h3>{words.give}</h3>
      <form className="organisation-form" onSubmit={submit}>
        <MemberChoice label={words.person} none={words.choose} value={personId} onChange={setPerson} />
        <div className="field">
          <label htmlFor={id}>{words.scope}</label>
          <select
            id={id}
            className="select"
            value={scope}
            onChange={(event) => setScope(event.target.value as AdminScope)}
          >
            {ADMIN_SCOPES.map((one) => (
              <option key={one} value={one}>
                {scopeWords[one].name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button" disabled={give.isPending || personId === null}>
          {words.giveDo}
        </button>
      </form>
      <ProblemLine error={give.error} />
    </>
  )
}
