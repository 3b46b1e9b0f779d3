// Joins pieces of work that are most alike, until there are as few as a person can look over.
import { daysBetween } from './trace.ts'
import { addTo, dot, type ReadTrace, type Vector } from './trace-vector.ts'

export interface Piece {
  /** By time. */
  members: ReadTrace[]
  /** Days, both included. */
  from: string
  to: string
  /** The same as numbers of days, because they are compared often. */
  begins: number
  ends: number
  /** The sum of the vectors of its members, and the square of its length. */
  vector: Vector
  square: number
  /** Small things that nothing but time holds together. */
  rest: boolean
}

/** Likeness, from 0 to 1, above which two pieces are one, however few there are. */
const ONE_PIECE = 0.5
/** Below this nothing is joined, as long as there are not too many. */
const UNLIKE = 0.08
/** After so many days between them two pieces are half as alike. */
const HALF_DAYS = 10
const LONGEST_DAYS = 45
/** Comparing all with all takes the square of them, so that the many are first joined with their neighbours in time. */
const MOST_COMPARED = 200
const NEIGHBOURS = 12
/** By Ward's criterion; two single traces that have nothing in common cost 1. */
const DEAREST_NEIGHBOUR = 1.5
/** An item with more traces than this is no piece of work, and its origin would not fit an entry. */
const MOST_MEMBERS = 600

export function pieceOf(members: readonly ReadTrace[]): Piece {
  const days = members.map(({ trace }) => trace.day).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new Error('A piece of work has at least one trace.')
  const vector: Vector = new Map()
  let own = 0
  for (const one of members) {
    addTo(vector, one.vector)
    own += dot(one.vector, one.vector)
  }
  return {
    members: [...members],
    from,
    to,
    begins: daysBetween('1970-01-01', from),
    ends: daysBetween('1970-01-01', to),
    vector,
    // What no other trace has is left out of the vectors, and still counts for the length of each, which is 1.
    square: dot(vector, vector) + members.length - own,
    rest: false,
  }
}

/** Joins what is alike down to `aim`, and what is left over down to `most`. */
export function gather(pieces: readonly Piece[], aim: number, most: number): Piece[] {
  const joined = joinAlike(joinNeighbours(pieces), aim)
  return gatherRest(joined, most).map((piece) => ({ ...piece, members: piece.members.toSorted(inTime) }))
}

function inTime(one: ReadTrace, other: ReadTrace): number {
  return one.trace.at - other.trace.at || (one.trace.origin < other.trace.origin ? -1 : 1)
}

interface Fit {
  /** From 0 to 1: the cosine of what they are about, less for the time between them. */
  alike: number
  /** What joining them would cost in closeness (Ward's criterion): small ones join before large ones. */
  cost: number
}

const NO_FIT: Fit = { alike: 0, cost: Number.POSITIVE_INFINITY }

function fitOf(a: Piece, b: Piece): Fit {
  const gap = Math.max(0, a.begins - b.ends, b.begins - a.ends)
  const span = Math.max(a.ends, b.ends) - Math.min(a.begins, b.begins)
  const [n, m] = [a.members.length, b.members.length]
  if (span > LONGEST_DAYS || n + m > MOST_MEMBERS) return NO_FIT
  const common = dot(a.vector, b.vector) * 2 ** (-gap / HALF_DAYS)
  const distance = a.square / (n * n) + b.square / (m * m) - (2 * common) / (n * m)
  return { alike: common / Math.sqrt(a.square * b.square), cost: (distance * n * m) / (n + m) }
}

/** Uses up both of them: the larger vector takes in the smaller one. */
function join(a: Piece, b: Piece): Piece {
  const square = a.square + b.square + 2 * dot(a.vector, b.vector)
  const [large, small] = a.vector.size >= b.vector.size ? [a, b] : [b, a]
  addTo(large.vector, small.vector)
  return {
    members: [...a.members, ...b.members],
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    begins: Math.min(a.begins, b.begins),
    ends: Math.max(a.ends, b.ends),
    vector: large.vector,
    square,
    rest: a.rest || b.rest,
  }
}

/** One pass through time: each piece joins the most alike of those just before it. */
function joinNeighbours(pieces: readonly Piece[]): Piece[] {
  let current = [...pieces]
  for (let least = ONE_PIECE; current.length > MOST_COMPARED && least > 0.01; least *= 0.7) {
    const next: Piece[] = []
    for (const piece of current) {
      let best = -1
      let most = least
      for (let index = Math.max(0, next.length - NEIGHBOURS); index < next.length; index += 1) {
        const { alike, cost } = fitOf(next[index] as Piece, piece)
        if (alike > most && cost < DEAREST_NEIGHBOUR) [best, most] = [index, alike]
      }
      if (best < 0) next.push(piece)
      else next[best] = join(next[best] as Piece, piece)
    }
    current = next
  }
  return current
}

interface Partner extends Fit {
  index: number
}

/** The pair that costs least first, until nothing is alike enough for how many there still are. */
function joinAlike(pieces: readonly Piece[], aim: number): Piece[] {
  const current: (Piece | null)[] = [...pieces]
  // For each piece, the one behind it with which it goes best.
  const partners = current.map((_, index) => partnerOf(current, index))
  for (let count = current.length; ; count -= 1) {
    const at = cheapest(current, partners)
    const partner = partners[at]
    if (partner === undefined || partner.alike < (count > aim ? UNLIKE : ONE_PIECE)) break
    const joined = join(current[at] as Piece, current[partner.index] as Piece)
    current[at] = joined
    current[partner.index] = null
    for (const [index, one] of current.entries()) {
      if (one === null) continue
      const known = partners[index]?.index ?? -1
      if (index === at || known === at || known === partner.index) partners[index] = partnerOf(current, index)
      else if (index < at) partners[index] = better(partners[index], { index: at, ...fitOf(one, joined) })
    }
  }
  return current.filter((one) => one !== null)
}

function cheapest(pieces: readonly (Piece | null)[], partners: readonly Partner[]): number {
  let best = -1
  for (const [index, partner] of partners.entries())
    if (pieces[index] !== null && partner.cost < (partners[best]?.cost ?? Number.POSITIVE_INFINITY))
      best = index
  return best
}

function partnerOf(pieces: readonly (Piece | null)[], index: number): Partner {
  const one = pieces[index] ?? null
  let best: Partner = { index: -1, ...NO_FIT }
  for (let other = index + 1; one !== null && other < pieces.length; other += 1) {
    const candidate = pieces[other] ?? null
    if (candidate !== null) best = better(best, { index: other, ...fitOf(one, candidate) })
  }
  return best
}

/** What is not alike at all is never a partner, however small it is. */
function better(known: Partner | undefined, other: Partner): Partner {
  const isKnown = known !== undefined && known.index >= 0
  return other.alike >= UNLIKE && (!isKnown || other.cost < known.cost) ? other : (known ?? other)
}

/** What is too much becomes one piece of its own, the smallest first: better one honest rest than strangers joined. */
function gatherRest(pieces: readonly Piece[], most: number): Piece[] {
  if (pieces.length <= most) return [...pieces]
  const bySize = [...pieces].sort((a, b) => weightOf(a) - weightOf(b) || (a.from < b.from ? -1 : 1))
  const rests: Piece[] = []
  let rest: Piece | null = null
  let left = bySize.length
  while (left + rests.length + 1 > most && bySize.length > 0) {
    const next = bySize.shift() as Piece
    left -= 1
    if (rest !== null && rest.members.length + next.members.length > MOST_MEMBERS) {
      rests.push(rest)
      rest = null
    }
    rest = rest === null ? next : join(rest, next)
  }
  return [...bySize, ...[...rests, ...(rest === null ? [] : [rest])].map((one) => ({ ...one, rest: true }))]
}

/** Traces, those that say little counted as a quarter. */
function weightOf(piece: Piece): number {
  return piece.members.reduce((sum, { subject }) => sum + (subject.small ? 0.25 : 1), 0)
}
