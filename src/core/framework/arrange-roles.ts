// Which column and row each role takes in a computed picture.
import type { Framework, Role } from './framework.ts'

export type LayoutInput = Pick<Framework, 'paths' | 'bands' | 'roles' | 'moves' | 'expectations'>

export interface Column {
  path: string
  title: string
  /** By row from 0, the lowest, in ascending order; the first role of a row stands on the main line. */
  rows: Map<number, Role[]>
}

/** `rows` holds the band of each row where the framework has bands, else its number. */
export function arrangeRoles(framework: LayoutInput): { columns: Column[]; rows: number[] } {
  const { bands, paths, roles } = framework
  const known = paths.filter((path) => roles.some((role) => role.path === path.id))
  const strays = [...new Set(roles.map((role) => role.path))].filter(
    (id) => !paths.some((path) => path.id === id),
  )
  const columns = [
    ...known.map((path) => columnOf(path.id, path.short, framework)),
    ...strays.map((id) => columnOf(id, '', framework)),
  ]
  const highest = Math.max(0, ...columns.flatMap((column) => [...column.rows.keys()]))
  const rows =
    bands.length > 0 ? bands.map((band) => band.band) : Array.from({ length: highest + 1 }, (_, row) => row)
  return { columns, rows }
}

function columnOf(path: string, title: string, framework: LayoutInput): Column {
  const own = framework.roles.filter((role) => role.path === path)
  const placed = framework.bands.length > 0 ? byBand(own, framework) : byDemand(own, framework)
  const rows = new Map<number, Role[]>()
  for (const { role, row } of placed.sort((a, b) => a.row - b.row))
    rows.set(row, [...(rows.get(row) ?? []), role])
  return { path, title, rows }
}

/** A role without a band stands in the lowest row; lint says so. */
function byBand(roles: Role[], { bands }: LayoutInput): { role: Role; row: number }[] {
  return roles.map((role) => ({
    role,
    row: Math.max(
      0,
      bands.findIndex((band) => band.band === role.band),
    ),
  }))
}

/** Without bands the roles of a path stand one above the other, in the order of what they ask for. */
function byDemand(roles: Role[], { expectations }: LayoutInput): { role: Role; row: number }[] {
  const demand = (role: Role) => {
    const own = Object.hasOwn(expectations, role.id) ? Object.values(expectations[role.id] ?? {}) : []
    return own.reduce((sum, { level, weight }) => sum + level * weight, 0)
  }
  return roles.toSorted((a, b) => demand(a) - demand(b)).map((role, row) => ({ role, row }))
}
