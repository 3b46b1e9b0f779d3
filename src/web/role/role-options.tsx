// The roles as options of a list, by path.
import type { Framework } from '../../core/framework/framework.ts'

/** `except`: a role that cannot be chosen. */
export function RoleOptions({ framework, except }: { framework: Framework; except?: string }) {
  return framework.paths.map((path) => (
    <optgroup key={path.id} label={path.name}>
      {framework.roles
        .filter((role) => role.path === path.id && role.id !== except)
        .map((role) => (
          <option key={role.id} value={role.id}>
            {role.name}
          </option>
        ))}
    </optgroup>
  ))
}
