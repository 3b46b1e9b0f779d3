// An attacker who has all releases, knows exactly who is counted in each figure, and takes figures from each other.

/** One published figure with the people in it: more than any reader has, so that the test errs on the safe side. */
export interface Observation {
  release: number
  members: readonly string[]
  /** People by level. */
  counts: readonly number[]
}

export interface Attack {
  /** Groups of fewer than k that some combination of the figures is about. */
  groups: number
  /** Ratings told rightly and with certainty. */
  ratings: number
}

/**
 * Takes every pair of figures that is offered: what one has beyond the other, and what they share. Besides, the
 * finest groups that any number of figures together can tell apart: people who are in the same figures.
 */
export function attackReleases(
  observations: readonly Observation[],
  fewest: number,
  truth: (release: number, person: string) => number | undefined,
): Attack {
  const people = [...new Set(observations.flatMap((one) => one.members))]
  const place = new Map(people.map((id, at) => [id, at]))
  const sets = observations.map((one) => bitsOf(one.members, place))
  const groups = new Set<string>()
  const rated = new Set<string>()
  const isSmall = (bits: bigint) => bits !== 0n && countBits(bits) < fewest
  for (const small of finestGroups(people.length, sets)) if (isSmall(small)) groups.add(small.toString())
  for (const [i, a] of sets.entries()) {
    const one = observations[i] as Observation
    // A figure by itself, where everybody in it has the same level.
    tell(one, a, one.counts, { people, truth, rated })
    for (const [j, b] of sets.entries()) {
      if (i === j) continue
      const [beyond, shared] = [a & ~b, a & b]
      for (const part of [beyond, shared]) if (isSmall(part)) groups.add(part.toString())
      const other = observations[j] as Observation
      // Within one release always; from one release to another where the rest is too small to be safe.
      const isTaken = shared === b && beyond !== 0n && (one.release === other.release || isSmall(beyond))
      if (!isTaken) continue
      const left = one.counts.map((count, level) => count - (other.counts[level] ?? 0))
      tell(one, beyond, left, { people, truth, rated })
    }
  }
  return { groups: groups.size, ratings: rated.size }
}

interface Told {
  people: readonly string[]
  truth: (release: number, person: string) => number | undefined
  rated: Set<string>
}

/** Where what is left is all of one level, it is everybody's. */
function tell(one: Observation, who: bigint, counts: readonly number[], told: Told): void {
  const size = countBits(who)
  const level = counts.indexOf(size)
  if (level < 0 || counts.some((count, at) => at !== level && count !== 0)) return
  for (const [at, person] of told.people.entries()) {
    if ((who >> BigInt(at)) % 2n === 0n) continue
    if (told.truth(one.release, person) === level) told.rated.add(`${one.release} ${person}`)
  }
}

function bitsOf(members: readonly string[], place: ReadonlyMap<string, number>): bigint {
  let bits = 0n
  for (const id of members) bits |= 1n << BigInt(place.get(id) ?? 0)
  return bits
}

function countBits(bits: bigint): number {
  let [left, count] = [bits, 0]
  while (left !== 0n) {
    left &= left - 1n
    count += 1
  }
  return count
}

function finestGroups(people: number, sets: readonly bigint[]): bigint[] {
  const groups = new Map<string, bigint>()
  for (let at = 0; at < people; at += 1) {
    const signature = sets.map((bits) => (bits >> BigInt(at)) & 1n).join('')
    groups.set(signature, (groups.get(signature) ?? 0n) | (1n << BigInt(at)))
  }
  return [...groups.values()]
}
