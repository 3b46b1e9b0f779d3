// The figures of an overview as a table for spreadsheets, with what they are for and of which day.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill } from '../framework/look-up.ts'
import { inertText } from '../framework-export/inert-text.ts'
import { expectedPeople, meanLevel, missingPeople } from './read-figures.ts'
import type { Cell } from './release.ts'
import { FEWEST_COUNTED } from './thresholds.ts'

export interface CsvRequest {
  framework: Framework
  purpose: string
  releasedOn: string
  cells: readonly Cell[]
  /** Names of teams by id. */
  teams: ReadonlyMap<string, string>
}

/** RFC 4180 with a byte order mark; words that a spreadsheet could run are made inert. */
export function writeReleaseCsv({ framework, purpose, releasedOn, cells, teams }: CsvRequest): string {
  const levels = framework.scale.map(({ level }) => level)
  const rows = cells.flatMap((cell) =>
    framework.skills.flatMap((skill) => {
      const figures = Object.hasOwn(cell.skills, skill.id) ? cell.skills[skill.id] : undefined
      if (figures === undefined) return []
      return [
        [
          cell.team === null ? 'everybody' : (teams.get(cell.team) ?? cell.team),
          framework.paths.find(({ id }) => id === cell.path)?.name ?? '',
          cell.role === null ? '' : (findRole(framework, cell.role)?.name ?? cell.role),
          findSkill(framework, skill.id)?.name ?? skill.id,
          figures.people,
          Math.round(meanLevel(figures) * 10) / 10,
          ...levels.map((level) => figures.counts[level] ?? 0),
          expectedPeople(figures),
          missingPeople(figures),
          figures.repeated,
        ],
      ]
    }),
  )
  const head = [
    ['Purpose', purpose],
    ['Released on', releasedOn],
    [
      'Counted together',
      `at least ${FEWEST_COUNTED} people; groups of one level are told with one person a step beside`,
    ],
    [],
    [
      'team',
      'path',
      'role',
      'skill',
      'people',
      'mean_level',
      ...levels.map((level) => `people_at_${level}`),
      'expected_of',
      'missing',
      'from_earlier_release',
    ],
  ]
  const lines = [...head, ...rows].map((row) => row.map(cellOf).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = inertText(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
