// The ratings of several people as the columns of one fit: what counts, of whom, and by whom.

import type { Framework } from '../framework/framework.ts'
import type { RatedLevel } from './measure-person.ts'
import { evidenceOf, readPersonInput } from './person-input.ts'
import { defaultPopulation } from './population.ts'
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

interface Row {
  person: number
  skill: number
  /** Id of the rater, number of the sealed round, or null for oneself. */
  rater: string | number | null
  kind: number
  code: number
  evidence: number
  quarter: number
  value: number
  variance: number
}

/**
 * What can count of everybody's ratings and sealed rounds. Private skills are left out: they enter nothing that
 * concerns anybody else. The order in which people arrive changes nothing.
 */
export function peopleColumns(framework: Framework, given: readonly RatedPerson[]): PeopleColumns {
  const shared: number[] = []
  const people: string[] = []
  const rows: Row[] = []
  for (const one of given.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const own = rowsOf(framework, one, people.length, shared)
    if (own.length === 0) continue
    people.push(one.id)
    for (const row of own) rows.push(row)
  }
  const ids = rows.flatMap(({ rater }) => (typeof rater === 'string' ? rater : []))
  const raters = [...new Set(ids)].sort()
  const columns = asColumns(framework, rows, { people: people.length, raters, shared })
  return { columns, people, raters, skills: framework.skills.map((skill) => skill.id) }
}

/** `shared` takes the variances of sealed rounds, by number. */
function rowsOf(framework: Framework, one: RatedPerson, person: number, shared: number[]): Row[] {
  const population = defaultPopulation(framework)
  const { ratings, sealed = [] } = one
  const input = readPersonInput({ framework, ratings, sealed, population, audience: 'others' })
  const rounds = new Map<number, number>()
  return input.rows.map((row, n): Row => {
    const { id, kind } = input.raters[row.rater] ?? { id: '', kind: 'self' as const }
    const quarter = Math.floor(row.day / QUARTER)
    const base = { person, skill: row.skill, quarter, value: row.value, variance: row.sd ** 2 }
    const rating = input.given[n]
    if (kind === 'sealed' || !rating) {
      const round = rounds.get(row.rater) ?? shared.push(input.priors.raters[row.rater]?.variance ?? 0) - 1
      rounds.set(row.rater, round)
      return { ...base, rater: round, kind: SEALED, code: 0, evidence: 0 }
    }
    const code = ratingCode(rating.level ?? 0, rating.approaching, population.topLevel)
    const evidence = EVIDENCE_ORDER.indexOf(evidenceOf(rating))
    if (kind === 'self') return { ...base, rater: null, kind: SELF, code, evidence }
    return { ...base, rater: id, kind: kind === 'manager' ? MANAGER : OTHER, code, evidence }
  })
}

function asColumns(
  framework: Framework,
  rows: readonly Row[],
  { people, raters, shared }: { people: number; raters: readonly string[]; shared: readonly number[] },
): RatingColumns {
  const quarters = [...new Set(rows.map(({ quarter }) => quarter))].sort((a, b) => a - b)
  const waves = new Map(quarters.map((quarter, wave) => [quarter, wave]))
  const places = new Map(raters.map((id, place) => [id, place]))
  const groups = new Map(framework.groups.map((group, place) => [group.id, place]))
  const placeOf = ({ rater }: Row) =>
    rater === null ? -1 : typeof rater === 'number' ? rater : (places.get(rater) ?? -1)
  const columns: RatingColumns = {
    people,
    raters: raters.length,
    topLevel: defaultPopulation(framework).topLevel,
    domainOf: Int32Array.from(framework.skills, (skill) => groups.get(skill.group) ?? 0),
    waveDays: Float64Array.from(quarters, (quarter) => (quarter + 0.5) * QUARTER),
    person: Int32Array.from(rows, (row) => row.person),
    skill: Uint16Array.from(rows, (row) => row.skill),
    rater: Int32Array.from(rows, placeOf),
    kind: Uint8Array.from(rows, (row) => row.kind),
    code: Uint8Array.from(rows, (row) => row.code),
    evidence: Uint8Array.from(rows, (row) => row.evidence),
    wave: Uint16Array.from(rows, (row) => waves.get(row.quarter) ?? 0),
  }
  if (shared.length === 0) return columns
  const value = Float64Array.from(rows, (row) => row.value)
  const variance = Float64Array.from(rows, (row) => row.variance)
  return { ...columns, sealed: { value, variance, shared: Float64Array.from(shared) } }
}
