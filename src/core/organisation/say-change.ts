// Says in words what a change of the list does, and what in it does not fit.
import type { PeopleProblem } from './check-people.ts'
import { type Effect, isTakenBack, type PeopleList, type PlaceLine, roleOf } from './people-list.ts'

function nameOf(list: PeopleList, id: string): string {
  return list.people.get(id)?.displayName ?? 'somebody who is not on the list'
}

function teamOf(list: PeopleList, id: string): string {
  return list.teams.get(id)?.name ?? 'a team that is not on the list'
}

export function sayProblem(problem: PeopleProblem, list: PeopleList): string {
  const { kind, day, otherId, personId } = problem
  const name = nameOf(list, personId)
  switch (kind) {
    case 'circle':
      return `From ${day} on ${name} would manage themselves over ${nameOf(list, otherId)}.`
    case 'manager-gone':
      return `${nameOf(list, otherId)} leaves on ${day} and manages nobody after that.`
    case 'unknown-manager':
      return 'Nobody of the list has the id of this manager.'
    case 'unknown-team':
      return 'There is no such team.'
    case 'team-ended':
      return `The team ${teamOf(list, otherId)} ended on ${day}.`
    case 'after-leaving':
      return `${name} left on ${day}; nothing holds after that.`
    case 'overlap':
      return `On ${day} something else of this kind holds for ${name} already.`
  }
}

/** What a line says, without its days. */
export function sayLine(
  line: Pick<PlaceLine, 'kind' | 'value'>,
  list: PeopleList,
  roleTitle: (role: string) => string,
): string {
  if (line.kind === 'team') return `Team ${teamOf(list, line.value)}`
  if (line.kind === 'manager') return `Reports to ${nameOf(list, line.value)}`
  return `Held as ${roleTitle(roleOf(line.value).role)}`
}

/** One sentence for each thing that was done, without a full stop. */
export function sayEffect(effect: Effect, list: PeopleList, roleTitle: (role: string) => string): string {
  switch (effect.kind) {
    case 'added':
      return `Added to the list as ${effect.displayName}`
    case 'name':
      return `Name: ${effect.before}, now ${effect.after}`
    case 'key':
      return sayKey(effect.after)
    case 'left': {
      const { leftOn, closedAt } = effect.after
      if (leftOn === null)
        return effect.before.leftOn === null ? 'Let in again' : 'Back; the last day is taken away'
      return closedAt === null ? `Last day ${leftOn}` : `Last day ${leftOn}, access ended at once`
    }
    case 'line': {
      const words = sayLine(effect.line, list, roleTitle)
      const { from } = effect.line
      const { until } = effect.after
      if (isTakenBack({ from, until })) return `${words}: taken back, it never held`
      if (effect.before === null)
        return until === null ? `${words} from ${from}` : `${words} from ${from} to ${until}`
      return until === null ? `${words}: goes on` : `${words} until ${until}`
    }
  }
}

function sayKey({ userName, externalId }: { userName: string | null; externalId: string | null }): string {
  const parts = [
    ...(externalId === null ? [] : [`id ${externalId}`]),
    ...(userName === null ? [] : [`user name ${userName}`]),
  ]
  return parts.length === 0 ? 'No id in other programs' : `In other programs: ${parts.join(', ')}`
}
