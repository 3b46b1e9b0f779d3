// Makes a few pieces of work out of many traces: what shares a branch or a ticket first, then what is most alike.

import { describePiece } from './describe-piece.ts'
import { gather, type Piece, pieceOf } from './gather-pieces.ts'
import { type CapturedItem, DAY_MS, daysBetween, type TraceOfWork } from './trace.ts'
import { type ReadTrace, readTraces } from './trace-vector.ts'

/** Days that are looked at together; at most MOST_ITEMS come of them. */
export const STRETCH_DAYS = 31
/** A person reads so many at a glance, and a month of work has about as many parts. */
const MOST_ITEMS = 15
/** A branch or ticket that holds more than this, or lasts longer, is a place and not a piece of work. */
const LARGEST_UNIT = 60
const LONGEST_UNIT_DAYS = 45
/** How far back a small commit looks for the one it belongs to. */
const COMPANION_STEPS = 10
const COMPANION_MS = 2 * DAY_MS

/**
 * The newest first. The same traces always give the same items, in whatever order they come; each trace is in exactly
 * one item.
 */
export function groupTraces(traces: readonly TraceOfWork[]): CapturedItem[] {
  const once = new Map(traces.map((trace) => [trace.origin, trace]))
  const sorted = [...once.values()].sort(inTime)
  const last = sorted.at(-1)?.day
  if (last === undefined) return []
  const stretches = new Map<number, Piece[]>()
  for (const piece of units(readTraces(sorted))) {
    const stretch = Math.floor(daysBetween(piece.to, last) / STRETCH_DAYS)
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), piece])
  }
  return [...stretches]
    .sort(([a], [b]) => a - b)
    .flatMap(([, pieces]) => gather(pieces, aimOf(pieces), MOST_ITEMS).sort(newestFirst))
    .map(describePiece)
}

function inTime(a: TraceOfWork, b: TraceOfWork): number {
  return a.at - b.at || (a.origin < b.origin ? -1 : 1)
}

function newestFirst(a: Piece, b: Piece): number {
  if (a.to !== b.to) return a.to < b.to ? 1 : -1
  return inTime(b.members.at(-1)?.trace as TraceOfWork, a.members.at(-1)?.trace as TraceOfWork)
}

/** How many items the traces should become: of five, four; of twenty, seven; of a hundred or more, twelve. */
function aimOf(pieces: readonly Piece[]): number {
  const traces = pieces.reduce((sum, { members }) => sum + members.length, 0)
  return Math.max(1, Math.min(12, Math.round(1.6 * Math.sqrt(traces))))
}

/** What belongs together beyond doubt: a branch that was merged, a ticket, a meeting that comes again. */
function units(read: ReadTrace[]): Piece[] {
  const names = new Map<string, ReadTrace[]>()
  for (const one of read) for (const name of namesOf(one)) names.set(name, [...(names.get(name) ?? []), one])
  const pairs = [...names.values()]
    .filter((members) => members.length > 1 && isOnePiece(members))
    .flatMap(([first, ...others]) => others.map((other) => [first as ReadTrace, other] as const))
  return joined(read, [...pairs, ...companionsOf(read)]).map(pieceOf)
}

/** The sets that pairs make, in order; a set that would become too large stays apart. */
function joined(
  read: readonly ReadTrace[],
  pairs: readonly (readonly [ReadTrace, ReadTrace])[],
): ReadTrace[][] {
  const setOf = new Map(read.map((one) => [one, [one]]))
  for (const [a, b] of pairs) {
    const [first, second] = [setOf.get(a) ?? [a], setOf.get(b) ?? [b]]
    if (first === second || first.length + second.length > LARGEST_UNIT * 2) continue
    first.push(...second)
    for (const one of second) setOf.set(one, first)
  }
  const sets = [...new Set(setOf.values())]
  const place = new Map(read.map((one, index) => [one, index]))
  return sets.map((set) => set.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)))
}

/** A commit that says little (“wip”, “fix typo”) goes with the one before it that touched the same folder. */
function companionsOf(read: readonly ReadTrace[]): [ReadTrace, ReadTrace][] {
  return read.flatMap((one, index): [ReadTrace, ReadTrace][] => {
    if (!one.subject.small || one.trace.files.length === 0) return []
    const folders = new Set(one.trace.files.map(folderOf))
    const before = read
      .slice(Math.max(0, index - COMPANION_STEPS), index)
      .reverse()
      .find(
        ({ trace }) =>
          one.trace.at - trace.at <= COMPANION_MS && trace.files.some((file) => folders.has(folderOf(file))),
      )
    return before === undefined ? [] : [[before, one]]
  })
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

function namesOf({ trace, subject }: ReadTrace): string[] {
  return [
    ...(trace.branch === null ? [] : [`b${trace.branch}`]),
    ...subject.tickets.map((ticket) => `t${ticket}`),
    ...(trace.kind === 'meeting' ? [`m${subject.text.toLowerCase()}`] : []),
  ]
}

function isOnePiece(members: readonly ReadTrace[]): boolean {
  const [first, last] = [members[0]?.trace.day ?? '', members.at(-1)?.trace.day ?? '']
  const isMeeting = members.every(({ trace }) => trace.kind === 'meeting')
  return members.length <= LARGEST_UNIT && (isMeeting || daysBetween(first, last) <= LONGEST_UNIT_DAYS)
}
