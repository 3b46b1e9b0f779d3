// All roles, path by path, with what each is for.
import type { ReactNode } from 'react'
import type { CareerPath, Framework } from '../../core/framework/framework.ts'
import { Link } from './wayfinding.tsx'

/** `onward`: where each path leads besides its roles. */
export function RolesByPath(props: { framework: Framework; onward?: (path: CareerPath) => ReactNode }) {
  const { framework, onward } = props
  return (
    <>
      {framework.paths.map((path) => (
        <section key={path.id} className="section role-path">
          <div className="stack-s">
            <h2>{path.name}</h2>
            {path.about ? <p className="quiet small">{path.about}</p> : null}
            {onward?.(path)}
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
