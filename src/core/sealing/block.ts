// The smallest group that any figure about several people is made of: a block of at least k people.

/** Where people are: the chain of teams from the top, the path and the role. Null where they differ. */
export interface Place {
  teams: readonly string[]
  path: string | null
  role: string | null
}

/** Somebody who counts in a release, with their level in one skill. */
export interface CountedPerson {
  id: string
  place: Place
  /** A whole level of the scale. */
  level: number
  /** What their role expects in this skill; null where it expects nothing or is not known. */
  expected: number | null
  /** Works here no more: counts on where they were until enough people go together, and nowhere anew. */
  left: boolean
}

/**
 * People whose level in one skill has been published together in exactly the same releases. Blocks only ever split,
 * and never into a part of fewer than k: so whatever is worked out of all releases together is about whole blocks.
 */
export interface Block {
  id: number
  /** What its people have in common, or had when they were put together. */
  place: Place
  /** Everybody of it who is still known, by id. An erased person is missing here and still counts in `size`. */
  people: readonly string[]
  size: number
  /** People by level as published: see `softenCounts`. */
  counts: readonly number[]
  /** People by the level that their role expects; people whose role expects nothing are in none. */
  expected: readonly number[]
  /** Published in this release: as new figures, as those of the last time ("resting"), or not at all ("unseen"). */
  state: 'fresh' | 'resting' | 'unseen'
}
