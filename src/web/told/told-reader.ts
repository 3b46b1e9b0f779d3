// What reading and keeping a sentence needs to know: whose role and levels, which people, and who said it when.
import type { Feedback } from '../../core/feedback/feedback.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { KeptPerson, Relation } from '../../core/person/kept-person.ts'
import type { Levels } from '../../core/planning/levels.ts'

/** Who said it, as it is being filled in. */
export interface SaidFrom {
  /** The id of somebody who is kept, `NOBODY`, or `SOMEBODY_NEW` with a name. */
  who: string
  name: string
  relation: Relation | null
  /** ISO date. */
  day: string
}

export const NOBODY = ''
export const SOMEBODY_NEW = 'new'

export interface ToldReader {
  framework: Framework
  digest: string
  /** The role whose expectations levels are guessed from. */
  role: string
  levels: Levels
  people: readonly KeptPerson[]
}

export function fromOfRecord({ saidBy, saidOn }: Feedback): SaidFrom {
  return { who: saidBy ?? NOBODY, name: '', relation: null, day: saidOn }
}
