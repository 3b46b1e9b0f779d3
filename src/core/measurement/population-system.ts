// The ratings of a whole organisation as a block system: people are the groups, raters and skills are shared.

import type { BlockSystem } from './block-system.ts'
import { EVIDENCE_ORDER, MANAGER, type RatingColumns, SEALED, SELF } from './rating-columns.ts'

/** Which spread an unknown belongs to. */
export const PERSON = 0
export const DOMAIN = 1
export const SKILL = 2
export const HALO = 3
export const SELF_HALO = 4
export const LENIENCY = 5
/** Unknowns whose variance is given and not estimated: drift, sealed rounds, means and biases. */
export const GIVEN = 6

/** Everything sorted by person, and within a person by the unknown that is eliminated first. */
export interface PopulationSystem {
  system: BlockSystem
  absorbedFactor: Uint8Array
  denseFactor: Uint8Array
  /** By row: code of the rating, and 3 × kind + evidence. */
  code: Uint8Array
  noiseClass: Uint8Array
  sealed: { value: Float64Array; variance: Float64Array } | null
  /** By person: true where raters are eliminated before states of skills. */
  ratersAbsorbed: Uint8Array
  /** Shared unknowns: raters first, then skills, then the bias of self-ratings and that of managers. */
  raters: number
  skills: number
  selfBias: number
  managerBias: number
}

const NOISE_CLASSES = EVIDENCE_ORDER.length

/** Variances are filled in by `setSpreads`; drift and sealed rounds here. */
export function arrangePopulation(columns: RatingColumns, driftPerDay: number): PopulationSystem {
  const rows = columns.person.length
  const order = byPerson(columns)
  const shape = countUnknowns(columns, order)
  const { raters } = columns
  const skills = columns.domainOf.length
  const [selfBias, managerBias] = [raters + skills, raters + skills + 1]
  const arranged: PopulationSystem = {
    system: {
      groups: columns.people,
      rowStart: order.start,
      dense: 2,
      shared: 3,
      columns: new Int32Array(6 * rows),
      denseIntercept: true,
      absorbedStart: shape.absorbedStart,
      absorbedVariance: new Float64Array(shape.absorbedStart[columns.people] as number),
      absorbedLinked: new Uint8Array(shape.absorbedStart[columns.people] as number),
      denseStart: shape.denseStart,
      denseVariance: new Float64Array(shape.denseStart[columns.people] as number),
      denseLinked: new Uint8Array(shape.denseStart[columns.people] as number),
      sharedCount: raters + skills + 2,
      sharedVariance: new Float64Array(raters + skills + 2),
      tie: { from: raters, to: raters + skills, variance: 0 },
    },
    absorbedFactor: new Uint8Array(shape.absorbedStart[columns.people] as number),
    denseFactor: new Uint8Array(shape.denseStart[columns.people] as number),
    code: new Uint8Array(rows),
    noiseClass: new Uint8Array(rows),
    sealed: columns.sealed ? { value: new Float64Array(rows), variance: new Float64Array(rows) } : null,
    ratersAbsorbed: shape.ratersAbsorbed,
    raters,
    skills,
    selfBias,
    managerBias,
  }
  const numbering = new PersonNumbering(columns)
  for (let p = 0; p < columns.people; p += 1) fillPerson(columns, order, p, numbering, arranged, driftPerDay)
  return arranged
}

interface PersonOrder {
  /** Original rows, person by person. */
  rows: Int32Array
  start: Int32Array
}

/** Counting sort: rows keep their order within a person. */
function byPerson(columns: RatingColumns): PersonOrder {
  const { person, people } = columns
  const start = new Int32Array(people + 1)
  for (const p of person) start[p + 1] = (start[p + 1] as number) + 1
  for (let p = 0; p < people; p += 1) start[p + 1] = (start[p + 1] as number) + (start[p] as number)
  const next = start.slice()
  const rows = new Int32Array(person.length)
  for (let row = 0; row < person.length; row += 1) {
    const p = person[row] as number
    rows[next[p] as number] = row
    next[p] = (next[p] as number) + 1
  }
  return { rows, start }
}

/** Numbers the states, domains and raters of one person after the other. */
class PersonNumbering {
  /** Distinct skill-and-wave keys, ascending. */
  states: number[] = []
  domains: number[] = []
  /** Distinct raters: −1 is the person, rounds follow after all raters. */
  raters: number[] = []
  private readonly columns: RatingColumns
  private readonly waves: number
  private readonly stateOf = new Map<number, number>()
  private readonly domainAt = new Map<number, number>()
  private readonly raterAt = new Map<number, number>()

  constructor(columns: RatingColumns) {
    this.columns = columns
    this.waves = columns.waveDays.length
  }

  read(order: PersonOrder, p: number): void {
    this.states = []
    this.domains = []
    this.raters = []
    this.stateOf.clear()
    this.domainAt.clear()
    this.raterAt.clear()
    for (let at = order.start[p] as number; at < (order.start[p + 1] as number); at += 1) {
      const row = order.rows[at] as number
      note(this.stateKey(row), this.stateOf, this.states)
      note(this.columns.domainOf[this.columns.skill[row] as number] as number, this.domainAt, this.domains)
      note(this.raterKey(row), this.raterAt, this.raters)
    }
    sortInto(this.states, this.stateOf)
    sortInto(this.domains, this.domainAt)
    sortInto(this.raters, this.raterAt)
  }

  private stateKey(row: number): number {
    return (this.columns.skill[row] as number) * this.waves + (this.columns.wave?.[row] ?? 0)
  }

  private raterKey(row: number): number {
    const kind = this.columns.kind[row]
    if (kind === SELF) return -1
    return kind === SEALED
      ? this.columns.raters + (this.columns.rater[row] as number)
      : (this.columns.rater[row] as number)
  }

  state(row: number): number {
    return this.stateOf.get(this.stateKey(row)) as number
  }

  domain(row: number): number {
    return this.domainAt.get(this.columns.domainOf[this.columns.skill[row] as number] as number) as number
  }

  rater(row: number): number {
    return this.raterAt.get(this.raterKey(row)) as number
  }

  get ratersAbsorbed(): boolean {
    return this.raters.length > this.states.length
  }
}

function note(key: number, known: Map<number, number>, keys: number[]): void {
  if (known.has(key)) return
  known.set(key, 0)
  keys.push(key)
}

function sortInto(keys: number[], places: Map<number, number>): void {
  keys.sort((a, b) => a - b)
  for (let i = 0; i < keys.length; i += 1) places.set(keys[i] as number, i)
}

function countUnknowns(columns: RatingColumns, order: PersonOrder) {
  const absorbedStart = new Int32Array(columns.people + 1)
  const denseStart = new Int32Array(columns.people + 1)
  const ratersAbsorbed = new Uint8Array(columns.people)
  const numbering = new PersonNumbering(columns)
  for (let p = 0; p < columns.people; p += 1) {
    numbering.read(order, p)
    const [states, raters] = [numbering.states.length, numbering.raters.length]
    ratersAbsorbed[p] = numbering.ratersAbsorbed ? 1 : 0
    absorbedStart[p + 1] = (absorbedStart[p] as number) + Math.max(states, raters)
    const dense =
      order.start[p] === order.start[p + 1] ? 0 : 1 + numbering.domains.length + Math.min(states, raters)
    denseStart[p + 1] = (denseStart[p] as number) + dense
  }
  return { absorbedStart, denseStart, ratersAbsorbed }
}

function fillPerson(
  columns: RatingColumns,
  order: PersonOrder,
  p: number,
  numbering: PersonNumbering,
  out: PopulationSystem,
  driftPerDay: number,
): void {
  const [first, last] = [order.start[p] as number, order.start[p + 1] as number]
  if (first === last) return
  numbering.read(order, p)
  const { system } = out
  const swapped = numbering.ratersAbsorbed
  const domains = numbering.domains.length
  const count = last - first
  // Key and place in one number, so that the native sort of numbers can be used.
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    const row = order.rows[first + i] as number
    keys[i] = (swapped ? numbering.rater(row) : numbering.state(row)) * count + i
  }
  keys.sort()
  for (let i = 0; i < count; i += 1) {
    const at = first + i
    const row = order.rows[first + ((keys[i] as number) % count)] as number
    const [state, rater] = [numbering.state(row), numbering.rater(row)]
    system.columns[6 * at] = swapped ? rater : state
    system.columns[6 * at + 1] = 1 + numbering.domain(row)
    system.columns[6 * at + 2] = 1 + domains + (swapped ? state : rater)
    fillShared(columns, row, 6 * at + 3, out)
    out.code[at] = columns.code[row] as number
    out.noiseClass[at] = NOISE_CLASSES * (columns.kind[row] as number) + (columns.evidence[row] as number)
    if (out.sealed && columns.sealed && columns.kind[row] === SEALED) {
      out.sealed.value[at] = columns.sealed.value[row] as number
      out.sealed.variance[at] = columns.sealed.variance[row] as number
    }
  }
  const dense = system.denseStart[p] as number
  out.denseFactor[dense] = PERSON
  out.denseFactor.fill(DOMAIN, dense + 1, dense + 1 + domains)
  const absorbed = {
    variance: system.absorbedVariance,
    linked: system.absorbedLinked,
    factor: out.absorbedFactor,
  }
  const rest = { variance: system.denseVariance, linked: system.denseLinked, factor: out.denseFactor }
  const [atStates, atRaters] = swapped
    ? [dense + 1 + domains, system.absorbedStart[p] as number]
    : [system.absorbedStart[p] as number, dense + 1 + domains]
  fillStates(columns, numbering.states, swapped ? rest : absorbed, atStates, driftPerDay)
  fillRaters(columns, numbering.raters, swapped ? absorbed : rest, atRaters)
}

interface UnknownArrays {
  variance: Float64Array
  linked: Uint8Array
  factor: Uint8Array
}

function fillStates(
  columns: RatingColumns,
  states: readonly number[],
  out: UnknownArrays,
  start: number,
  driftPerDay: number,
): void {
  const waves = columns.waveDays.length
  for (let i = 0; i < states.length; i += 1) {
    const key = states[i] as number
    const before = states[i - 1]
    const isLater = before !== undefined && Math.floor(before / waves) === Math.floor(key / waves)
    out.linked[start + i] = isLater ? 1 : 0
    out.factor[start + i] = isLater ? GIVEN : SKILL
    if (!isLater) continue
    const days = (columns.waveDays[key % waves] as number) - (columns.waveDays[before % waves] as number)
    out.variance[start + i] = Math.max(days * driftPerDay, 1e-9)
  }
}

function fillRaters(
  columns: RatingColumns,
  raters: readonly number[],
  out: UnknownArrays,
  start: number,
): void {
  for (let i = 0; i < raters.length; i += 1) {
    const rater = raters[i] as number
    const isRound = rater >= columns.raters
    out.factor[start + i] = rater < 0 ? SELF_HALO : isRound ? GIVEN : HALO
    if (isRound) {
      out.variance[start + i] = Math.max(columns.sealed?.shared[rater - columns.raters] ?? 0, 1e-9)
    }
  }
}

function fillShared(columns: RatingColumns, row: number, at: number, out: PopulationSystem): void {
  const kind = columns.kind[row] as number
  const rater = columns.rater[row] as number
  out.system.columns[at] = kind === SELF ? out.selfBias : kind === SEALED ? -1 : rater
  out.system.columns[at + 1] = out.raters + (columns.skill[row] as number)
  out.system.columns[at + 2] = kind === MANAGER ? out.managerBias : -1
}
