// What an editor hears about one skill while somebody types is what lint says about it.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { judgeFramework, judgeSkill } from './judge-framework.ts'

const builtIn = loadFramework(BUILT_IN)
const ABOUT_ROLES = ['same-role', 'thin-jump', 'needless-acceptance']

/** The built-in framework with faults of every kind in some of its skills. */
const faulty: Framework = {
  ...builtIn,
  skills: builtIn.skills.map((skill, index) => (index % 9 === 0 ? spoiled(skill, index) : skill)),
}

function spoiled(skill: Skill, index: number): Skill {
  const source = builtIn.skills[(index + 5) % builtIn.skills.length]?.anchors[0]?.behaviours[0]
  const copied = { id: 'copied', text: source?.text ?? '' }
  const vague = { id: 'vague', text: `Consistently shows a strong attitude towards topic ${index}.` }
  const long = { id: 'long', text: Array.from({ length: 30 }, (_, at) => `thing${at}`).join(' ') }
  return {
    ...skill,
    anchors: skill.anchors.map((anchor) =>
      anchor.level === 2 ? { ...anchor, behaviours: [...anchor.behaviours, copied, vague, long] } : anchor,
    ),
  }
}

describe('judging one skill', () => {
  const whole = judgeFramework(faulty).findings

  test('finds everything that judging the whole framework finds at it', () => {
    expect(whole.length).toBeGreaterThan(15)
    for (const skill of faulty.skills) {
      const own = judgeSkill(faulty, skill.id).map(({ kind, at }) => `${kind} ${at}`)
      const wanted = whole.filter(
        ({ kind, at }) => !ABOUT_ROLES.includes(kind) && at.split('/')[0] === skill.id,
      )
      expect(own).toEqual(expect.arrayContaining(wanted.map(({ kind, at }) => `${kind} ${at}`)))
    }
  })

  test('adds only sentences whose twin comes later', () => {
    const known = new Set(whole.map(({ kind, at }) => `${kind} ${at}`))
    const twins = new Set(whole.map((finding) => finding.twin?.at))
    for (const skill of faulty.skills)
      for (const { kind, at } of judgeSkill(faulty, skill.id))
        if (!known.has(`${kind} ${at}`)) expect([kind, twins.has(at)]).toEqual(['near-duplicate', true])
  })

  test('says nothing about a skill that is not there', () => {
    expect(judgeSkill(faulty, 'no-such-skill')).toEqual([])
  })
})

test('findings that the framework accepts are not heard while typing either', () => {
  const skill = faulty.skills[0]?.id ?? ''
  const before = judgeSkill(faulty, skill)
  const accepted = { kind: 'unobservable-word' as const, at: `${skill}/vague`, reason: 'We mean it.' }
  const after = judgeSkill({ ...faulty, acceptedFindings: [accepted] }, skill)
  expect(before.some(({ kind, at }) => kind === accepted.kind && at === accepted.at)).toBe(true)
  expect(after).toEqual(before.filter(({ kind, at }) => kind !== accepted.kind || at !== accepted.at))
})
