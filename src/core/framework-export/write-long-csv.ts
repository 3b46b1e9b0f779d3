// Writes what each role asks for as one long table, for spreadsheets and statistics.

import type { Framework, Role, Skill } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { anchorOf, findGroup, findRole, findSkill } from '../framework/look-up.ts'
import { weightWord } from '../planning/plain-words.ts'
import { inertText } from './inert-text.ts'
import { type ExpectationLine, expectationLines } from './skill-order.ts'

const LONG_COLUMNS = [
  'path',
  'path_id',
  'band',
  'band_number',
  'role',
  'role_id',
  'group',
  'group_id',
  'skill',
  'skill_id',
  'kind',
  'level',
  'level_name',
  'weight',
  'weight_name',
  'colleagues_see',
] as const

type LongRow = Record<(typeof LONG_COLUMNS)[number], string | number>

/**
 * One row for each skill that a role asks for, with the names and what colleagues see at that level. RFC 4180 with a
 * byte order mark, so that spreadsheets read it as UTF-8; words that a spreadsheet could run are made inert.
 */
export function writeLongCsv(framework: Framework): string {
  const lines = [
    [...LONG_COLUMNS],
    ...longRows(framework).map((row) => LONG_COLUMNS.map((name) => row[name])),
  ]
  return `\ufeff${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function longRows(framework: Framework): LongRow[] {
  const byRole = groupedBy(expectationLines(framework), (line) => line.role)
  return [...byRole].flatMap(([roleId, lines]) => {
    const role = findRole(framework, roleId)
    return lines.map((line) => longRow(framework, line, role, findSkill(framework, line.skill)))
  })
}

function longRow(
  framework: Framework,
  line: ExpectationLine,
  role: Role | undefined,
  skill: Skill | undefined,
): LongRow {
  const anchor = skill && anchorOf(skill, line.level)
  return {
    path: framework.paths.find((path) => path.id === role?.path)?.name ?? '',
    path_id: role?.path ?? '',
    band: framework.bands.find((band) => band.band === role?.band)?.name ?? '',
    band_number: role?.band ?? '',
    role: role?.name ?? line.role,
    role_id: line.role,
    group: findGroup(framework, skill?.group ?? '')?.name ?? '',
    group_id: skill?.group ?? '',
    skill: skill?.name ?? line.skill,
    skill_id: line.skill,
    kind: skill === undefined || skill.kind === 'unknown' ? '' : framework.kinds[skill.kind].name,
    level: line.level,
    level_name: framework.scale.find((step) => step.level === line.level)?.name ?? '',
    weight: line.weight,
    weight_name: weightWord(line.weight),
    colleagues_see: anchor?.behaviours.map((behaviour) => behaviour.text).join('\n') ?? '',
  }
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = inertText(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
