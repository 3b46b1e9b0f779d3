// A team side by side: what is known of each person's skills, by name, with how sure it is, and what follows for the team.
import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'

/** What is known of one person in one skill, because both agreed on it or because the person handed it over. */
export interface KnownLevel {
  skill: string
  /** The middle of the range. */
  level: number
  /** The likely range; the same as `level` where somebody only gave a whole level. */
  low: number
  high: number
  /** `agreed`: signed by both; `handed-over`: measured, as the person showed it; `own-word`: what they say themselves. */
  from: 'agreed' | 'handed-over' | 'own-word'
  /** ISO day of the word. */
  on: string
}

export interface TeamPerson {
  id: string
  name: string
  /** The role the organisation holds them in, of this framework; null where there is none. */
  role: string | null
  known: KnownLevel[]
  /** Skills they want to grow in, as they handed them over. */
  areas: { skill: string; level: number; quarter: string }[]
  /** Roles they would like to come to, as they handed them over. */
  destinations: { id: string; name: string }[]
}

/** How a range lies to what the role asks: all of it below, all of it at or above, across it, or nothing asked. */
export type Standing = 'below' | 'across' | 'met' | 'not-asked'

export interface TeamCell {
  known: KnownLevel
  asked: number
  standing: Standing
}

export interface TeamSkill {
  skill: Skill
  /** By person id; who is missing has shown nothing of this skill. */
  cells: Map<string, TeamCell>
  /** People who are more likely than not where somebody works without help. */
  carriedBy: string[]
  /** How many are unknown here. */
  unknown: number
  /** Nobody else carries it, as far as is known. */
  restsOnOne: boolean
  /** Of those who showed it nobody is likely to be there yet, not even at the upper end of a range. */
  nobodyCarries: boolean
  /** Who could show whom. */
  pairs: { teacher: string; learner: string }[]
}

/** Of the scale: from here on somebody does it without help (level 3 of 5 in the built-in framework). A judgement. */
const CARRIES_FROM = 0.6
/** A teacher is at least this much of the scale ahead (one level of five). A judgement. */
const AHEAD_BY = 0.2

/** One entry for each skill that is not private and that somebody showed, or whose role asks for it; in the framework's order. */
export function teamSkills(framework: Framework, people: readonly TeamPerson[]): TeamSkill[] {
  const byName = [...people].sort((one, other) => one.name.localeCompare(other.name))
  return framework.skills.flatMap((skill) => {
    if (skill.private) return []
    const entry = teamSkill(framework, skill, byName)
    const isAsked = byName.some(({ role }) => askedOf(framework, role, skill.id) > 0)
    return entry.cells.size === 0 && !isAsked ? [] : [entry]
  })
}

function teamSkill(framework: Framework, skill: Skill, people: readonly TeamPerson[]): TeamSkill {
  const cells = new Map<string, TeamCell>()
  for (const person of people) {
    const known = person.known.find((one) => one.skill === skill.id)
    if (known === undefined) continue
    const asked = askedOf(framework, person.role, skill.id)
    cells.set(person.id, { known, asked, standing: standingOf(known, asked) })
  }
  const top = topLevel(framework)
  const enough = CARRIES_FROM * top
  const carriedBy = [...cells].filter(([, { known }]) => known.level >= enough).map(([id]) => id)
  return {
    skill,
    cells,
    carriedBy,
    unknown: people.length - cells.size,
    restsOnOne: carriedBy.length === 1 && people.length > 1,
    nobodyCarries: cells.size > 0 && [...cells.values()].every(({ known }) => known.high < enough),
    pairs: pairsOf(cells, carriedBy, AHEAD_BY * top),
  }
}

function askedOf(framework: Framework, role: string | null, skill: string): number {
  return role === null ? 0 : expectationOf(framework, role, skill).level
}

export function standingOf({ low, high }: Pick<KnownLevel, 'low' | 'high'>, asked: number): Standing {
  if (asked === 0) return 'not-asked'
  if (high < asked) return 'below'
  return low >= asked ? 'met' : 'across'
}

function pairsOf(
  cells: ReadonlyMap<string, TeamCell>,
  carriedBy: readonly string[],
  ahead: number,
): TeamSkill['pairs'] {
  return carriedBy.flatMap((teacher) =>
    [...cells].flatMap(([learner, { known, standing }]) => {
      const best = cells.get(teacher)?.known.level ?? 0
      return learner !== teacher && standing === 'below' && best - known.level >= ahead
        ? [{ teacher, learner }]
        : []
    }),
  )
}

export interface TeamProfile {
  /** Skills that a further colleague would best bring: somebody's role asks for them and nobody carries them. */
  nobodyCarries: TeamSkill[]
  /** Carried by one person alone, as far as is known. */
  restOnOne: TeamSkill[]
  /** Who wants to grow into what is carried by one or by nobody. */
  volunteers: { skill: string; people: string[] }[]
}

/** What would help the team most, in the framework's order: skills are named, people are not compared. */
export function teamProfile(
  framework: Framework,
  people: readonly TeamPerson[],
  skills: readonly TeamSkill[],
): TeamProfile {
  const isAsked = (skill: string) => people.some(({ role }) => askedOf(framework, role, skill) > 0)
  const nobodyCarries = skills.filter((one) => one.nobodyCarries && isAsked(one.skill.id))
  const restOnOne = skills.filter((one) => one.restsOnOne)
  const volunteers = [...nobodyCarries, ...restOnOne].flatMap(({ skill }) => {
    const willing = people.filter(({ areas }) => areas.some((area) => area.skill === skill.id))
    return willing.length === 0 ? [] : [{ skill: skill.id, people: willing.map(({ id }) => id).sort() }]
  })
  return { nobodyCarries, restOnOne, volunteers }
}

/** The newest word on each skill; what both agreed on comes before what one of them said on the same day. */
export function newestKnown(levels: readonly KnownLevel[]): KnownLevel[] {
  const order = { agreed: 2, 'handed-over': 1, 'own-word': 0 } as const
  const best = new Map<string, KnownLevel>()
  for (const one of levels) {
    const known = best.get(one.skill)
    const isNewer =
      known === undefined || one.on > known.on || (one.on === known.on && order[one.from] > order[known.from])
    if (isNewer) best.set(one.skill, one)
  }
  return [...best.values()].sort((one, other) => one.skill.localeCompare(other.skill))
}
