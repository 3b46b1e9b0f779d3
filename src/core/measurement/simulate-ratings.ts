// Draws an organisation and its ratings from the model, or from a world that breaks the model in a chosen way.

import type { Population } from './population.ts'
import { MANAGER, OTHER, type RatingColumns, SELF } from './rating-columns.ts'
import { normalDraws, type Random } from './seeded-random.ts'

export interface SimulatedDesign {
  people: number
  /** People rate inside teams of this size; one of the team manages it. */
  teamSize: number
  /** Peers who rate each person, besides the manager and the person. */
  peers: number
  /** Share of people whose peers are drawn from the whole organisation instead of the team. */
  crossing: number
  skills: number
  domains: number
  /** Share of ratings that nobody gives. */
  missing: number
  /** Mean of all skills' means. */
  mean: number
}

/** How the world differs from the model that measures it; all absent: not at all. */
export interface Misfit {
  /** Where the bounds between levels really are: c + shift. */
  thresholds?: readonly number[]
  /** SD of the logarithm of each rater's own stretch of the scale. */
  unequalUse?: number
}

export interface SimulatedRatings {
  columns: RatingColumns
  /** True level by person and skill, row by row. */
  truth: Float64Array
}

/** Ratings as they would be given if `world` were true. */
export function simulateRatings(
  design: SimulatedDesign,
  world: Population,
  random: Random,
  misfit: Misfit = {},
): SimulatedRatings {
  const draw = normalDraws(random)
  const { people, skills } = design
  const domainOf = Int32Array.from({ length: skills }, (_, k) => k % design.domains)
  const means = Float64Array.from(
    { length: skills },
    () => design.mean + Math.sqrt(world.otherSkill.variance) * draw(),
  )
  const truth = drawLevels(design, world, domainOf, means, draw)
  const leniency = Float64Array.from({ length: people }, () => world.spreads.leniency * draw())
  const stretch = Float64Array.from({ length: people }, () => Math.exp((misfit.unequalUse ?? 0) * draw()))
  const sheet = new Sheet(people * (design.peers + 2) * skills)
  for (let p = 0; p < people; p += 1) {
    for (const [rater, kind] of ratersFor(design, p, random)) {
      const isSelf = kind === SELF
      const halo = (isSelf ? world.spreads.selfHalo : world.spreads.halo) * draw()
      const bias = isSelf
        ? world.selfBias.mean
        : (leniency[rater] as number) + (kind === MANAGER ? world.managerBias.mean : 0)
      for (let k = 0; k < skills; k += 1) {
        if (random() < design.missing) continue
        const z = (truth[p * skills + k] as number) + bias + halo + world.spreads.noise * draw()
        const seen = world.topLevel / 2 + (z - world.topLevel / 2) * (stretch[rater] as number)
        sheet.add(p, k, isSelf ? -1 : rater, kind, levelFor(seen, world.topLevel, misfit.thresholds))
      }
    }
  }
  return { columns: sheet.columns(design, world.topLevel, domainOf), truth }
}

function drawLevels(
  design: SimulatedDesign,
  world: Population,
  domainOf: Int32Array,
  means: Float64Array,
  draw: () => number,
): Float64Array {
  const { people, skills, domains } = design
  const truth = new Float64Array(people * skills)
  for (let p = 0; p < people; p += 1) {
    const person = world.spreads.person * draw()
    const ofDomain = Float64Array.from({ length: domains }, () => world.spreads.domain * draw())
    for (let k = 0; k < skills; k += 1) {
      truth[p * skills + k] =
        (means[k] as number) +
        person +
        (ofDomain[domainOf[k] as number] as number) +
        world.spreads.skill * draw()
    }
  }
  return truth
}

/** The person, the team's first member (or the next team's, for that one) and some peers. */
function ratersFor(design: SimulatedDesign, p: number, random: Random): [number, number][] {
  const { people, teamSize, peers } = design
  const first = p - (p % teamSize)
  const size = Math.min(teamSize, people - first)
  const lead = p === first && people > size ? (first + teamSize) % people : first
  const chosen = new Set<number>([p, lead])
  const crosses = random() < design.crossing
  const found: [number, number][] = [[p, SELF]]
  if (lead !== p) found.push([lead, MANAGER])
  // A team may be smaller than the number of peers wanted.
  for (let tries = 0; found.length < peers + 2 && tries < 50 * (peers + 1); tries += 1) {
    const peer = crosses ? Math.floor(random() * people) : first + Math.floor(random() * size)
    if (chosen.has(peer)) continue
    chosen.add(peer)
    found.push([peer, OTHER])
  }
  return found
}

function levelFor(z: number, top: number, thresholds?: readonly number[]): number {
  let level = 0
  while (level < top && z > level + 0.5 + (thresholds?.[level] ?? 0)) level += 1
  return level
}

class Sheet {
  private readonly person: Int32Array
  private readonly skill: Uint16Array
  private readonly rater: Int32Array
  private readonly kind: Uint8Array
  private readonly code: Uint8Array
  private count = 0

  constructor(most: number) {
    this.person = new Int32Array(most)
    this.skill = new Uint16Array(most)
    this.rater = new Int32Array(most)
    this.kind = new Uint8Array(most)
    this.code = new Uint8Array(most)
  }

  add(person: number, skill: number, rater: number, kind: number, level: number): void {
    const at = this.count
    this.person[at] = person
    this.skill[at] = skill
    this.rater[at] = rater
    this.kind[at] = kind
    this.code[at] = 2 * level
    this.count += 1
  }

  columns(design: SimulatedDesign, topLevel: number, domainOf: Int32Array): RatingColumns {
    const { count } = this
    return {
      people: design.people,
      raters: design.people,
      topLevel,
      domainOf,
      waveDays: Float64Array.of(0),
      person: this.person.subarray(0, count),
      skill: this.skill.subarray(0, count),
      rater: this.rater.subarray(0, count),
      kind: this.kind.subarray(0, count),
      code: this.code.subarray(0, count),
      evidence: new Uint8Array(count),
    }
  }
}
