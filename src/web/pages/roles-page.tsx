// All roles, by path.
import { Link } from '@tanstack/react-router'
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { matrixWords } from '../words/matrix.ts'
import { pathWords } from '../words/path.ts'
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
        <p className="no-print">
          <Link to="/matrix">{matrixWords.toMatrix}</Link>
        </p>
      </PageHead>
      {framework.paths.map((path) => (
        <section key={path.id} className="section role-path">
          <div className="stack-s">
            <h2>{path.name}</h2>
            {path.about ? <p className="quiet small">{path.about}</p> : null}
            <p className="small no-print">
              <Link to="/path/$path" params={{ path: path.id }}>
                {pathWords.toPath(path.name)}
              </Link>
            </p>
          </div>
          <ul className="role-list">
            {framework.roles
              .filter((role) => role.path === path.id)
              .map((role) => (
                <li key={role.id}>
                  <Link to="/role/$role" params={{ role: role.id }} className="role-name">
                    {role.name}
                  </Link>
                  {role.purpose ? <p className="quiet">{role.purpose}</p> : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
