// A company that does not exist, to try a team's Skillmap with: forty people, six teams, two years. The same for the same day and seed.
import type { Framework } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'
import { normalDraws, type Random, seededRandom } from '../measurement/seeded-random.ts'
import { monthsBefore } from '../plan/quarter-calendar.ts'
import { DEMO_PEOPLE, DEMO_TEAMS, type DemoRoster } from './demo-roster.ts'

export interface DemoPerson {
  key: string
  name: string
  team: string | null
  manager: string | null
  /** Dated lines, oldest first; months before today, from a month on to another. */
  roles: { role: string; from: string; until: string | null }[]
  teams: { team: string; from: string; until: string | null }[]
  managers: { manager: string; from: string; until: string | null }[]
  leftOn: string | null
  destinations: string[]
  /** Self-assessments, oldest first. */
  said: { on: string; role: string; ratings: DemoRating[] }[]
  /** What they handed to their manager of today, if anything: the skills. */
  handsOver: { skills: string[]; destination: boolean } | null
}

export interface DemoRating {
  skill: string
  level: number
  approaching: boolean
  note: string
}

export interface DemoCompany {
  name: string
  teams: { key: string; name: string }[]
  people: DemoPerson[]
}

/** Most people hold their role because they do a little more than it asks. */
const AHEAD = 0.45
/** Level units: how far people differ from what their role asks, and how far their own word is from where they stand. */
const SPREAD = 0.75
const OWN_WORD = 0.55
/** Levels that somebody grows in a year, in what they work on. */
const PER_YEAR = 0.35
const MONTHS_BACK = [24, 12, 1]
/** Skills in one self-assessment. */
const SKILLS_SAID = 16
/** Of a hundred people, so many hand their manager something. */
const HANDING_OVER = 0.75

/** `today`: an ISO day. Everything else follows from it, the framework and the seed. */
export function demoCompany(framework: Framework, today: string, seed = 2026): DemoCompany {
  const random = seededRandom(seed)
  const normal = normalDraws(random)
  const people = DEMO_PEOPLE.map((one) => personOf(framework, one, { today, random, normal }))
  return { name: 'Hello Ltd', teams: DEMO_TEAMS, people }
}

interface Draws {
  today: string
  random: Random
  normal: () => number
}

function personOf(framework: Framework, roster: DemoRoster, draws: Draws): DemoPerson {
  const { today, random } = draws
  const ago = (months: number) => monthsBefore(today, months)
  const dated = <Line extends { from: number; until?: number }>(line: Line) => ({
    ...line,
    from: ago(line.from),
    until: line.until === undefined ? null : ago(line.until),
  })
  const role = roster.roles.at(-1)?.role ?? ''
  const skills = skillsToSay(framework, role, random)
  const bias = 0.35 * draws.normal()
  const start = new Map(
    skills.map((skill) => [
      skill,
      expectationOf(framework, role, skill).level + AHEAD + SPREAD * draws.normal(),
    ]),
  )
  const leftMonths = roster.left
  const said = MONTHS_BACK.filter((months) => leftMonths === undefined || months > leftMonths).map(
    (months) => ({
      on: ago(months),
      role: roster.roles.findLast((line) => line.from >= months)?.role ?? role,
      ratings: skills.map((skill) =>
        ratingOf(framework, skill, {
          level: (start.get(skill) ?? 0) - (PER_YEAR * months) / 12 + bias + OWN_WORD * draws.normal(),
          note: '',
        }),
      ),
    }),
  )
  const gives = leftMonths === undefined && roster.managers.length > 0 && random() < HANDING_OVER
  return {
    key: roster.key,
    name: roster.name,
    team: leftMonths === undefined ? (roster.teams.at(-1)?.team ?? null) : null,
    manager: leftMonths === undefined ? (roster.managers.at(-1)?.manager ?? null) : null,
    roles: roster.roles.map(dated),
    teams: roster.teams.map(dated),
    managers: roster.managers.map(dated),
    leftOn: leftMonths === undefined ? null : ago(leftMonths),
    destinations: roster.destinations ?? [],
    said,
    handsOver: gives
      ? {
          skills: skills.filter(() => random() < 0.8),
          destination: (roster.destinations ?? []).length > 0 && random() < 0.6,
        }
      : null,
  }
}

/** Mostly what the role weighs, some that it does not; never a private skill. */
function skillsToSay(framework: Framework, role: string, random: Random): string[] {
  const weighed = framework.skills
    .filter((skill) => !skill.private)
    .map((skill) => ({
      id: skill.id,
      order: expectationOf(framework, role, skill.id).weight + 2 * random(),
    }))
    .sort((one, other) => other.order - one.order)
    .slice(0, SKILLS_SAID)
  return weighed.map(({ id }) => id)
}

function ratingOf(
  framework: Framework,
  skill: string,
  { level, note }: { level: number; note: string },
): DemoRating {
  const top = topLevel(framework)
  const whole = Math.min(top, Math.max(0, Math.floor(level)))
  return { skill, level: whole, approaching: whole < top && level - whole > 0.6, note }
}
