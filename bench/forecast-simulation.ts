// Whether forecasts keep what they say, among simulated people who are as the forecast supposes.

import { forecast, nearestRank } from '#build/core/forecast/forecast.js'
import { calendarDraw } from '#build/core/forecast/hours-to-weeks.js'
import {
  PACE_PRIOR,
  type PaceEvidence,
  type PacePrior,
  personalPace,
  STEP_SD,
  WEEK_SD,
} from '#build/core/forecast/pace.js'
import { crps } from '#build/core/forecast/score-forecasts.js'
import type { Framework, Skill } from '#build/core/framework/framework.js'
import { normalDraws, seededRandom } from '#build/core/measurement/seeded-random.js'
import type { Figure } from './figure.ts'

const PEOPLE = 3000
const DRAWS = 300
const LOOK_AT_WEEK = 16
const HORIZON = 520
const STEPS = 10
const HOURS_PER_STEP = 11
const HOURS_PER_WEEK = 3
const CONSISTENT = 'a simulation shows self-consistency, not truth'
/** Of the published table: hours that people estimate themselves. */
const OWN_ESTIMATES: PacePrior = {
  effortMean: Math.log(1.35),
  effortSd: 0.4,
  deliveryMean: Math.log(0.65),
  deliverySd: 0.3,
}

export async function measureForecast(): Promise<Figure[]> {
  const table = simulate(OWN_ESTIMATES)
  const ours = simulate(PACE_PRIOR)
  for (const [name, rows] of [
    ['hours estimated by oneself (the published table)', table],
    ['hours from a framework (decision 0028)', ours],
  ] as const) {
    console.log(`  ${name}; ${CONSISTENT}`)
    for (const [kind, { met, score }] of Object.entries(rows)) {
      console.log(`    ${kind.padEnd(30)} done by P80 ${met.toFixed(0)} %   CRPS ${score.toFixed(1)} weeks`)
    }
  }
  const share = (rows: Table) => (rows.personal.score / rows.reference.score) * 100
  return [
    {
      name: 'forecast: P80 met, distance from 80 %',
      value: Math.abs(ours.personal.met - 80),
      unit: 'points',
      target: 3,
      note: `met by ${ours.personal.met.toFixed(1)} %; with own estimates ${table.personal.met.toFixed(1)} %; ${CONSISTENT}`,
    },
    {
      name: 'forecast: CRPS, of the reference class alone',
      value: share(ours),
      unit: '%',
      target: 75,
      note: `with own estimates ${share(table).toFixed(0)} %; ${CONSISTENT}`,
    },
  ]
}

interface Row {
  /** Percent done by the week said with four in five. */
  met: number
  /** Mean CRPS in weeks. */
  score: number
}
/** `whole`: what all of it takes people like this. `reference`: what is left, at the pace of people like this. */
type Kind = 'plan' | 'whole' | 'reference' | 'uncensored' | 'personal'
type Table = Record<Kind, Row>

function simulate(prior: PacePrior): Table {
  const sums: Table = {
    plan: { met: 0, score: 0 },
    whole: { met: 0, score: 0 },
    reference: { met: 0, score: 0 },
    uncensored: { met: 0, score: 0 },
    personal: { met: 0, score: 0 },
  }
  const whole = drawWeeks(personalPace({}, prior), STEPS, 0, 20_000, 5).filter(
    (weeks) => weeks > LOOK_AT_WEEK,
  )
  // A thousand evenly spaced ones say the same and are quicker to hold against three thousand outcomes.
  const class_ = Array.from({ length: 1000 }, (_, index) => nearestRank(whole, (index + 0.5) / 1000))
  const unknown = personalPace({}, prior)
  const planned = [(STEPS * HOURS_PER_STEP) / HOURS_PER_WEEK]
  let people = 0
  for (let seed = 1; people < PEOPLE; seed += 1) {
    const person = livePerson(prior, seed)
    if (person === null) continue
    people += 1
    const { actual, evidence, done, spent } = person
    const later = (weeks: number[]) => weeks.map((week) => week + LOOK_AT_WEEK)
    const finishedOnly = personalPace({ ...evidence, underWay: [] }, prior)
    const kinds: Record<Kind, number[]> = {
      plan: planned,
      whole: class_,
      reference: later(drawWeeks(unknown, STEPS - done, spent, DRAWS, seed)),
      uncensored: later(drawWeeks(finishedOnly, STEPS - done, spent, DRAWS, seed)),
      personal: later(shippedForecast(prior, evidence, done, spent, seed)),
    }
    for (const kind of Object.keys(kinds) as Kind[]) {
      sums[kind].met += actual <= nearestRank(kinds[kind], 0.8) ? 1 : 0
      sums[kind].score += crps(kinds[kind], actual, HORIZON)
    }
  }
  for (const row of Object.values(sums)) {
    row.met *= 100 / people
    row.score /= people
  }
  return sums
}

/** Null for somebody who is done before the forecast is made. */
function livePerson(prior: PacePrior, seed: number) {
  const normal = normalDraws(seededRandom(1_000_003 * seed))
  const effort = prior.effortMean + prior.effortSd * normal()
  const delivery = prior.deliveryMean + prior.deliverySd * normal()
  const needed = Array.from({ length: STEPS }, () => HOURS_PER_STEP * Math.exp(effort + STEP_SD * normal()))
  const weeks: { planned: number; delivered: number }[] = []
  const finished: { estimated: number; spent: number }[] = []
  let [step, spent, actual] = [0, 0, Number.POSITIVE_INFINITY]
  let seen = { done: 0, spent: 0, finished: [...finished], weeks: [...weeks] }
  for (let week = 1; week <= HORIZON && step < STEPS; week += 1) {
    const given = HOURS_PER_WEEK * Math.exp(delivery - WEEK_SD ** 2 / 2 + WEEK_SD * normal())
    let hours = given
    weeks.push({ planned: HOURS_PER_WEEK, delivered: given })
    while (step < STEPS && spent + hours >= (needed[step] ?? 0)) {
      hours -= (needed[step] ?? 0) - spent
      finished.push({ estimated: HOURS_PER_STEP, spent: needed[step] ?? 0 })
      step += 1
      spent = 0
      if (step === STEPS) actual = week - hours / given
    }
    if (step < STEPS) spent += hours
    if (week === LOOK_AT_WEEK) seen = { done: step, spent, finished: [...finished], weeks: [...weeks] }
  }
  if (actual <= LOOK_AT_WEEK) return null
  const evidence: PaceEvidence = { finished: seen.finished, weeks: seen.weeks }
  return { actual, evidence, done: seen.done, spent: seen.spent }
}

/** Without the knowledge that what is under way has outlasted what was spent on it. */
function drawWeeks(
  pace: ReturnType<typeof personalPace>,
  steps: number,
  spent: number,
  draws: number,
  seed: number,
): number[] {
  const random = seededRandom(seed)
  const normal = normalDraws(random)
  const calendar = calendarDraw([HOURS_PER_WEEK], pace)
  return Array.from({ length: draws }, () => {
    const effort = pace.drawEffort(random)
    calendar.begin(normal)
    let hours = 0
    for (let step = 0; step < steps; step += 1) {
      const whole = HOURS_PER_STEP * Math.exp(effort + STEP_SD * normal())
      hours += step === 0 ? Math.max(0, whole - spent) : whole
    }
    return calendar.weekOf(hours)
  }).toSorted((a, b) => a - b)
}

/** The forecast of the program itself, for one skill of ten levels that all take as long. */
function shippedForecast(
  prior: PacePrior,
  evidence: PaceEvidence,
  done: number,
  spent: number,
  seed: number,
) {
  const { milestones } = forecast({
    framework: ladder,
    estimates: { work: { mean: done, sd: 0, assumed: false } },
    toRole: 'end',
    steps: Array.from({ length: STEPS - done }, (_, index) => ({ skill: 'work', level: done + 1 + index })),
    hoursPerWeek: HOURS_PER_WEEK,
    evidence,
    prior,
    spentOnFirst: spent,
    draws: DRAWS,
    seed,
  })
  return milestones.find(({ kind }) => kind === 'must-haves')?.weeks ?? []
}

const work: Skill = {
  id: 'work',
  name: 'Work',
  kind: 'unknown',
  group: 'all',
  definition: '',
  confusedWith: [],
  phrases: [],
  prerequisites: [],
  weeks: [{ upTo: STEPS, low: HOURS_PER_STEP, high: HOURS_PER_STEP }],
  access: 'open',
  private: false,
  anchors: [],
}

const ladder = {
  practiceHoursPerWeek: 1,
  scale: Array.from({ length: STEPS + 1 }, (_, level) => ({ level, name: String(level) })),
  skills: [work],
  roles: [{ id: 'end', name: 'End', code: 'E', path: 'all', tags: [], preset: true }],
  expectations: { end: { work: { level: STEPS, weight: 3 } } },
} as unknown as Framework
