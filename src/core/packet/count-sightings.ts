// The counting rule on what a section shows: two behaviours, each seen by somebody else twice within twelve months.

import type { PacketItem } from './packet.ts'

/** Behaviours that have to be seen, and how often each. */
const BEHAVIOURS_ASKED = 2
const TIMES_ASKED = 2

export interface Sightings {
  /** Occasions that somebody else could see, of this level or of none that is named. */
  occasions: number
  /** Behaviours that others named at least twice, on different days or by different people. */
  behavioursTwice: number
  /** Whether that meets the rule. Entries name no behaviours, so that each counts as one sighting. */
  counts: boolean
}

type Shown = Pick<
  PacketItem,
  'included' | 'kind' | 'on' | 'level' | 'links' | 'people' | 'polarity' | 'behaviours'
>

/** Of the twelve months that end with `until`, a day. What is left out does not count. */
export function countSightings(items: readonly Shown[], level: number, until: string): Sightings {
  const from = yearBefore(until)
  const seen = items.filter(
    (item) =>
      item.included &&
      item.on > from &&
      item.on <= until &&
      (item.level === null || item.level >= level) &&
      isSeenByOthers(item),
  )
  const occasions = seen.length
  const behavioursTwice = [...timesByBehaviour(seen).values()].filter((times) => times >= TIMES_ASKED).length
  const counts = behavioursTwice >= BEHAVIOURS_ASKED || occasions >= BEHAVIOURS_ASKED * TIMES_ASKED
  return { occasions, behavioursTwice, counts }
}

/** Somebody took part in it, said it, or can look it up. */
export function isSeenByOthers({ kind, links, people, polarity }: Shown): boolean {
  if (kind === 'words') return polarity !== 'gap'
  return kind === 'evidence' && (links.length > 0 || people.length > 0)
}

function timesByBehaviour(items: readonly Shown[]): Map<string, number> {
  const occasions = new Map<string, Set<string>>()
  for (const { kind, on, people, behaviours } of items) {
    if (kind !== 'words') continue
    for (const behaviour of behaviours) {
      const known = occasions.get(behaviour) ?? new Set()
      occasions.set(behaviour, known.add(`${on} ${people.join()}`))
    }
  }
  return new Map([...occasions].map(([behaviour, times]) => [behaviour, times.size]))
}

/** The same day of the year before; what happened on it no longer counts. */
function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}
