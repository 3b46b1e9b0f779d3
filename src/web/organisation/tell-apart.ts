// What tells people of one name apart, where somebody is chosen from a list.
import { recordWords } from '../words/organisation.ts'
import { teamWords } from '../words/team.ts'
import type { Member } from './api-organisation.ts'

type Told = Pick<Member, 'id' | 'displayName' | 'teams' | 'managerName'>

/** So much of the end of an id is looked at; an id that is counted upwards begins alike. */
const END_OF_ID = 6

/**
 * What is said of each besides the name: nothing, or as `always` says their teams, as long as nobody else is called so.
 * Of those who share all of it their teams, then their manager as well, and at last the end of their ids.
 */
export function tellApart<Some extends Told>(
  members: readonly Some[],
  always: 'name' | 'teams',
): { member: Some; facts: string[] }[] {
  const teams = (one: Some) => one.teams.map(({ name }) => name)
  const manager = (one: Some) => (one.managerName === null ? [] : [teamWords.worksFor(one.managerName)])
  const steps: ((one: Some) => string[])[] = [
    ...(always === 'name' ? [() => []] : []),
    teams,
    (one) => [...teams(one), ...manager(one)],
    (one) => [...teams(one), ...manager(one), recordWords.id(`…${one.id.slice(-END_OF_ID)}`)],
  ]
  const told = steps.map((step) => {
    const facts = new Map(members.map((one) => [one, step(one)]))
    return { facts, count: counted(members.map((one) => says(one, facts.get(one)))) }
  })
  return members.map((member) => {
    const alone = told.find(({ facts, count }) => count.get(says(member, facts.get(member))) === 1)
    return { member, facts: (alone ?? told.at(-1))?.facts.get(member) ?? [] }
  })
}

function says({ displayName }: Told, facts: readonly string[] = []): string {
  return [displayName, ...facts].join('\n')
}

function counted(all: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const one of all) count.set(one, (count.get(one) ?? 0) + 1)
  return count
}
