// The matrix in rows and columns: skills by group, roles by path, in the framework's own order.
import type {
  CareerPath,
  Expectation,
  Framework,
  Role,
  Skill,
  SkillGroup,
  Weight,
} from '../../../core/framework/framework.ts'
import { expectationOf } from '../../../core/framework/look-up.ts'
import type { MatrixState } from './matrix-state.ts'

export interface MatrixRow {
  skill: Skill
  /** One for each column. */
  cells: Expectation[]
}

export interface Matrix {
  paths: { path: CareerPath; roles: Role[] }[]
  /** All columns, path by path. */
  roles: Role[]
  groups: { group: SkillGroup; rows: MatrixRow[] }[]
  /** All rows, group by group. */
  rows: MatrixRow[]
}

/** A row in which nothing has the weight asked for is left out, and so is a group without rows. */
export function readMatrix(
  framework: Framework,
  filter: Pick<MatrixState, 'path' | 'group' | 'weight'>,
): Matrix {
  const paths = framework.paths
    .filter((path) => filter.path === null || path.id === filter.path)
    .map((path) => ({ path, roles: framework.roles.filter((role) => role.path === path.id) }))
    .filter(({ roles }) => roles.length > 0)
  const roles = paths.flatMap((one) => one.roles)
  const groups = framework.groups
    .filter((group) => filter.group === null || group.id === filter.group)
    .map((group) => ({ group, rows: rowsOf(framework, group, roles, filter.weight) }))
    .filter(({ rows }) => rows.length > 0)
  return { paths, roles, groups, rows: groups.flatMap((one) => one.rows) }
}

function rowsOf(framework: Framework, group: SkillGroup, roles: readonly Role[], least: Weight): MatrixRow[] {
  return framework.skills
    .filter((skill) => skill.group === group.id)
    .map((skill) => ({ skill, cells: roles.map((role) => expectationOf(framework, role.id, skill.id)) }))
    .filter((row) => least === 1 || row.cells.some((cell) => cell.weight >= least))
}
