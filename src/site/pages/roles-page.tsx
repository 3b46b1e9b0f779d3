// All roles on a published site.
import type { Framework } from '../../core/framework/framework.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { RolesByPath } from '../../web/parts/roles-by-path.tsx'
import { rolesWords } from '../../web/words/role.ts'

export function RolesPage({ framework }: { framework: Framework }) {
  return (
    <>
      <PageHead title={rolesWords.title}>
        <p className="lead quiet">{rolesWords.lead(framework.roles.length, framework.paths.length)}</p>
      </PageHead>
      <RolesByPath framework={framework} />
    </>
  )
}
