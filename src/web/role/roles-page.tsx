// All roles, by path.
import { Link } from '@tanstack/react-router'
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { matrixWords } from '../words/matrix.ts'
import { rolesWords } from '../words/role.ts'
import { RolesByPath } from './roles-by-path.tsx'
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
        <p className="no-print">
          <Link to="/matrix">{matrixWords.toMatrix}</Link>
        </p>
      </PageHead>
      <RolesByPath framework={framework} />
    </>
  )
}
