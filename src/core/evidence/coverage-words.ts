// What evidence covers of a level, and what is missing for it to count, in sentences.

import { capitalise, counted } from '../planning/plain-words.ts'
import { BEHAVIOURS_NEEDED, type LevelCoverage, TIMES_NEEDED } from './evidence-coverage.ts'

/** "This supports level 3: two entries within twelve months." */
export function sayCovered({ level, fresh, older, counts }: LevelCoverage): string {
  const earlier = older.length === 0 ? '' : `, ${counted(older.length, 'older entry', 'older entries')}`
  if (counts) return `Level ${level} is covered: two behaviours, each on two days within twelve months.`
  if (fresh.length === 0 && older.length === 0) return `Nothing shows level ${level} yet.`
  if (fresh.length === 0) return `Nothing from the last twelve months shows level ${level}${earlier}.`
  return `${capitalise(counted(fresh.length, 'entry supports', 'entries support'))} level ${level} within twelve months${earlier}.`
}

/** What would make the level count; null where it counts, or where its behaviours are not described. */
export function sayMissing({ counts, met, behaviours }: LevelCoverage): string | null {
  if (counts || behaviours.length < BEHAVIOURS_NEEDED) return null
  const needed = BEHAVIOURS_NEEDED - met
  const begun = behaviours.filter(({ seenOn }) => seenOn.length > 0 && seenOn.length < TIMES_NEEDED)
  if (begun.length >= needed && needed > 0)
    return needed === 1
      ? 'One behaviour on one more day, and it is covered.'
      : 'Two behaviours on one more day each, and it is covered.'
  return needed === 1
    ? 'One more behaviour on two days, and it is covered.'
    : 'It takes two behaviours, each on two days within twelve months.'
}
