// What is offered in place of a vague sentence: the role's level and the next one, from what is known of the person.
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, findSkill } from '../framework/look-up.ts'
import { sayInstead } from './say-instead.ts'

let framework: Framework
let skill: Skill
beforeAll(() => {
  framework = loadFramework(BUILT_IN)
  const found = findSkill(framework, 'stakeholder-management')
  if (found === undefined) throw new Error('The framework lost a skill that this test speaks of.')
  skill = found
})

const role = 'senior-engineer'
const levels = (known: number | null, of = role) => {
  const { asked, next } = sayInstead(framework, { role: of, skill, known })
  return [asked?.level ?? null, next.level]
}

describe('in place of “be more proactive”', () => {
  it('shows what the role asks and the level above it, where nothing is known of the person', () => {
    const asked = expectationOf(framework, role, skill.id).level
    expect(levels(null)).toEqual([asked, asked + 1])
  })

  it('starts from where the person stands, where that is known', () => {
    const asked = expectationOf(framework, role, skill.id).level
    expect(levels(0)).toEqual([asked, 1])
    expect(levels(asked + 0.6)).toEqual([asked, asked + 2])
  })

  it('says a level once, where the next one is what the role asks', () => {
    const asked = expectationOf(framework, role, skill.id).level
    expect(levels(asked - 1)).toEqual([null, asked])
  })

  it('stays on the scale for somebody at its top', () => {
    expect(levels(5)[1]).toBe(5)
  })

  it('always says something that can be seen', () => {
    for (const one of framework.skills)
      for (const { id } of framework.roles)
        expect(sayInstead(framework, { role: id, skill: one, known: null }).next.lines).not.toEqual([])
  })
})
