// The team map as a table to take out: one row for each person and skill, with the range, where it comes from, purpose and date.
import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import type { TeamPerson, TeamSkill } from './team-map.ts'

const HEAD = [
  'Person',
  'Role',
  'Skill',
  'Role asks',
  'Likely from',
  'Likely to',
  'Where it comes from',
  'As of',
  'What for',
  'Taken out on',
]

const FROM = {
  agreed: 'agreed by both',
  'handed-over': 'measured, handed over by the person',
  'own-word': 'the person’s own word',
} as const

/** By name, then in the framework's order. There is no total and no average, and no column to sort people by. */
export function writeTeamTable(
  framework: Framework,
  people: readonly TeamPerson[],
  skills: readonly TeamSkill[],
  { purpose, exportedOn }: { purpose: string; exportedOn: string },
): string[][] {
  const byName = [...people].sort((one, other) => one.name.localeCompare(other.name))
  const rows = byName.flatMap((person) =>
    skills.flatMap(({ skill, cells }) => {
      const cell = cells.get(person.id)
      if (cell === undefined) return []
      const { known, asked } = cell
      const role = person.role === null ? '' : (findRole(framework, person.role)?.name ?? person.role)
      const range = [round(known.low), round(known.high)]
      const asks = asked === 0 ? '' : String(asked)
      return [
        [person.name, role, skill.name, asks, ...range, FROM[known.from], known.on, purpose, exportedOn],
      ]
    }),
  )
  return [HEAD, ...rows]
}

function round(level: number): string {
  return String(Math.round(level * 10) / 10)
}
