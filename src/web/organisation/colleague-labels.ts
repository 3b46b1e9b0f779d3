// The name by which a colleague is typed, with what tells them apart from others of that name; and who is meant by it.
import type { Member } from './api-organisation.ts'
import { tellApart } from './tell-apart.ts'

type Told = Pick<Member, 'id' | 'displayName' | 'teams' | 'managerName'>

export function colleagueLabels<Some extends Told>(
  members: readonly Some[],
): { member: Some; label: string }[] {
  return tellApart(members, 'name').map(({ member, facts }) => ({
    member,
    label: facts.length === 0 ? member.displayName : `${member.displayName} (${facts.join(', ')})`,
  }))
}

/** The name alone of what was typed or chosen, to be looked for. */
export function nameIn(typed: string): string {
  return typed.trim().replace(/ \(.*\)$/, '')
}

/** Nobody while it may be more than one. */
export function colleagueCalled<Some extends Told>(typed: string, members: readonly Some[]): Some | null {
  const meant = colleagueLabels(members).filter(({ label }) => label === typed.trim())
  return meant.length === 1 ? (meant[0]?.member ?? null) : null
}
