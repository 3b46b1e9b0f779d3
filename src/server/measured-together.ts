// Everybody of whom somebody keeps ratings, measured in one fit; made anew only when something was changed.
import { createHash } from 'node:crypto'
import { learnPopulation, ratingsToLearnFrom } from '../core/measurement/learn-population.ts'
import { measureTogether, populationFor, type Together } from '../core/measurement/measure-together.ts'
import type { RatedPerson } from '../core/measurement/people-columns.ts'
import { defaultPopulation, type Population } from '../core/measurement/population.ts'
import { lastAuditHash } from '../store/audit.ts'
import { countRatedPeople, listRatingsOfPeople } from '../store/ratings-of-people.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'
import type { CurrentFramework } from './app-env.ts'

/** What is known about people in general and about each rater; never leaves the server, because it names raters. */
export interface TogetherShelf {
  /** Null where the viewer has ratings of fewer than two people: then nobody tells anything about another. */
  find(tx: ViewerTransaction, current: CurrentFramework): Promise<Together | null>
  /** After an erase nothing of anybody may stay in memory. */
  forget(): void
  /** What this person is measured against. */
  populationFor(tx: ViewerTransaction, current: CurrentFramework, person: string): Promise<Population>
}

/** One for each person and framework version that is being looked at; more are not worth their memory. */
const MOST_KEPT = 3

interface Kept {
  /** The state of all data that it was made from. */
  stamp: string
  together: Together | null
  spreads: Spreads | null
}

interface Spreads {
  /** The ratings that they were learned from. */
  mark: string
  /** Null: the engine's defaults. */
  population: Population | null
}

/**
 * A fit holds as long as the audit chain has no new row: every change appends one, also a restore and an import. Within
 * a transaction that has changed something already nothing is reused.
 */
export function togetherShelf(): TogetherShelf {
  const shelf = new Map<string, Kept>()
  const find = async (tx: ViewerTransaction, current: CurrentFramework): Promise<Together | null> => {
    const key = [tx.viewer.orgId, tx.viewer.personId, current.digest].join(' ')
    // The stamp first: what is committed while ratings are read belongs to the next one.
    const stamp = await lastAuditHash(tx)
    const known = shelf.get(key)
    if (known?.stamp === stamp && tx.changes.length === 0) return known.together
    const made = await makeTogether(tx, current, known?.spreads ?? null)
    shelf.delete(key)
    if (tx.changes.length === 0) shelf.set(key, { stamp, ...made })
    const [oldest] = shelf.keys()
    if (shelf.size > MOST_KEPT && oldest !== undefined) shelf.delete(oldest)
    return made.together
  }
  return {
    find,
    forget: () => shelf.clear(),
    populationFor: async (tx, current, person) => {
      const together = await find(tx, current)
      return together === null ? defaultPopulation(current.framework) : populationFor(together, person)
    },
  }
}

async function makeTogether(
  tx: ViewerTransaction,
  { digest, framework }: CurrentFramework,
  known: Spreads | null,
): Promise<Omit<Kept, 'stamp'>> {
  if ((await countRatedPeople(tx, digest)) < 2) return { together: null, spreads: null }
  const people = await listRatingsOfPeople(tx, digest)
  const basis = ratingsToLearnFrom(people)
  const mark = markOf(basis)
  const spreads = known?.mark === mark ? known : { mark, population: learnPopulation(framework, basis) }
  return { together: measureTogether(framework, people, spreads.population ?? undefined), spreads }
}

/** Changes with every rating among them. */
function markOf(people: readonly RatedPerson[]): string {
  const hash = createHash('sha256')
  for (const { id, ratings } of people) {
    const said = ratings.map(({ skill, level, approaching, ratedAt, confidence, rater }) =>
      [rater?.id, rater?.kind, skill, level, approaching, ratedAt, confidence].join(),
    )
    hash.update(`${id} ${said.sort().join(' ')}\n`)
  }
  return hash.digest('hex')
}
