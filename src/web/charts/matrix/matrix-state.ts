// What the matrix shows, as the address bar holds it: filters, own levels, and the cell one is at.
import type { Framework, Weight } from '../../../core/framework/framework.ts'
import { findGroup, findRole, findSkill } from '../../../core/framework/look-up.ts'

export interface MatrixState {
  /** Only this path's roles. */
  path: string | null
  /** Only this group's skills. */
  group: string | null
  /** Only expectations of this weight or more. */
  weight: Weight
  /** Own levels beside the skills. */
  mine: boolean
  /** The cell one is at: a skill's row, a role's column, or both. */
  skill: string | null
  role: string | null
  /** On a phone: a second role beside the first. */
  beside: string | null
}

const YES = 'yes'

/** Unknown ids are passed over, so that an old or mistyped address still opens the matrix. */
export function readMatrixState(
  framework: Framework,
  search: Readonly<Record<string, unknown>>,
): MatrixState {
  const text = (name: string) => String(search[name] ?? '')
  const weight = Number(search.weight)
  return {
    path: framework.paths.find((path) => path.id === search.path)?.id ?? null,
    group: findGroup(framework, text('group'))?.id ?? null,
    weight: weight === 2 || weight === 3 ? weight : 1,
    mine: search.mine === YES,
    skill: findSkill(framework, text('skill'))?.id ?? null,
    role: findRole(framework, text('role'))?.id ?? null,
    beside: findRole(framework, text('beside'))?.id ?? null,
  }
}

/** Only what differs from the whole matrix. */
export function writeMatrixState(state: MatrixState): Record<string, string | number> {
  const { path, group, weight, mine, skill, role, beside } = state
  return {
    ...(path ? { path } : {}),
    ...(group ? { group } : {}),
    ...(weight > 1 ? { weight } : {}),
    ...(mine ? { mine: YES } : {}),
    ...(skill ? { skill } : {}),
    ...(role ? { role } : {}),
    ...(beside ? { beside } : {}),
  }
}
