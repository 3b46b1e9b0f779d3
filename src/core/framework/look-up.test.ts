// Finding the parts of a framework by their ids.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { SMALL } from '../../../tests/frameworks/read-files.ts'
import {
  anchorOf,
  expectationOf,
  findGroup,
  findMove,
  findRole,
  findSkill,
  movesFrom,
  presetRole,
  topLevel,
} from './look-up.ts'

const small = loadFramework(SMALL)

test('an expectation that is not written down is level 0 with weight 0', () => {
  expect(expectationOf(small, 'baker', 'dough-making')).toEqual({ level: 2, weight: 2 })
  expect(expectationOf(small, 'baker', 'ordering')).toEqual({ level: 0, weight: 0 })
  expect(expectationOf(small, 'nobody', 'ordering')).toEqual({ level: 0, weight: 0 })
})

test('names that every JavaScript object knows find nothing', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(expectationOf(small, name, 'ordering')).toEqual({ level: 0, weight: 0 })
    expect(expectationOf(small, 'baker', name)).toEqual({ level: 0, weight: 0 })
  }
})

test('roles, skills, groups and moves are found by id', () => {
  expect(findRole(small, 'baker')?.name).toBe('Baker')
  expect(findSkill(small, 'hygiene')?.group).toBe('baking')
  expect(findGroup(small, 'shop')?.name).toBe('The shop')
  expect(findMove(small, 'baker', 'master-baker')?.kind).toBe('up')
  expect(findMove(small, 'master-baker', 'baker')).toBeUndefined()
  expect(movesFrom(small, 'apprentice').map((move) => move.to)).toEqual(['baker', 'sales-assistant'])
})

test('the top level is that of the scale, and a level without words has no anchor', () => {
  expect(topLevel(small)).toBe(3)
  const [skill] = small.skills
  expect(skill && anchorOf(skill, 1)).toBeUndefined()
})

test('the first role stands in for a preset', () => {
  expect(presetRole(small)?.id).toBe('apprentice')
})
