// Guesses what the rows of a grid are and what the headings across it name.
import { isLevelHeading, type Profile, profileOf } from './column-profile.ts'
import { meaningsOfCorner } from './heading-words.ts'
import type { ColumnMeaning } from './import-source.ts'
import { keyOf } from './naming.ts'

export type Axis = 'role' | 'skill' | 'level' | 'person'

export interface Axes {
  rows: Axis
  across: Axis
  /** 0 to 1. */
  sure: number
}

interface Label {
  heading: string
  values: string[]
  profile: Profile
  meaning: ColumnMeaning | undefined
}

/** `names` are the headings over the cells; `corner` is what stands above the labels, such as "Skill / Role". */
export function guessAxes(label: Label, names: string[], cells: 'level' | 'text', corner: string): Axes {
  const said = meaningsOfCorner(corner)
  const saidRows = asAxis(said.rows ?? label.meaning)
  const across = asAxis(said.across) ?? axisOf(names, profileOf(names), cells)
  const own = label.values.filter((value) => value !== '')
  const rows = saidRows ?? guessRows(label, axisOf(own, label.profile, cells), across, cells)
  // Rows headed "Level" that hold titles are roles, whatever they are called.
  const settled: Axis = rows === 'level' && label.profile.titles >= 0.5 ? 'role' : (rows ?? 'skill')
  const known = [saidRows ?? rows, across].filter((axis) => axis !== undefined).length
  return {
    rows: settled,
    across: settle(settled, across),
    sure: saidRows === undefined ? 0.5 + 0.15 * known : 0.75 + 0.1 * known,
  }
}

function axisOf(names: string[], profile: Profile, cells: 'level' | 'text'): Axis | undefined {
  const levels = names.length === 0 ? 0 : names.filter(isLevelHeading).length / names.length
  if (cells === 'text' && levels >= 0.6 && (profile.titles < 0.6 || startsLow(names))) return 'level'
  // Levels in the cells are asked for by something: what looks like a level above them is a grade.
  if (profile.titles >= 0.5 || (cells === 'level' && levels >= 0.6)) return 'role'
  return cells === 'level' && profile.people >= 0.6 ? 'person' : undefined
}

function guessRows(
  label: Label,
  own: Axis | undefined,
  across: Axis | undefined,
  cells: 'level' | 'text',
): Axis | undefined {
  if (across === 'level') return own === 'role' ? 'role' : 'skill'
  if (across === 'role' || across === 'person') return 'skill'
  if (own !== undefined) return own
  // "Name" above the rows of a rating grid whose columns are no titles: nobody calls roles or skills so.
  return cells === 'level' && /^(full )?names?$/i.test(label.heading) ? 'person' : undefined
}

/** One of the two axes is the skills, unless roles stand against levels. */
function settle(rows: Axis, across: Axis | undefined): Axis {
  if (rows === 'skill') return across === undefined || across === 'skill' ? 'role' : across
  return rows === 'role' && across === 'level' ? 'level' : 'skill'
}

/** L1, L2, L3 name levels where they begin at the bottom; L4 to L7 are grades of people. */
function startsLow(names: string[]): boolean {
  return /(^|\D)[01]$/.test(keyOf(names[0] ?? ''))
}

function asAxis(meaning: ColumnMeaning | undefined): Axis | undefined {
  return meaning === 'role' || meaning === 'skill' || meaning === 'level' || meaning === 'person'
    ? meaning
    : undefined
}
