// One line that says where the person is and where they may go, on every page, with the way to change it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { frameworkQuery, meQuery } from '../data/queries.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { destinationName, roleName } from '../words/names.ts'
import { shellWords } from '../words/shell.ts'

export function TargetLine() {
  const me = useQuery(meQuery).data
  const target = me?.target
  const digest = target?.frameworkDigest ?? ''
  const framework = useQuery({ ...frameworkQuery(digest), enabled: digest !== '' }).data
  if (!target || !framework) return null
  const names = target.destinations.map((id) => destinationName(framework, id))
  return (
    <section className="shell-target" aria-label={shellWords.targetLabel}>
      <span>
        <strong>{roleName(framework, target.role)}</strong> {shellWords.towards}{' '}
        <strong>{names.length > 0 ? names.join(', ') : shellWords.undecided}</strong>
      </span>
      <Link to="/" search={{ role: target.role, next: target.destinations[0] }}>
        {shellWords.change}
      </Link>
      <WhoCanSee of="target" />
    </section>
  )
}
