// The counting rule on what a section shows: two behaviours, each seen by somebody else twice within twelve months.

import { BEHAVIOURS_NEEDED, TIMES_NEEDED } from '../evidence/evidence-coverage.ts'
import type { Skill } from '../framework/framework.ts'
import type { PacketItem } from './packet.ts'

export interface Sightings {
  /** Occasions that somebody else could see, of this level or of none that is named. */
  occasions: number
  /** Behaviours of the level, or of one above, that were seen on two days or by two people. */
  behavioursTwice: number
  /** False where the framework describes fewer than two: then four occasions stand for them. */
  byBehaviours: boolean
  /** Whether that meets the rule. */
  counts: boolean
}

type Shown = Pick<
  PacketItem,
  'included' | 'kind' | 'on' | 'level' | 'links' | 'people' | 'polarity' | 'behaviours'
>

/** Of the twelve months that end with `until`, a day. What is left out does not count. */
export function countSightings(
  items: readonly Shown[],
  { skill, level, until }: { skill: Skill; level: number; until: string },
): Sightings {
  const from = yearBefore(until)
  const known = behavioursFrom(skill, level)
  const recent = items.filter(
    (item) => item.included && item.on > from && item.on <= until && isSeenByOthers(item),
  )
  const occasions = recent.filter(
    (item) =>
      item.level === null || item.level >= level || item.behaviours.some((behaviour) => known.has(behaviour)),
  ).length
  const behavioursTwice = [...known].filter(
    (behaviour) => timesSeen(recent, behaviour) >= TIMES_NEEDED,
  ).length
  const byBehaviours = known.size >= BEHAVIOURS_NEEDED
  const counts = byBehaviours
    ? behavioursTwice >= BEHAVIOURS_NEEDED
    : occasions >= BEHAVIOURS_NEEDED * TIMES_NEEDED
  return { occasions, behavioursTwice, byBehaviours, counts }
}

/** Somebody took part in it, said it, or can look it up. */
export function isSeenByOthers({ kind, links, people, polarity }: Shown): boolean {
  if (kind === 'words') return polarity !== 'gap'
  return kind === 'evidence' && (links.length > 0 || people.length > 0)
}

function behavioursFrom(skill: Skill, level: number): Set<string> {
  const anchors = skill.anchors.filter((anchor) => anchor.level >= Math.max(1, level))
  return new Set(anchors.flatMap(({ behaviours }) => behaviours.map(({ id }) => id)))
}

/** Entries about one day are one occasion, and so is what one person said on it. */
function timesSeen(items: readonly Shown[], behaviour: string): number {
  const seen = items.filter(({ behaviours }) => behaviours.includes(behaviour))
  return new Set(seen.map(({ kind, on, people }) => (kind === 'words' ? `${on} ${people.join()}` : on))).size
}

/** The same day of the year before; what happened on it no longer counts. */
function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}
