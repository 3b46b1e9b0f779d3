// One's own things as somebody else of the organisation reads them: whoever is chosen stands in the address.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ADMIN_SCOPES, type AdminScope } from '../../core/access/viewer.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { useSession } from '../data/use-session.ts'
import { MemberChoice } from '../organisation/member-choice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Missing } from '../parts/trouble.tsx'
import { asSeenByWords as words } from '../words/as-seen-by.ts'
import { shellWords } from '../words/shell.ts'
import { teamWords } from '../words/team.ts'
import { readAsSeenBy } from './api-who-sees.ts'
import { AsSeenByProfile } from './as-seen-by-profile.tsx'
import './as-seen-by.css'

const ANYBODY = 'anybody'
const isScope = (who: string): who is AdminScope => (ADMIN_SCOPES as readonly string[]).includes(who)

export function AsSeenByPage() {
  const session = useSession()
  const { who = ANYBODY } = useSearch({ from: '/as-seen-by' })
  const navigate = useNavigate()
  if (session === undefined) return null
  if (session.kind !== 'team') return <Missing />
  const choose = (next: string) => void navigate({ to: '/as-seen-by', search: { who: next }, replace: true })
  return (
    <div className="as-seen-by">
      <PageHead title={words.title} eyebrow={<Link to="/organisation">{teamWords.organisationPage}</Link>}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">{words.onlyMine}</p>
      </PageHead>
      <div className="as-seen-by-choice no-print">
        <MemberChoice
          label={words.choose}
          none={words.notChosen}
          value={who === ANYBODY || isScope(who) ? null : who}
          except={session.personId}
          onChange={(id) => choose(id ?? ANYBODY)}
        />
        <label className="field">
          <span className="field-label">{words.or}</span>
          <select
            className="select"
            value={who === ANYBODY || isScope(who) ? who : ''}
            onChange={(event) => choose(event.target.value || ANYBODY)}
          >
            {who === ANYBODY || isScope(who) ? null : <option value="">–</option>}
            <option value={ANYBODY}>{capitalise(words.anybody)}</option>
            {ADMIN_SCOPES.map((scope) => (
              <option key={scope} value={scope}>
                {capitalise(words.admins[scope])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Seen who={who} />
    </div>
  )
}

function Seen({ who }: { who: string }) {
  const { data: outcome, error } = useQuery({
    queryKey: ['as-seen-by', who],
    queryFn: () => readAsSeenBy(who),
  })
  if (error !== null) return <ProblemLine error={error} />
  if (outcome === undefined) return <p role="status">{shellWords.waiting}</p>
  if (!outcome.ok) return <p role="status">{outcome.failure.detail ?? words.missing}</p>
  const { name } = outcome.value
  const called = name ?? (isScope(who) ? words.admins[who] : words.anybody)
  return (
    <div aria-live="polite">
      <AsSeenByProfile seen={outcome.value} called={called} />
      {name === null ? null : <p className="small quiet section">{words.grants}</p>}
      {who === 'backups' ? <p className="small quiet section">{words.backups}</p> : null}
    </div>
  )
}
