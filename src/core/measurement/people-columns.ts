// The ratings of several people as the columns of one fit: what counts, of whom, and by whom.

import type { Framework } from '../framework/framework.ts'
import type { RatedLevel } from './measure-person.ts'
import { evidenceOf, type PersonRows, type RaterOfPerson, readPersonInput } from './person-input.ts'
import type { PersonRow } from './person-rows.ts'
import { defaultPopulation, type Estimate } from './population.ts'
import { ratingCode } from './rating-code.ts'
import { EVIDENCE_ORDER, MANAGER, OTHER, type RatingColumns, SEALED, SELF } from './rating-columns.ts'
import type { SealedContribution } from './sealed-contribution.ts'

/** Everything that is known about one of several people. */
export interface RatedPerson {
  id: string
  ratings: readonly RatedLevel[]
  /** What confidential rounds about them left behind; none where nothing is given. */
  sealed?: readonly SealedContribution[]
}

/** Columns with the ids behind their numbers. */
export interface PeopleColumns {
  columns: RatingColumns
  /** Only people about whom something counts, in the order of their ids. */
  people: string[]
  raters: string[]
  skills: string[]
}

/** Days; two answers of one quarter are as good as simultaneous, and the same rater's second one replaces the first. */
const QUARTER = 91.3125

/**
 * What can count of everybody's ratings and sealed rounds. Private skills are left out: they enter nothing that
 * concerns anybody else. The order in which people arrive changes nothing.
 */
export function peopleColumns(framework: Framework, given: readonly RatedPerson[]): PeopleColumns {
  const lists = new ColumnLists()
  const people: string[] = []
  const population = defaultPopulation(framework)
  for (const { id, ratings, sealed = [] } of given.toSorted((a, b) => compare(a.id, b.id))) {
    const input = readPersonInput({ framework, ratings, sealed, population, audience: 'others' })
    if (input.rows.length === 0) continue
    lists.add(people.push(id) - 1, input, population.topLevel)
  }
  const groups = new Map(framework.groups.map((group, place) => [group.id, place]))
  const domainOf = Int32Array.from(framework.skills, (skill) => groups.get(skill.group) ?? 0)
  const { columns, raters } = lists.columns(people.length, { domainOf, topLevel: population.topLevel })
  return { columns, people, raters, skills: framework.skills.map((skill) => skill.id) }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Grows row by row, without an object for each: there may be a hundred thousand. */
class ColumnLists {
  private readonly person: number[] = []
  private readonly skill: number[] = []
  /** By the order in which raters were met; of a sealed row the number of its round. */
  private readonly rater: number[] = []
  private readonly kind: number[] = []
  private readonly code: number[] = []
  private readonly evidence: number[] = []
  private readonly quarter: number[] = []
  private readonly value: number[] = []
  private readonly variance: number[] = []
  private readonly raters = new Map<string, number>()
  private readonly shared: number[] = []

  add(person: number, input: PersonRows, topLevel: number): void {
    const raters = input.raters.map((rater, place) => this.numberOf(rater, input.priors.raters[place]))
    const kinds = input.raters.map(({ kind }) => KIND_NUMBERS[kind] ?? OTHER)
    for (let n = 0; n < input.rows.length; n += 1) {
      const row = input.rows[n] as PersonRow
      const rating = input.given[n]
      this.person.push(person)
      this.skill.push(row.skill)
      this.rater.push(raters[row.rater] as number)
      this.kind.push(kinds[row.rater] as number)
      this.code.push(rating ? ratingCode(rating.level ?? 0, rating.approaching, topLevel) : 0)
      this.evidence.push(rating ? EVIDENCE_ORDER.indexOf(evidenceOf(rating)) : 0)
      this.quarter.push(Math.floor(row.day / QUARTER))
      this.value.push(row.value)
      this.variance.push(row.sd ** 2)
    }
  }

  private numberOf({ id, kind }: RaterOfPerson, prior: Estimate | undefined): number {
    if (kind === 'self') return -1
    if (kind === 'sealed') return this.shared.push(prior?.variance ?? 0) - 1
    const known = this.raters.get(id) ?? this.raters.size
    this.raters.set(id, known)
    return known
  }

  columns(people: number, about: Pick<RatingColumns, 'domainOf' | 'topLevel'>) {
    const raters = [...this.raters.keys()].sort()
    const place = new Int32Array(raters.length)
    for (const [at, id] of raters.entries()) place[this.raters.get(id) as number] = at
    const quarters = [...new Set(this.quarter)].sort((a, b) => a - b)
    const waves = new Map(quarters.map((quarter, wave) => [quarter, wave]))
    const isNamed = (n: number) => this.kind[n] === MANAGER || this.kind[n] === OTHER
    const columns: RatingColumns = {
      ...about,
      people,
      raters: raters.length,
      waveDays: Float64Array.from(quarters, (quarter) => (quarter + 0.5) * QUARTER),
      person: Int32Array.from(this.person),
      skill: Uint16Array.from(this.skill),
      rater: Int32Array.from(this.rater, (rater, n) => (isNamed(n) ? (place[rater] as number) : rater)),
      kind: Uint8Array.from(this.kind),
      code: Uint8Array.from(this.code),
      evidence: Uint8Array.from(this.evidence),
      wave: Uint16Array.from(this.quarter, (quarter) => waves.get(quarter) as number),
      ...(this.shared.length === 0
        ? {}
        : {
            sealed: {
              value: Float64Array.from(this.value),
              variance: Float64Array.from(this.variance),
              shared: Float64Array.from(this.shared),
            },
          }),
    }
    return { columns, raters }
  }
}

const KIND_NUMBERS: Partial<Record<RaterOfPerson['kind'], number>> = {
  self: SELF,
  manager: MANAGER,
  sealed: SEALED,
}
