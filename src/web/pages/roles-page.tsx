// All roles, by path.
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { RolesByPath } from '../parts/roles-by-path.tsx'
import { rolesWords } from '../words/role.ts'
import './role.css'

export function RolesPage() {
  const framework = useFramework()
  return (
    <>
      <PageHead title={rolesWords.title}>
        <p className="lead quiet">
          {capitalise(
            rolesWords
              .lead(framework.roles.length, framework.paths.length)
              .replace(/ (\d+) paths/, (_, count) => ` ${numberWord(Number(count))} paths`),
          )}
        </p>
      </PageHead>
      <RolesByPath framework={framework} />
    </>
  )
}
