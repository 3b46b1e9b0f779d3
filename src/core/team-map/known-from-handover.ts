// What a handover says of its giver's levels.
import type { HandoverContent } from '../handover/handover.ts'
import type { KnownLevel } from './team-map.ts'

/** The measured range where there is one; otherwise the level that the person gives themselves. */
export function knownFromHandover(content: HandoverContent): KnownLevel[] {
  return content.items.flatMap((item): KnownLevel[] => {
    if (item.kind !== 'level') return []
    const { skill, likely, own } = item
    if (likely !== null) {
      const { low, high } = likely
      return [
        {
          skill: skill.id,
          level: (low + high) / 2,
          low,
          high,
          from: 'handed-over',
          on: content.sharedOn,
        },
      ]
    }
    if (own === null) return []
    const { level, saidOn } = own
    return [{ skill: skill.id, level, low: level, high: level, from: 'own-word', on: saidOn }]
  })
}
