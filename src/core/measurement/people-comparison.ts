// What ratings of several people say together, as one who keeps them may read it.

import type { RatingHabit } from './rating-habit.ts'

export interface PeopleComparison {
  /** People whom shared raters join, the largest group first; the reader has no name. Empty with fewer than two people. */
  networks: { id: string; name: string | null }[][]
  /** How the reader rates others; null until they have rated two people. */
  habit: RatingHabit | null
}
