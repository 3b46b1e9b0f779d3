// With whom a manager can prepare a talk: whoever reports to them today, by name.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFramework } from '../data/use-framework.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { preparationsQuery } from '../team-map/use-team-map.ts'
import { roleName } from '../words/names.ts'
import { organisationWords } from '../words/organisation.ts'
import { preparationWords as words } from '../words/preparation.ts'
import '../organisation/organisation.css'

export function PreparationsPage() {
  const people = useSuspenseQuery(preparationsQuery).data
  const framework = useFramework()
  const views = useSession()?.views ?? []
  if (people === null)
    return (
      <PageHead title={words.index}>
        <p className="lead">{words.off}</p>
        <p className="quiet">{words.offWhy}</p>
        <p>
          <Link to="/organisation/views">{organisationWords.toViews}</Link>
        </p>
      </PageHead>
    )
  return (
    <div className="organisation">
      <PageHead title={words.index}>
        <p className="lead">{words.indexLead}</p>
      </PageHead>
      {people.length === 0 ? <p>{words.nobody}</p> : null}
      <ul className="organisation-list">
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <span>
              <Link to="/prepare/$id" params={{ id }}>
                {name}
              </Link>
            </span>
            <span className="small quiet">{role === null ? words.noRole : roleName(framework, role)}</span>
          </li>
        ))}
      </ul>
      {people.length > 0 && views.some(({ view }) => view === 'team-map') ? (
        <p className="section">
          <Link to="/team-map">{words.toMap}</Link>
        </p>
      ) : null}
    </div>
  )
}
