// Proves when a plan offers to ask for less, what it would be, and that no answer is asked for twice.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { PlanChoices } from '../plan/kept-plan.ts'
import { checkPlanRequest } from '../plan/plan-request.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { answerOffer } from './answer-offer.ts'
import type { Load } from './check-in.ts'
import { type LighterBasis, lighterOffer } from './lighter-plan.ts'
import { offerSentence } from './lighter-words.ts'

const framework = loadFramework(BUILT_IN)
const ROLE = 'senior-engineer'
const today = '2026-11-26'
const WEEKS = ['2026-11-23', '2026-11-16', '2026-11-09', '2026-11-02']

const choices: PlanChoices = {
  fromRole: ROLE,
  destinations: [{ role: 'staff-engineer', share: 1 }],
  hoursPerWeek: [4, 6],
  quarters: 8,
  focusLimit: 3,
  heavyWeeks: 0,
  pins: [],
  without: [],
  order: [],
  opportunities: {},
  seed: 1,
}

/** The latest week first. */
function basis(loads: Load[], more: Partial<LighterBasis> = {}): LighterBasis {
  return {
    framework,
    role: ROLE,
    levels: levelsAtExpectation(framework, ROLE),
    checkIns: loads.map((load, at) => ({ week: WEEKS[at] ?? '', ownAnswers: { load, energy: null } })),
    kept: { choices, startsOn: '2026-11-02' },
    answers: {},
    today,
    ...more,
  }
}

const keptWith = (more: Partial<PlanChoices>, startsOn = '2026-11-02') => ({
  kept: { choices: { ...choices, ...more }, startsOn },
})

/** Hours of the first two quarters, and how many skills may be finished in them. */
function calendarOf(offered: PlanChoices) {
  const estimates = estimatesFrom(framework, levelsAtExpectation(framework, ROLE))
  const calendar = checkPlanRequest({ framework, estimates, ...offered })
  if (!calendar.ok) throw new Error(calendar.failure.join(' '))
  return { hours: calendar.value.hours.slice(0, 2), limit: calendar.value.limit.slice(0, 2) }
}

describe('After heavy weeks', () => {
  it('two in a row bring the offer: half the hours and one skill in this quarter, then as before', () => {
    expect(lighterOffer(basis(['heavy']))).toBeNull()
    expect(lighterOffer(basis(['heavy', 'right']))).toBeNull()
    const offer = lighterOffer(basis(['heavy', 'heavy']))
    expect(offer).toMatchObject({
      reason: 'heavy-weeks',
      kind: 'lighter',
      why: 'You said of two weeks in a row that their hours felt heavy.',
    })
    expect(offer?.safeguard).toContain('a reason to talk to a doctor, not to practise harder')
    expect(offer?.choices && calendarOf(offer.choices)).toEqual({ hours: [26, 78], limit: [1, 3] })
  })

  it('a plan that is light already is left alone; after four weeks it may rest', () => {
    const light = keptWith({ heavyWeeks: 2 })
    expect(lighterOffer(basis(['heavy', 'heavy', 'heavy'], light))).toBeNull()
    const rest = lighterOffer(basis(['heavy', 'heavy', 'heavy', 'heavy'], light))
    expect(rest).toMatchObject({ kind: 'pause' })
    expect(rest?.choices && calendarOf(rest.choices).hours).toEqual([0, 78])
    expect(rest && offerSentence(rest)).toContain('Somebody you trust may help')
    const resting = keptWith({ heavyWeeks: 4, hoursPerWeek: [0, 6] })
    expect(lighterOffer(basis(['heavy', 'heavy', 'heavy', 'heavy'], resting))).toBeNull()
  })

  it('a plan that was lightened in an earlier quarter may be lightened again', () => {
    const earlier = keptWith({ heavyWeeks: 2 }, '2026-08-03')
    expect(lighterOffer(basis(['heavy', 'heavy'], earlier))).toMatchObject({ kind: 'lighter' })
  })

  it('without a plan there is nothing to lighten, and the reason is told all the same', () => {
    const offer = lighterOffer(basis(['heavy', 'heavy'], { kept: null }))
    expect(offer).toMatchObject({ choices: null })
    expect(offer && offerSentence(offer)).toContain('No plan asks anything of you now')
  })
})

describe('Where a skill that the framework puts first is rated low', () => {
  const low = (level: number, assumed = false) => ({
    levels: { ...levelsAtExpectation(framework, ROLE), 'sustainable-pace': { level, assumed } },
  })

  it('two levels below the role held bring the offer, one does not, and an assumed level never does', () => {
    const offer = lighterOffer(basis([], low(0)))
    expect(offer).toMatchObject({ reason: 'low-first', kind: 'lighter' })
    expect(offer?.why).toMatch(/^Sustainable pace is rated two levels below what your role asks/)
    expect(offer?.choices).toMatchObject({ hoursPerWeek: [2, 6], focusLimit: 1 })
    expect(offer?.choices && calendarOf(offer.choices)).toEqual({ hours: [26, 78], limit: [1, 1] })
    expect(lighterOffer(basis([], low(1)))).toBeNull()
    expect(lighterOffer(basis([], low(0, true)))).toBeNull()
  })

  it('a plan with one skill at a time is light already', () => {
    expect(lighterOffer(basis([], { ...low(0), ...keptWith({ focusLimit: 1 }) }))).toBeNull()
  })

  it('a framework without such a skill never offers it', () => {
    const small = loadFramework(SMALL)
    const role = small.roles[0]?.id ?? ''
    const nothing = Object.fromEntries(small.skills.map(({ id }) => [id, { level: 0, assumed: false }]))
    const more = { framework: small, role, levels: nothing }
    expect(lighterOffer(basis([], more))).toBeNull()
    expect(lighterOffer(basis(['heavy', 'heavy'], more))).toMatchObject({ safeguard: null })
  })
})

describe('An offer that is not taken', () => {
  const offered = (answers: LighterBasis['answers'], day = today) =>
    lighterOffer(basis(['heavy', 'heavy'], { answers, today: day })) !== null

  it('is quiet for four weeks after “not now”, and for good after “never”', () => {
    const notNow = answerOffer({}, 'heavy-weeks', 'not-now', '2026-11-01')
    expect(offered(notNow, '2026-11-28')).toBe(false)
    expect(offered(notNow, '2026-11-29')).toBe(true)
    const never = answerOffer({}, 'heavy-weeks', 'never', today)
    expect(offered(never)).toBe(false)
    expect(offered(answerOffer(never, 'heavy-weeks', 'ask-again', today))).toBe(true)
  })

  it('answers one reason, not the other', () => {
    const never = answerOffer({}, 'low-first', 'never', today)
    expect(offered(never)).toBe(true)
    expect(answerOffer(never, 'heavy-weeks', 'never', today)).toEqual({
      'low-first': { until: null },
      'heavy-weeks': { until: null },
    })
  })
})
