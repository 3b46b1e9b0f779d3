// Why a plan changed: each wish and each level that moved is named, and so is what came of it.

import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { levelsForPlanning } from '../planning/levels-for-planning.ts'
import { planDefaults } from './first-choices.ts'
import { choicesAt, frozenSteps, keepPlan, planRequestOf, repeatPlan } from './keep-plan.ts'
import type { PlanChoices, PlanRevision } from './kept-plan.ts'
import { makePlan } from './make-plan.ts'
import { changesSince } from './why-changed.ts'

const framework = loadFramework(BUILT_IN)
const NOW = '2026-11-26T09:00:00.000Z'
const estimates = levelsForPlanning({ framework, role: 'senior-engineer', ratings: [], now: NOW }).estimates
const wishes: PlanChoices = {
  ...(planDefaults('senior-engineer', { destinations: ['staff-engineer'] }) as PlanChoices),
}

function kept(
  change: Partial<PlanChoices>,
  before: PlanRevision | null,
  more: { now?: string; keepQuarter?: boolean; levels?: Partial<typeof estimates> } = {},
): PlanRevision {
  const made = keepPlan(
    {
      frameworkDigest: 'f'.repeat(64),
      choices: { ...wishes, ...change },
      keepQuarter: more.keepQuarter ?? true,
      revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11',
    },
    { framework, estimates: { ...estimates, ...more.levels } as typeof estimates, before },
    more.now ?? NOW,
  )
  if (!made.ok) throw new Error(made.failure.join(' '))
  return { ...made.value, version: (before?.version ?? 0) + 1 }
}

const first = kept({}, null)

test.each<[Partial<PlanChoices>, string]>([
  [{ hoursPerWeek: [5] }, 'Hours went from 3 to 5 a week.'],
  [{ hoursPerWeek: [3, 1, 3] }, 'Hours went from 3 to 1 a week in quarter 2.'],
  [{ hoursPerWeek: [2, 3] }, 'Hours went from 3 to 2 a week in this quarter.'],
  [{ hoursPerWeek: [3, 1] }, 'Hours went from 3 to 1 a week in quarter 2 and later.'],
  [{ quarters: 4 }, 'The plan looks four quarters ahead, not 8.'],
  [{ focusLimit: 1 }, 'The plan finishes at most one growth area a quarter, not 3.'],
  [{ heavyWeeks: 3 }, 'The last weeks were heavy.'],
  [{ pins: ['delegation'] }, 'You put delegation first.'],
  [{ without: ['written-communication'] }, 'You left out written communication.'],
  [
    { order: ['mentoring', 'facilitation'] },
    'You asked for this order: mentoring & teaching and facilitation.',
  ],
  [{ opportunities: { delegation: 2 } }, 'There is an opportunity for delegation from quarter 2 on.'],
  [{ seed: 2 }, 'You asked for another order of equal worth.'],
  [
    { destinations: [{ role: 'engineering-manager', share: 1 }] },
    'The plan now leads towards engineering manager. It no longer leads towards staff engineer.',
  ],
])('with the wish %j the plan says: %s', (change, sentence) => {
  expect(kept(change, first).why.join(' ')).toContain(sentence)
})

test('what is taken back is said too', () => {
  const before = kept(
    { pins: ['delegation'], without: ['mentoring'], opportunities: { delegation: 1 } },
    null,
  )
  const why = kept({}, before).why.join(' ')
  expect(why).toContain('You no longer put delegation first.')
  expect(why).toContain('You took mentoring & teaching back in.')
  expect(why).toContain('There is no opportunity for delegation any more.')
})

test('a level that ratings show is named, and so is one that turned out lower', () => {
  const levels = {
    'written-communication': { mean: 3.1, sd: 0.3, assumed: false },
    mentoring: { mean: 1.2, sd: 0.3, assumed: false },
  }
  const why = kept({}, first, { levels }).why.join(' ')
  expect(why).toContain('Written communication reached 3.')
  expect(why).toMatch(/Mentoring & teaching is taken to be at 1 now, not 2\./)
  expect(why).not.toContain('no longer')
})

test('five levels are told one by one, the others as a number', () => {
  const planned = [...new Set(first.plan.steps.map(({ skill }) => skill))]
  const reached = (count: number) =>
    Object.fromEntries(planned.slice(0, count).map((id) => [id, { mean: 5, sd: 0.2, assumed: false }]))
  expect(planned.length).toBeGreaterThan(6)
  expect(kept({}, first, { levels: reached(6) }).why).toContain('The level of one more skill changed too.')
  expect(kept({}, first, { levels: reached(7) }).why).toContain('The levels of two more skills changed too.')
})

test('a step that the person calls done is told as their word, and a rating taken back as such', () => {
  const said = { 'written-communication': { mean: 3, sd: 0.8, assumed: true } }
  expect(kept({}, first, { levels: said }).why).toContain('You say that written communication is at 3.')
  const rated = kept({}, null, {
    levels: { 'written-communication': { mean: 4, sd: 0.3, assumed: false } },
  })
  expect(kept({}, rated).why).toContain(
    'Written communication is not rated any more; 2 is taken from your role.',
  )
})

test('levels that another role only lets one assume are no news', () => {
  const staff = levelsForPlanning({ framework, role: 'staff-engineer', ratings: [], now: NOW }).estimates
  const destinations = [{ role: 'principal-engineer', share: 1 }]
  const why = kept({ fromRole: 'staff-engineer', destinations }, first, { levels: staff }).why.join(' ')
  expect(why).toContain('Your role is now staff engineer.')
  expect(why).not.toMatch(/reached|You say/)
})

test('the same wishes and levels give the same plan, and it says that nothing changed', () => {
  const second = kept({}, first)
  expect(second.plan).toEqual(first.plan)
  expect(second.why).toEqual(['The plan was made again; nothing changed.'])
})

test('every kept plan can be made again from what is kept with it and the plan before', () => {
  const second = kept({ pins: ['speaking'], hoursPerWeek: [4] }, first)
  const again = kept({ pins: ['speaking'], hoursPerWeek: [4] }, second)
  const pairs: [PlanRevision, PlanRevision | null][] = [
    [first, null],
    [second, first],
    [again, first],
  ]
  for (const [one, before] of pairs) {
    const made = makePlan(planRequestOf(framework, one.choices, { ...one, before }))
    expect(made.ok && made.value.plan).toEqual(one.plan)
  }
})

test('whoever asks for another order of equal worth gets one that does not hold on to the last', () => {
  expect(planRequestOf(framework, { ...first.choices, seed: 2 }, { ...first, before: first }).previous).toBe(
    undefined,
  )
})

test('in the quarter under way its steps stay; opened, a wish takes effect at once', () => {
  const pinned = kept({ pins: ['speaking'] }, first, { now: '2027-01-20T09:00:00.000Z' })
  const inFirst = ({ plan }: PlanRevision) =>
    plan.steps.filter(({ quarter }) => quarter === 1).map(({ skill }) => skill)
  expect(inFirst(pinned)).toEqual(inFirst(first))
  expect(pinned.why.join(' ')).not.toContain('new quarter')
  const opened = kept({ pins: ['speaking'] }, first, { keepQuarter: false })
  expect(inFirst(opened)).toContain('speaking')
})

test('after thirteen weeks the quarter is another one: hours move up, nothing is frozen', () => {
  const before = kept({ hoursPerWeek: [2, 4, 6], opportunities: { delegation: 3 }, heavyWeeks: 4 }, null)
  const later = '2027-02-25'
  expect(choicesAt(before, later)).toMatchObject({
    hoursPerWeek: [4, 6],
    opportunities: { delegation: 2 },
    heavyWeeks: 0,
  })
  expect(choicesAt(before, '2037-02-25').hoursPerWeek).toEqual([6])
  expect(frozenSteps(framework, estimates, before, { today: later, choices: wishes })).toEqual([])
  const next = kept({ hoursPerWeek: [4, 6] }, before, { now: `${later}T09:00:00.000Z` })
  expect(next.startsOn).toBe('2027-02-22')
  expect(next.why).toContain('A new quarter has begun.')
})

test('frozen steps that are reached or left out free their place; once all are, the quarter is free', () => {
  const frozen = frozenSteps(framework, estimates, first, { today: '2026-12-01', choices: wishes })
  expect(frozen.length).toBeGreaterThan(1)
  const without = [frozen[0]?.skill ?? '']
  const fewer = frozenSteps(framework, estimates, first, { today: '2026-12-01', choices: { without } })
  expect(fewer).toEqual(frozen.slice(1))
  const reached = Object.fromEntries(
    frozen.map(({ skill, level }) => [skill, { mean: level, sd: 0, assumed: false }]),
  )
  const now = { ...estimates, ...reached }
  expect(frozenSteps(framework, now, first, { today: '2026-12-01', choices: wishes })).toEqual([])
  const next = kept({}, first, { levels: reached })
  expect(next.plan.quarters[0]?.areas.length).toBeGreaterThan(0)
})

test('going back equals the earlier plan in everything but its number, its day and its reason', () => {
  const id = '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b12'
  const back = repeatPlan(first, id, '2026-12-24T08:00:00.000Z')
  const { version: _, ...same } = first
  expect(back).toEqual({
    ...same,
    revisionId: id,
    madeAt: '2026-12-24T08:00:00.000Z',
    why: ['You went back to the plan of 26 November 2026.'],
    repeats: first.revisionId,
  })
})

test('a target that was chosen since is pointed out, and an older one is not', () => {
  const target = { role: 'staff-engineer', destinations: ['stay'], updatedAt: '2026-12-01T09:00:00.000Z' }
  const since = changesSince(framework, first, { estimates, target })
  expect(since.join(' ')).toContain('Your role is staff engineer now; this plan starts from senior engineer.')
  const older = { ...target, updatedAt: '2026-11-01T09:00:00.000Z' }
  expect(changesSince(framework, first, { estimates, target: older })).toEqual([])
})

test('one role twice is refused in a sentence', () => {
  const destinations = [
    { role: 'staff-engineer', share: 1 },
    { role: 'staff-engineer', share: 2 },
  ]
  const command = {
    frameworkDigest: '',
    choices: { ...wishes, destinations },
    keepQuarter: true,
    revisionId: '',
  }
  expect(keepPlan(command, { framework, estimates, before: null }, NOW)).toEqual({
    ok: false,
    failure: ['Each role can be planned for once.'],
  })
})
