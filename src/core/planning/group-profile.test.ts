// The profile of every role of the built-in framework, and the patterns that its numbers show.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { expectationOf } from '../framework/look-up.ts'
import { climbBetween } from './climb.ts'
import { gapsTo } from './gap.ts'
import { criticalCounts, groupProfile, softShare } from './group-profile.ts'
import { levelsAtExpectation } from './levels.ts'
import { percent, wholePercent } from './plain-words.ts'
import { routesBetween } from './routes.ts'

const framework = loadFramework(BUILT_IN)

/** Role, percent of each group in the framework's order, percent soft, critical hard, critical soft. */
const PROFILES: [string, number[], number, number, number][] = [
  ['senior-engineer', [32, 22, 17, 8, 5, 16], 59, 4, 2],
  ['staff-engineer', [22, 17, 29, 9, 12, 11], 67, 2, 5],
  ['staff-specialist', [35, 14, 23, 6, 6, 14], 59, 3, 3],
  ['software-architect', [23, 16, 30, 8, 13, 9], 67, 3, 4],
  ['principal-engineer', [18, 14, 29, 10, 18, 11], 70, 1, 5],
  ['distinguished-engineer', [18, 12, 33, 9, 18, 10], 71, 3, 5],
  ['tech-lead', [23, 20, 26, 14, 8, 9], 66, 4, 4],
  ['tech-lead-manager', [15, 17, 25, 23, 6, 13], 76, 1, 6],
  ['engineering-manager', [11, 17, 27, 25, 10, 10], 77, 0, 6],
  ['senior-engineering-manager', [7, 16, 29, 24, 13, 10], 80, 0, 6],
  ['engineering-director', [6, 16, 26, 21, 21, 10], 78, 2, 7],
  ['vp-engineering', [6, 14, 28, 21, 22, 9], 79, 2, 8],
  ['cto', [10, 13, 27, 15, 24, 11], 75, 2, 4],
  ['product-manager', [8, 19, 39, 5, 17, 11], 79, 2, 7],
  ['technical-program-manager', [9, 23, 43, 6, 9, 10], 77, 1, 5],
  ['solutions-architect', [19, 11, 39, 4, 16, 11], 72, 1, 5],
  ['developer-advocate', [16, 8, 44, 8, 9, 17], 78, 1, 5],
  ['independent-consultant', [23, 14, 30, 3, 16, 14], 67, 3, 6],
  ['fractional-cto', [11, 14, 26, 15, 23, 11], 74, 2, 5],
  ['technical-founder', [12, 15, 22, 14, 22, 14], 76, 2, 7],
]

describe('the group profile', () => {
  test('has a row for every role', () => {
    expect(PROFILES.map(([role]) => role)).toEqual(framework.roles.map((role) => role.id))
  })

  test.each(PROFILES)('of %s is that of the table', (role, groups, soft, criticalHard, criticalSoft) => {
    expect(groupProfile(framework, role).map((group) => wholePercent(group.share))).toEqual(groups)
    expect(wholePercent(softShare(framework, role) ?? 0)).toBe(soft)
    expect(criticalCounts(framework, role)).toEqual({ hard: criticalHard, soft: criticalSoft, unknown: 0 })
  })
})

const meanLevel = (role: string, group: string) => {
  const skills = framework.skills.filter((skill) => skill.group === group)
  const levels = skills.map((skill) => expectationOf(framework, role, skill.id).level)
  return (levels.reduce((sum, level) => sum + level, 0) / levels.length).toFixed(1)
}

const hardPercent = (from: string, to: string) => percent(climbBetween(framework, from, to).hardShare ?? 0)

describe('the eight patterns', () => {
  test('1: the critical skills flip once, right after senior', () => {
    const flip = ['senior-engineer', 'staff-engineer', 'engineering-manager'].map((role) => {
      const { hard, soft } = criticalCounts(framework, role)
      return [hard, soft]
    })
    expect(flip).toEqual([
      [4, 2],
      [2, 5],
      [0, 6],
    ])
  })

  test('2: the climb is soft even on the technical path', () => {
    const staff = climbBetween(framework, 'senior-engineer', 'staff-engineer')
    const manager = climbBetween(framework, 'senior-engineer', 'engineering-manager')
    expect([staff.points, percent(staff.soft / staff.points)]).toEqual([102, '72%'])
    expect([manager.points, percent(manager.soft / manager.points)]).toEqual([82, '87%'])
  })

  test('3: the fork is about craft and people, not about communication', () => {
    const roles = ['senior-engineer', 'staff-engineer', 'engineering-manager']
    expect(roles.map((role) => meanLevel(role, 'influence'))).toEqual(['1.9', '3.2', '2.8'])
    expect(roles.map((role) => meanLevel(role, 'craft'))).toEqual(['2.6', '3.6', '2.1'])
    expect(roles.map((role) => meanLevel(role, 'people'))).toEqual(['1.1', '2.1', '2.8'])
  })

  test('4: out is soft, back is hard', () => {
    expect(hardPercent('senior-engineer', 'engineering-manager')).toBe('13%')
    expect(hardPercent('engineering-manager', 'staff-engineer')).toBe('57%')
    expect(hardPercent('senior-engineering-manager', 'staff-engineer')).toBe('84%')
    expect(hardPercent('engineering-director', 'principal-engineer')).toBe('78%')
  })

  test('5: the biggest jumps', () => {
    const jumps = (to: string) =>
      gapsTo(framework, levelsAtExpectation(framework, 'senior-engineer'), to)
        .filter((line) => line.weight === 3 && line.gap > 1)
        .map((line) => `${line.skill} ${line.gap}`)
        .toSorted()
    expect(jumps('staff-engineer')).toEqual([
      'influence-without-authority 2',
      'problem-framing 2',
      'technical-strategy 2',
      'visibility-of-work 2',
      'written-communication 2',
    ])
    expect(jumps('engineering-manager')).toEqual([
      'coaching 2',
      'delegation 2',
      'performance-management 3',
      'team-health 2',
    ])
  })

  test('6: tech lead is a free option', () => {
    expect(climbBetween(framework, 'senior-engineer', 'tech-lead').points).toBe(56)
    expect(climbBetween(framework, 'tech-lead', 'staff-engineer').points).toBe(47)
    expect(climbBetween(framework, 'tech-lead', 'engineering-manager').points).toBe(22)
    const senior = levelsAtExpectation(framework, 'senior-engineer')
    const viaTechLead = (to: string) =>
      routesBetween(framework, senior, 'senior-engineer', to).find(
        (route) => route.roles.join() === `senior-engineer,tech-lead,${to}`,
      )
    expect(viaTechLead('staff-engineer')).toMatchObject({ cost: 103, directCost: 102 })
    expect(viaTechLead('engineering-manager')).toMatchObject({ cost: 78, directCost: 82 })
  })

  test('7: portable and path-defining skills are different sets', () => {
    const weighty = (skill: string) =>
      framework.roles.filter((role) => expectationOf(framework, role.id, skill).weight >= 2).length
    expect(weighty('written-communication')).toBe(20)
    expect(['problem-framing', 'influence-without-authority'].map(weighty)).toEqual([19, 19])
    const nearlyEverywhere = [
      'prioritisation',
      'active-listening',
      'attention-management',
      'sustainable-pace',
    ]
    expect(nearlyEverywhere.map(weighty)).toEqual([18, 18, 18, 18])
    const dependants = framework.skills.filter((skill) => skill.prerequisites.includes('active-listening'))
    expect(dependants).toHaveLength(13)
  })

  test('8: altitude buys strategy with craft', () => {
    const strategy = (role: string) =>
      wholePercent(groupProfile(framework, role).find((group) => group.group === 'strategy')?.share ?? 0)
    expect(['senior-engineer', 'principal-engineer', 'vp-engineering', 'cto'].map(strategy)).toEqual([
      5, 18, 22, 24,
    ])
    expect(hardPercent('vp-engineering', 'cto')).toBe('81%')
    expect(climbBetween(framework, 'senior-engineer', 'technical-founder').points).toBe(145)
    const steepest = framework.moves
      .filter((move) => move.from === 'senior-engineer')
      .map((move) => climbBetween(framework, move.from, move.to).points)
    expect(Math.max(...steepest)).toBe(145)
  })
})
