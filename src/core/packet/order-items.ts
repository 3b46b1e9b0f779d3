// Puts the strongest evidence first, and can say why it stands where it stands.

import { isSeenByOthers } from './count-sightings.ts'
import type { PacketItem } from './packet.ts'

/** Why an item stands where it stands, the strongest reason first. */
export type Strength = 'shows-level' | 'recent' | 'linked' | 'with-people' | 'confirmed'

export interface OrderAsked {
  /** The level that is claimed, or else asked. */
  level: number
  /** Last day of the period. */
  until: string
}

/** A reason outweighs all that stand behind it together, except that what names no level is half of what does. */
const WEIGHTS: Record<Strength, number> = {
  'shows-level': 16,
  recent: 8,
  linked: 4,
  'with-people': 2,
  confirmed: 1,
}
const NO_LEVEL = 8
/** Days before the end of the period that count as recent: half a year. */
const RECENT_DAYS = 183
/** Praise this many days after an entry may well be about it. */
const CONFIRMED_WITHIN = 45
const DAY_MS = 86_400_000

/** Own evidence and notes, the strongest first; of equals the newest, then by source, so that the order is always one. */
export function orderItems(items: readonly PacketItem[], asked: OrderAsked): PacketItem[] {
  const weights = new Map(items.map((item) => [item, weightOf(item, items, asked)]))
  return items.toSorted(
    (a, b) =>
      Number(a.kind === 'words') - Number(b.kind === 'words') ||
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      compare(b.on, a.on) ||
      compare(a.source, b.source),
  )
}

/** What speaks for an item, the strongest first. */
export function strengthsOf(
  item: PacketItem,
  all: readonly PacketItem[],
  { level, until }: OrderAsked,
): Strength[] {
  const found: Strength[] = []
  if (item.level !== null && item.level >= level) found.push('shows-level')
  if (daysBetween(item.on, until) <= RECENT_DAYS) found.push('recent')
  if (item.links.length > 0) found.push('linked')
  if (item.kind === 'evidence' && item.people.length > 0) found.push('with-people')
  if (item.kind === 'evidence' && all.some((other) => confirms(other, item))) found.push('confirmed')
  return found
}

function weightOf(item: PacketItem, all: readonly PacketItem[], asked: OrderAsked): number {
  const named = strengthsOf(item, all, asked).reduce((sum, strength) => sum + WEIGHTS[strength], 0)
  return named + (item.level === null ? NO_LEVEL : 0)
}

/** Somebody praised the same skill soon after. */
function confirms(words: PacketItem, entry: PacketItem): boolean {
  if (words.kind !== 'words' || !isSeenByOthers(words)) return false
  const days = daysBetween(entry.on, words.on)
  return days >= 0 && days <= CONFIRMED_WITHIN
}

/** Whole days; negative where `to` comes first. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
