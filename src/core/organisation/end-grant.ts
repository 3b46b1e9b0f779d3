// Whether a grant of administration may end: somebody can always keep the list of people.
import type { AdminScope } from '../access/viewer.ts'
import type { Leave } from './people-list.ts'

interface Grant {
  id: string
  personId: string
  scope: AdminScope
}

/** Why it may not end; null where it may. `leaves` says who has left, for everybody who has a grant. */
export function problemOfEndingGrant(
  grant: Grant,
  all: readonly Grant[],
  leaves: ReadonlyMap<string, Leave>,
): string | null {
  if (grant.scope !== 'people') return null
  const others = all.filter((one) => one.scope === 'people' && one.id !== grant.id)
  return canAnybody(others, leaves)
    ? null
    : 'This is the last administrator of people. Let somebody else administer people first.'
}

/** Why somebody may not leave: without them nobody could keep the list. */
export function problemOfLeaving(
  personId: string,
  all: readonly Grant[],
  leaves: ReadonlyMap<string, Leave>,
): string | null {
  const ofPeople = all.filter(({ scope }) => scope === 'people')
  if (!ofPeople.some((one) => one.personId === personId)) return null
  const others = ofPeople.filter((one) => one.personId !== personId)
  return canAnybody(others, leaves)
    ? null
    : 'They are the last administrator of people. Let somebody else administer people first.'
}

function canAnybody(grants: readonly Grant[], leaves: ReadonlyMap<string, Leave>): boolean {
  return grants.some(({ personId }) => {
    const leave = leaves.get(personId)
    // A last day that is ahead counts: after it nobody would be left to do it.
    return leave !== undefined && leave.closedAt === null && leave.leftOn === null
  })
}
