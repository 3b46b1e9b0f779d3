// One person's ratings as rows of a block system with a single group, everything shared taken as known.

import type { BlockSystem } from './block-system.ts'
import type { Estimate } from './population.ts'

/** One rating or one sealed value, with all names turned into numbers. */
export interface PersonRow {
  skill: number
  /** Which of the person's raters (or sealed rounds) it is from. */
  rater: number
  /** Days since 1970; the state of the skill it belongs to is found from it. */
  day: number
  /** Code of the rating, or −1 for a sealed value. */
  code: number
  /** SD of the rating's own noise; of a sealed value, of its own error. */
  sd: number
  /** Sealed values only. */
  value: number
}

/** Prior knowledge in the order of the indices of the rows. */
export interface PersonPriors {
  person: Estimate
  domainVariance: number
  /** Domain of each skill. */
  domainOf: Int32Array
  domains: number
  /** Deviation of the person's skill, its uncertain mean included. */
  skills: Estimate[]
  /** Variance per day by which each skill wanders. */
  driftPerDay: Float64Array
  /** Leniency and halo together. */
  raters: Estimate[]
}

/** Ratings of one quarter speak about the same state of a skill. */
const DAYS_OF_A_STATE = 91.3125

export interface PersonSystem {
  system: BlockSystem
  /** In the order of the system, and where each stood before. */
  rows: PersonRow[]
  order: number[]
  offset: Float64Array
  /** True where raters outnumber states, so that raters are eliminated first. */
  ratersAbsorbed: boolean
  /** By skill: the index of its latest state among the states, −1 without any rating. */
  latest: Int32Array
  /** By skill: the day of its latest state. */
  latestDay: Float64Array
  /** By domain: its dense index, −1 where no rated skill is in it. */
  domainColumn: Int32Array
  /** By rater: its dense (or absorbed) index. */
  raterColumn: Int32Array
}

/**
 * Sorts rows and numbers the unknowns. Eliminating first whichever there are more of, states of skills or raters,
 * keeps the dense block small: ten thousand raters of one person cost what they must and no more.
 */
export function arrangePerson(rows: readonly PersonRow[], priors: PersonPriors): PersonSystem {
  const states = numberStates(rows, priors)
  const ratersAbsorbed = priors.raters.length > states.skill.length
  const key = (i: number) => (ratersAbsorbed ? (rows[i] as PersonRow).rater : (states.ofRow[i] as number))
  const order = Array.from(rows, (_, i) => i).sort((a, b) => key(a) - key(b))
  const domainColumn = numberDomains(rows, priors)
  const domains = domainColumn.reduce((most, column) => Math.max(most, column), 0)
  const raterColumn = Int32Array.from(priors.raters, (_, r) => (ratersAbsorbed ? r : 1 + domains + r))
  const columns = new Int32Array(rows.length * 3)
  const offset = new Float64Array(rows.length)
  for (const [at, i] of order.entries()) {
    const row = rows[i] as PersonRow
    const state = states.ofRow[i] as number
    columns[at * 3] = ratersAbsorbed ? row.rater : state
    columns[at * 3 + 1] = domainColumn[priors.domainOf[row.skill] as number] as number
    columns[at * 3 + 2] = ratersAbsorbed ? 1 + domains + state : (raterColumn[row.rater] as number)
    offset[at] =
      priors.person.mean +
      (priors.skills[row.skill] as Estimate).mean +
      (priors.raters[row.rater] as Estimate).mean
  }
  const ofStates = { variance: states.variance, linked: states.linked }
  const ofRaters = {
    variance: Float64Array.from(priors.raters, (rater) => rater.variance),
    linked: new Uint8Array(priors.raters.length),
  }
  const [first, second] = ratersAbsorbed ? [ofRaters, ofStates] : [ofStates, ofRaters]
  const general = [priors.person.variance, ...new Array<number>(domains).fill(priors.domainVariance)]
  return {
    system: oneGroup(columns, rows.length, first, {
      variance: Float64Array.from([...general, ...second.variance]),
      linked: Uint8Array.from([...general.map(() => 0), ...second.linked]),
    }),
    rows: order.map((i) => rows[i] as PersonRow),
    order,
    offset,
    ratersAbsorbed,
    latest: states.latest,
    latestDay: states.latestDay,
    domainColumn,
    raterColumn,
  }
}

interface Block {
  variance: Float64Array
  linked: Uint8Array
}

function oneGroup(columns: Int32Array, rows: number, absorbed: Block, dense: Block): BlockSystem {
  return {
    groups: 1,
    rowStart: Int32Array.of(0, rows),
    dense: 2,
    shared: 0,
    columns,
    denseIntercept: true,
    absorbedStart: Int32Array.of(0, absorbed.variance.length),
    absorbedVariance: absorbed.variance,
    absorbedLinked: absorbed.linked,
    denseStart: Int32Array.of(0, dense.variance.length),
    denseVariance: dense.variance,
    denseLinked: dense.linked,
    sharedCount: 0,
    sharedVariance: new Float64Array(0),
    tie: { from: 0, to: 0, variance: 0 },
  }
}

/** States skill by skill in the order of time, each linked to the one before by the drift between them. */
function numberStates(rows: readonly PersonRow[], priors: PersonPriors) {
  const skills = priors.skills.length
  const bySkill: Map<number, number>[] = Array.from({ length: skills }, () => new Map())
  for (const row of rows) {
    const quarter = Math.floor(row.day / DAYS_OF_A_STATE)
    const known = bySkill[row.skill] as Map<number, number>
    known.set(quarter, Math.max(known.get(quarter) ?? Number.NEGATIVE_INFINITY, row.day))
  }
  const [skill, variance, linked]: [number[], number[], number[]] = [[], [], []]
  const latest = new Int32Array(skills).fill(-1)
  const latestDay = new Float64Array(skills)
  const place: Map<number, number>[] = Array.from({ length: skills }, () => new Map())
  for (const [k, quarters] of bySkill.entries()) {
    let before: number | null = null
    for (const [quarter, day] of [...quarters].sort((a, b) => a[0] - b[0])) {
      place[k]?.set(quarter, skill.length)
      latest[k] = skill.length
      latestDay[k] = day
      skill.push(k)
      const drift = before === null ? 0 : (day - before) * (priors.driftPerDay[k] as number)
      // Without drift two states would be one, which the elimination cannot divide by.
      variance.push(before === null ? (priors.skills[k] as Estimate).variance : Math.max(drift, 1e-9))
      linked.push(before === null ? 0 : 1)
      before = day
    }
  }
  const ofRow = Int32Array.from(
    rows,
    (row) => place[row.skill]?.get(Math.floor(row.day / DAYS_OF_A_STATE)) as number,
  )
  return {
    skill,
    variance: Float64Array.from(variance),
    linked: Uint8Array.from(linked),
    latest,
    latestDay,
    ofRow,
  }
}

/** Dense indices from 1 for the domains that occur; 0 is the person. */
function numberDomains(rows: readonly PersonRow[], priors: PersonPriors): Int32Array {
  const columns = new Int32Array(priors.domains).fill(-1)
  for (const row of rows) columns[priors.domainOf[row.skill] as number] = 0
  let next = 1
  for (let d = 0; d < columns.length; d += 1) {
    if (columns[d] !== 0) continue
    columns[d] = next
    next += 1
  }
  return columns
}
