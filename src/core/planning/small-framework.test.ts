// The numbers in a framework that leaves out everything optional: three levels, two groups, no kinds, no bands.

import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { SMALL } from '../../../tests/frameworks/read-files.ts'
import { chooseQuestions } from '../assessment/choose-questions.ts'
import { climbBetween } from './climb.ts'
import { firstAnswer } from './first-answer.ts'
import { focus } from './focus.ts'
import { explainScore } from './focus-words.ts'
import { criticalCounts, groupProfile, softShare } from './group-profile.ts'
import { levelsAtExpectation } from './levels.ts'
import { mapReading } from './map-reading.ts'
import { mustHavesOf } from './must-haves.ts'
import { practiceOrder } from './practice-order.ts'
import { quickWins } from './quick-wins.ts'
import { readyToTry } from './ready-to-try.ts'
import { routesBetween } from './routes.ts'
import { weekChange } from './week-change.ts'

const framework = loadFramework(SMALL)
const baker = levelsAtExpectation(framework, 'baker')

test('the climb is whole and its kind unknown', () => {
  const climb = climbBetween(framework, 'baker', 'master-baker')
  expect(climb).toMatchObject({ points: 10, hard: 0, soft: 0, unknown: 10, hardShare: null, mix: '' })
  expect(climb.words).toBe('no critical gap; four important gaps, one of them two levels')
})

test('the profile has its two groups, and no soft share', () => {
  expect(groupProfile(framework, 'baker').map((group) => group.points)).toEqual([12, 2])
  expect(softShare(framework, 'baker')).toBeNull()
  expect(criticalCounts(framework, 'baker')).toEqual({ hard: 0, soft: 0, unknown: 0 })
})

test('the focus list, its explanation and its orders work without weeks, kinds and prerequisites', () => {
  const items = focus(framework, baker, 'master-baker', { fromRole: 'baker' })
  expect(items[0]).toMatchObject({ skill: 'ordering', gap: 2, weight: 2, score: 4, kind: 'unknown' })
  expect(explainScore(items[0] as (typeof items)[0]).map((line) => line.label)).toContain('Score')
  expect(practiceOrder(framework, items).map((item) => item.skill)).toEqual(items.map((item) => item.skill))
  expect(quickWins(framework, items).every((win) => win.nextStep.assumed)).toBe(true)
})

test('the reading of the map leaves out what the framework does not say', () => {
  expect(mapReading(framework, baker, 'baker', 'master-baker').sentence).toBe(
    'Master baker: 58% role overlap, no critical gap, climb 10. Start with ordering.',
  )
})

test('without critical skills there are no must-haves, and a role can be tried at once', () => {
  for (const role of framework.roles) expect(mustHavesOf(framework, role)).toEqual([])
  expect(readyToTry(framework, baker, 'master-baker').words).toBe(
    'Ready to try: no critical skill is missing.',
  )
})

test('routes lead over the moves that there are', () => {
  const apprentice = levelsAtExpectation(framework, 'apprentice')
  const routes = routesBetween(framework, apprentice, 'apprentice', 'shop-manager')
  expect(routes.map((route) => route.roles.join(' '))).toEqual([
    'apprentice sales-assistant shop-manager',
    'apprentice baker master-baker shop-manager',
  ])
})

test('the first answer falls back to the scale, also where the scale has only names', () => {
  const answer = firstAnswer(framework, 'baker', 'master-baker')
  expect(answer.week).toBeNull()
  expect(answer.softShare).toBeNull()
  expect(answer.start?.today.lines).toEqual(['Not needed'])
  expect(answer.start?.next?.lines).toEqual(['Helping'])
  expect(firstAnswer(framework, 'baker', 'stay').start).not.toBeNull()
  expect(weekChange(framework, 'baker', 'master-baker')).toBeNull()
})

test('fewer skills than a first round holds are all asked', () => {
  expect(chooseQuestions(framework, 'baker', 'master-baker').toSorted()).toEqual(
    framework.skills.map((skill) => skill.id).toSorted(),
  )
})
