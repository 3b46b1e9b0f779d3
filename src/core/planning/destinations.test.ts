// What a person reads about one destination, about several, and about the ways there.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { findRole } from '../framework/look-up.ts'
import { firstAnswer } from './first-answer.ts'
import { portableSentence } from './first-answer-words.ts'
import { focus } from './focus.ts'
import { levelsAtExpectation, withLevel } from './levels.ts'
import { mapReading } from './map-reading.ts'
import { mustHavesOf } from './must-haves.ts'
import { quickWins } from './quick-wins.ts'
import { readyToTry } from './ready-to-try.ts'
import { routesBetween } from './routes.ts'
import { sharedFocus } from './shared-focus.ts'
import { weekChange } from './week-change.ts'
import { whatWouldReorder } from './what-would-reorder.ts'

const framework = loadFramework(BUILT_IN)
const senior = levelsAtExpectation(framework, 'senior-engineer')
const roleOf = (id: string) => {
  const role = findRole(framework, id)
  if (!role) throw new Error(id)
  return role
}

describe('the one-line reading of the map', () => {
  test('tells the role overlap in percent before anything is rated', () => {
    expect(mapReading(framework, senior, 'senior-engineer', 'staff-engineer').sentence).toBe(
      'Staff engineer: 63% role overlap, 7 critical gaps, climb 102, mostly soft. Start with written communication.',
    )
  })

  test('tells a rough range in words once there are self-ratings', () => {
    const rated = withLevel(senior, 'speaking', 2)
    const reading = mapReading(framework, rated, 'senior-engineer', 'staff-engineer')
    expect(reading.sentence).toBe(
      'Staff engineer: about half to three quarters met, 7 critical gaps, climb 102, mostly soft. Start with written communication.',
    )
    expect(reading.readiness.share).toBeCloseTo(0.63, 2)
  })

  test('says that nothing is missing on a way back', () => {
    const lead = levelsAtExpectation(framework, 'tech-lead')
    const reading = mapReading(framework, lead, 'tech-lead', 'senior-engineer')
    expect(reading.climb.points).toBe(0)
    expect(reading.sentence).toMatch(
      /^Senior engineer: \d+% role overlap, no critical gap, climb 0\. Nothing/,
    )
  })
})

describe('must-haves', () => {
  test('are at most five critical skills, the highest expectation first', () => {
    for (const role of framework.roles) {
      const mustHaves = mustHavesOf(framework, role)
      expect(mustHaves.length).toBeLessThanOrEqual(5)
      const levels = mustHaves.map((skill) => framework.expectations[role.id]?.[skill]?.level ?? 0)
      expect(levels).toEqual(levels.toSorted((a, b) => b - a))
      expect(mustHaves.every((skill) => framework.expectations[role.id]?.[skill]?.weight === 3)).toBe(true)
    }
  })

  test('of equal expectation are ordered by how much of the role rests on them', () => {
    expect(mustHavesOf(framework, roleOf('staff-engineer'))).toEqual([
      'written-communication',
      'problem-framing',
      'system-design',
      'influence-without-authority',
      'project-leadership',
    ])
  })

  test('are those that a framework names, where it does', () => {
    const role = { ...roleOf('staff-engineer'), mustHaves: ['speaking', 'software-craft'] }
    expect(mustHavesOf(framework, role)).toEqual(['speaking', 'software-craft'])
  })
})

describe('ready to try', () => {
  test('needs no critical gap above one level and at most three critical gaps', () => {
    expect(readyToTry(framework, senior, 'tech-lead')).toMatchObject({
      ready: true,
      mustHavesMet: false,
      words: 'Ready to try, with one must-have still open.',
    })
    expect(readyToTry(framework, senior, 'staff-engineer').words).toBe(
      'Not ready to try yet: problem framing, written communication, visibility of work and two others are still two levels or more away.',
    )
  })

  test('is not blocked by what can only be learned in the role', () => {
    const levels = ['coaching', 'delegation', 'team-health', 'giving-feedback', 'prioritisation'].reduce(
      (known, skill) => withLevel(known, skill, 3),
      senior,
    )
    const state = readyToTry(framework, levels, 'engineering-manager')
    expect(state.ready).toBe(true)
    expect(state.words).toBe(
      'Ready to try, with one must-have still open; performance management can only be learned in the role.',
    )
  })

  test('says how many narrow gaps are too many', () => {
    const staff = levelsAtExpectation(framework, 'staff-engineer')
    const state = readyToTry(
      framework,
      {
        ...staff,
        'technical-strategy': { level: 4, assumed: false },
        'vision-direction': { level: 3, assumed: false },
      },
      'principal-engineer',
    )
    expect(state.words).toBe(
      'Five critical gaps of one level are open; with three or fewer you would be ready to try.',
    )
  })
})

test('quick wins are worth most for the weeks of their next step', () => {
  const wins = quickWins(framework, focus(framework, senior, 'staff-engineer'))
  expect(wins.slice(0, 3).map((win) => [win.skill, win.nextStep.weeks])).toEqual([
    ['visibility-of-work', 7],
    ['written-communication', 12],
    ['problem-framing', 15],
  ])
  expect(wins[0]?.scorePerWeek).toBeCloseTo(6 / 7)
})

describe('several destinations', () => {
  test('tell what is worth it whichever way one goes', () => {
    const shared = sharedFocus(framework, senior, ['staff-engineer', 'engineering-manager', 'staff-engineer'])
    expect(shared.sentence).toBe(
      `${shared.everywhere.length} skills are worth it whichever way you go, written communication and problem framing most of all.`,
    )
    expect(shared.everywhere[0]?.skill).toBe('written-communication')
    expect(shared.everywhere.every((one) => Object.keys(one.byRole).length === 2)).toBe(true)
    expect(shared.onlyFor['engineering-manager']?.[0]?.skill).toBe('leading-leaders')
  })

  test('name the skill where there is only one', () => {
    const everywhere = framework.moves
      .filter((move) => move.from === 'senior-engineer')
      .map((move) => move.to)
    expect(sharedFocus(framework, senior, everywhere).sentence).toBe(
      'Written communication is worth it whichever way you go.',
    )
  })

  test('say so when they share nothing, and nothing about a single one', () => {
    const none = sharedFocus(framework, senior, ['senior-engineer', 'staff-engineer'])
    expect(none.sentence).toContain('share no important gap')
    expect(sharedFocus(framework, senior, ['staff-engineer']).sentence).toBe('')
  })
})

describe('what would reorder the list', () => {
  test('names the smallest single change of a level for each neighbouring pair', () => {
    const pairs = whatWouldReorder(framework, senior, 'engineering-manager', { fromRole: 'senior-engineer' })
    expect(pairs).toHaveLength(5)
    expect(pairs[0]?.sentence).toBe(
      'If coaching & one-on-ones were already at level 2, performance management would come first.',
    )
    expect(pairs[3]?.sentence).toBe('If giving feedback were only at level 1, it would come first.')
  })

  test('names the change of an assumption that would do it too', () => {
    const [pair] = whatWouldReorder(framework, senior, 'engineering-manager')
    expect(pair?.changes.map((one) => one.sentence)).toContain(
      'If skills that can only be rehearsed before holding the role counted for 74% instead of 70%, performance management would come first.',
    )
  })
})

describe('routes', () => {
  const sentences = (to: string) =>
    routesBetween(framework, senior, 'senior-engineer', to).map((route) => [route.cost, route.sentence])

  test('explain why a way round costs more than going directly', () => {
    expect(sentences('staff-engineer')[0]).toEqual([102, 'The direct move.'])
    expect(sentences('staff-engineer')[1]).toEqual([
      103,
      'Via tech lead it costs one point more than going directly, mostly because a role on the way asks more of delegation and team health than the destination does.',
    ])
  })

  test('explain why a way round costs less', () => {
    expect(sentences('engineering-manager')).toContainEqual([
      78,
      'Via tech lead it costs four points less than going directly, mostly because delegation and performance management are learned in a role where they count for less.',
    ])
  })

  test('lead nowhere from a role to itself', () => {
    expect(routesBetween(framework, senior, 'senior-engineer', 'senior-engineer')).toEqual([])
  })
})

describe('a typical week', () => {
  test('names the part that changes most', () => {
    const change = weekChange(framework, 'senior-engineer', 'staff-engineer')
    expect(change?.parts.map((part) => part.difference)).toEqual([-25, 10, 0, 10, 5])
    expect(change?.sentence).toBe('Building falls from 55% to 30% of a typical week, the largest change.')
  })

  test('is not told where the framework does not describe it', () => {
    const { week: _, ...bare } = roleOf('staff-engineer')
    const without = { ...framework, roles: [roleOf('senior-engineer'), bare] }
    expect(weekChange(without, 'senior-engineer', 'staff-engineer')).toBeNull()
  })
})

describe('the first answer', () => {
  test('gives what changes, how soft it is, where to start and what to do this week', () => {
    const answer = firstAnswer(framework, 'senior-engineer', 'engineering-manager')
    expect(answer).toMatchObject({ kind: 'move', toRole: 'engineering-manager' })
    expect(answer.week?.largest?.id).toBe('build')
    expect(answer.softShare).toBeCloseTo(0.87, 2)
    expect(answer.why).toBe('87% of the difference is soft: people leadership alone makes up 43% of it.')
    expect(answer.start).toMatchObject({ skill: 'giving-feedback', now: 2, needed: 3 })
    expect(answer.start?.today.level).toBe(2)
    expect(answer.start?.next?.level).toBe(3)
    expect(answer.start?.practice.text.length).toBeGreaterThan(10)
  })

  test('treats staying as an answer of full value', () => {
    const answer = firstAnswer(framework, 'senior-engineer', 'stay')
    expect(answer).toMatchObject({ kind: 'stay', toRole: 'senior-engineer', week: null, softShare: null })
    expect(answer.why).toBe(framework.stay.changes)
    expect(answer.start?.reason).toContain('going deeper is a choice')
  })

  test('gives the undecided what most moves ask', () => {
    const answer = firstAnswer(framework, 'senior-engineer', null)
    expect(answer).toMatchObject({ kind: 'undecided', toRole: null, climb: null })
    expect(answer.start).toMatchObject({
      skill: 'written-communication',
      reason: 'All ten moves from here ask for more of it.',
    })
  })

  test('says in a sentence how many moves ask for a skill, also where it is none, one or both', () => {
    expect(portableSentence(0, 5)).toBe('None of the five moves from here asks for more of it.')
    expect(portableSentence(1, 5)).toBe('One of the five moves from here asks for more of it.')
    expect(portableSentence(3, 5)).toBe('Three of the five moves from here ask for more of it.')
    expect(portableSentence(2, 2)).toBe('Both moves from here ask for more of it.')
  })

  test('falls back to the scale where a skill has no words of its own yet', () => {
    const bare = { ...framework, skills: framework.skills.map((skill) => ({ ...skill, anchors: [] })) }
    const start = firstAnswer(bare, 'senior-engineer', 'staff-engineer').start
    expect(start?.today).toMatchObject({ level: 2, name: 'Working', fromScale: true })
    expect(start?.practice).toMatchObject({ id: null, fromScale: true })
  })

  test('begins at the first practices for somebody who has not begun', () => {
    const start = firstAnswer(framework, 'senior-engineer', 'staff-engineer', {
      ...senior,
      'written-communication': { level: 0, assumed: false },
    }).start
    const skill = framework.skills.find((one) => one.id === 'written-communication')
    expect(start?.practice.id).toBe(skill?.anchors[0]?.practices[0]?.id)
  })
})
