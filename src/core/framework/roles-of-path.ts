// The roles of a path in the order of their altitude, and which of them make its main line.
import type { Framework, Role } from './framework.ts'
import { findMove, presetRole } from './look-up.ts'

export interface PathRoles {
  /**
   * The role of another path that one comes from: where the framework's first role leads to the foot of this path.
   * Undefined where the path begins by itself.
   */
  origin: Role | undefined
  /** One role for each altitude, rising. */
  line: Role[]
  /** The other roles, rising: each as high as a role of the line. */
  beside: Role[]
}

/** All roles of a path, rising; at the same altitude in the framework's order. */
export function rolesOfPath(framework: Framework, pathId: string): Role[] {
  const own = framework.roles.filter((role) => role.path === pathId)
  return own.toSorted((a, b) => altitude(framework, a) - altitude(framework, b))
}

/**
 * The first role of each altitude, in the framework's order, stands on the line; the others stand beside it. Without
 * bands every role has an altitude of its own: what it asks for, as level × weight.
 */
export function pathRoles(framework: Framework, pathId: string): PathRoles {
  const line: Role[] = []
  const beside: Role[] = []
  for (const role of rolesOfPath(framework, pathId)) {
    const last = line.at(-1)
    const isLevel = last !== undefined && framework.bands.length > 0 && last.band === role.band
    if (isLevel) beside.push(role)
    else line.push(role)
  }
  return { origin: originOf(framework, pathId, line), line, beside }
}

function originOf(framework: Framework, pathId: string, line: readonly Role[]): Role | undefined {
  const first = presetRole(framework)
  const foot = line[0]
  if (!first || !foot || first.path === pathId) return undefined
  return findMove(framework, first.id, foot.id) ? first : undefined
}

function altitude(framework: Framework, role: Role): number {
  if (framework.bands.length > 0) return role.band ?? 0
  const own = Object.hasOwn(framework.expectations, role.id) ? framework.expectations[role.id] : {}
  return Object.values(own ?? {}).reduce((sum, { level, weight }) => sum + level * weight, 0)
}
