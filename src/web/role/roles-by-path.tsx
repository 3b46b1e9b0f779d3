// All roles, path by path, with what each is for.
import type { Framework } from '../../core/framework/framework.ts'
import { Link } from '../parts/wayfinding.tsx'
import { pathWords } from '../words/path.ts'

export function RolesByPath({ framework }: { framework: Framework }) {
  return (
    <>
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
