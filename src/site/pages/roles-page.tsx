// All roles on a published site.
import type { Framework } from '../../core/framework/framework.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { RolesByPath } from '../../web/role/roles-by-path.tsx'
import { matrixWords } from '../../web/words/matrix.ts'
import { rolesWords } from '../../web/words/role.ts'

export function RolesPage({ framework }: { framework: Framework }) {
  return (
    <>
      <PageHead title={rolesWords.title}>
        <p className="lead quiet">{rolesWords.lead(framework.roles.length, framework.paths.length)}</p>
        <p className="no-print">
          <Link to="/matrix">{matrixWords.toMatrix}</Link>
        </p>
      </PageHead>
      <RolesByPath framework={framework} />
    </>
  )
}
