// Everybody of whom somebody keeps ratings, measured in one fit; made anew only when something was changed.
import { createHash } from 'node:crypto'
import type { Framework } from '../../core/framework/framework.ts'
import { ratingsToLearnFrom } from '../../core/measurement/learn-population.ts'
import { measureTogether, populationFor, type Together } from '../../core/measurement/measure-together.ts'
import { peopleColumns, type RatedPerson } from '../../core/measurement/people-columns.ts'
import { defaultPopulation, type Population } from '../../core/measurement/population.ts'
import type { RatingColumns } from '../../core/measurement/rating-columns.ts'
import { countRatedPeople, listRatingsOfPeople } from '../../store/assessment/ratings-of-people.ts'
import { lastAuditHash } from '../../store/audit/audit.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework } from '../app-env.ts'
import { learnApart } from './learn-apart.ts'

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
  spreads: Spreads
}

interface Spreads {
  /** The ratings that they are learned from. */
  mark: string
  /** Null: the engine's defaults, also for as long as learning takes. */
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
    const { task, ...made } = await makeTogether(tx, current, known?.spreads ?? NOTHING_LEARNED)
    if (tx.changes.length > 0) return made.together
    keep(shelf, key, { stamp, ...made })
    if (task !== null) learn(shelf, key, task)
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

const NOTHING_LEARNED: Spreads = { mark: '', population: null }

function keep(shelf: Map<string, Kept>, key: string, kept: Kept): void {
  shelf.delete(key)
  shelf.set(key, kept)
  const [oldest] = shelf.keys()
  if (shelf.size > MOST_KEPT && oldest !== undefined) shelf.delete(oldest)
}

interface LearningTask {
  mark: string
  columns: RatingColumns
  population: Population
}

/** Once it is done the next request is measured with it. */
function learn(shelf: Map<string, Kept>, key: string, { mark, columns, population }: LearningTask): void {
  const done = (learned: Population | null) => {
    const kept = shelf.get(key)
    if (kept?.spreads.mark === mark)
      shelf.set(key, { ...kept, stamp: '', spreads: { mark, population: learned } })
  }
  learnApart(columns, population).then(done, () => done(null))
}

async function makeTogether(
  tx: ViewerTransaction,
  { digest, framework }: CurrentFramework,
  known: Spreads,
): Promise<Omit<Kept, 'stamp'> & { task: LearningTask | null }> {
  if ((await countRatedPeople(tx, digest)) < 2)
    return { together: null, spreads: NOTHING_LEARNED, task: null }
  const people = await listRatingsOfPeople(tx, digest)
  const { spreads, task } = spreadsFor(framework, people, known)
  return { together: measureTogether(framework, people, spreads.population ?? undefined), spreads, task }
}

/** What was learned before holds until the next is there. */
function spreadsFor(
  framework: Framework,
  people: readonly RatedPerson[],
  known: Spreads,
): { spreads: Spreads; task: LearningTask | null } {
  const basis = ratingsToLearnFrom(people)
  if (basis.length === 0) return { spreads: NOTHING_LEARNED, task: null }
  const { columns } = peopleColumns(framework, basis)
  const mark = markOf(columns)
  if (mark === known.mark) return { spreads: known, task: null }
  const task = { mark, columns, population: defaultPopulation(framework) }
  return { spreads: { mark, population: known.population }, task }
}

/** Changes with every rating among them. */
function markOf({ person, skill, rater, kind, code, evidence, wave, waveDays }: RatingColumns): string {
  const hash = createHash('sha256')
  for (const column of [person, skill, rater, kind, code, evidence, wave, waveDays]) {
    if (column !== undefined) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  }
  return hash.digest('hex')
}
