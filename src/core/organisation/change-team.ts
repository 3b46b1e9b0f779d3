// Adds, renames, moves or ends a team: what does not fit is said by its field.
import { fail, type Result, succeed } from '../result.ts'
import { problemOfDay } from './days.ts'
import type { Team } from './member.ts'
import { isTakenBack, type PeopleList } from './people-list.ts'

export interface TeamFailure {
  field: 'name' | 'parentId' | 'endedOn'
  message: string
}

/** The team as it will be. `list` holds everybody who belongs to it. */
export function changeTeam(team: Team, list: PeopleList, today: string): Result<Team, TeamFailure> {
  const name = team.name.trim().replaceAll(/\s+/g, ' ')
  if (name === '') return fail({ field: 'name', message: 'A team has a name.' })
  const others = [...list.teams.values()].filter(({ id }) => id !== team.id)
  const isTaken = others.some((one) => one.endedOn === null && sameName(one.name, name))
  if (isTaken && team.endedOn === null)
    return fail({ field: 'name', message: `There is a team called ${name} already.` })
  const parent = problemOfParent(team, list)
  if (parent !== null) return fail({ field: 'parentId', message: parent })
  const end = team.endedOn === null ? null : problemOfEnd(team, team.endedOn, list, today)
  if (end !== null) return fail({ field: 'endedOn', message: end })
  return succeed({ ...team, name })
}

export function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase('en') === b.trim().toLocaleLowerCase('en')
}

function problemOfParent(team: Team, list: PeopleList): string | null {
  if (team.parentId === null) return null
  const parent = list.teams.get(team.parentId)
  if (parent === undefined) return 'There is no such team.'
  if (parent.endedOn !== null) return `The team ${parent.name} has ended.`
  const seen = new Set([team.id])
  for (let id: string | null = team.parentId; id !== null; id = list.teams.get(id)?.parentId ?? null) {
    if (seen.has(id)) return 'A team does not belong to itself.'
    seen.add(id)
  }
  return null
}

function problemOfEnd(team: Team, endedOn: string, list: PeopleList, today: string): string | null {
  const wrong = problemOfDay(endedOn, today)
  if (wrong !== null) return wrong
  const still = [...list.people.values()].filter(({ lines }) =>
    lines.some(
      (line) =>
        line.kind === 'team' &&
        line.value === team.id &&
        !isTakenBack(line) &&
        (line.until === null || line.until > endedOn),
    ),
  )
  if (still.length > 0)
    return `${still.length === 1 ? 'One person belongs' : `${still.length} people belong`} to it after that day. Move them first.`
  const parts = [...list.teams.values()].filter((one) => one.parentId === team.id && one.endedOn === null)
  return parts.length === 0
    ? null
    : `${parts.map(({ name }) => name).join(', ')} belong to it. Move them first.`
}
