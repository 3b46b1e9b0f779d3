// Questions to ask back: about what was missed lately, one for each skill, in the framework's words where they fit.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { HeardWords } from '../packet/arrange-packet.ts'
import { asksBack } from './ask-back.ts'

const framework = loadFramework(BUILT_IN)
const SPAN = { since: '2026-01-01', until: '2026-03-01' }
const [known] = framework.skills.flatMap((skill) =>
  skill.private
    ? []
    : skill.phrases.flatMap(({ text, ask }) => (ask === undefined ? [] : [{ skill: skill.id, text, ask }])),
)

function heard(part: Partial<HeardWords>): HeardWords {
  return {
    id: 'a',
    text: known?.text ?? '',
    skills: [known?.skill ?? ''],
    polarity: 'gap',
    who: null,
    on: '2026-02-01',
    ...part,
  }
}

describe('a question to ask back', () => {
  test('is the framework’s where somebody said one of its phrases', () => {
    expect(asksBack(framework, [heard({})], SPAN)).toEqual([
      { about: 'feedback/a', skill: expect.any(String), text: known?.ask },
    ])
  })

  test('is a plain one about the skill where no phrase is near', () => {
    const [ask] = asksBack(framework, [heard({ text: 'Zzz' })], SPAN)
    expect(ask?.text).toMatch(/^When did you last miss something in my /)
  })

  test('is a plain one where no more than a chance word is shared, and the framework’s where most is', () => {
    const asked = (skill: string, text: string) =>
      asksBack(framework, [heard({ skills: [skill], text })], SPAN)[0]?.text
    const plain = /^When did you last miss something in my /
    expect(asked('technical-depth', 'Your grasp of the protocol was somewhat thin.')).toMatch(plain)
    expect(asked('career-ownership', 'You said “whatever you need” to what you wanted to be doing.')).toMatch(
      plain,
    )
    const estimates = framework.skills.find(({ id }) => id === 'planning-estimation')
    const phrase = estimates?.phrases.find(({ text }) => text.includes('estimates are always off'))
    expect(phrase?.ask).toBeDefined()
    expect(asked('planning-estimation', 'Nobody believes your estimate any more.')).toBe(phrase?.ask)
  })

  test('is one for each skill, about what was said last', () => {
    const twice = [heard({ id: 'early', on: '2026-01-02' }), heard({ id: 'late' })]
    expect(asksBack(framework, twice, SPAN).map(({ about }) => about)).toEqual(['feedback/late'])
  })

  test('is not asked about praise, about another time, or about a private skill', () => {
    const hidden = framework.skills.find((skill) => skill.private)?.id ?? ''
    expect(hidden).not.toBe('')
    const none = [
      heard({ polarity: 'strength' }),
      heard({ on: '2025-12-31' }),
      heard({ on: '2026-03-02' }),
      heard({ skills: [hidden] }),
      heard({ skills: [] }),
    ]
    expect(asksBack(framework, none, SPAN)).toEqual([])
  })
})
