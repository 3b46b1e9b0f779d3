// Reading feedback that somebody writes: what is marked and what is not, and that marks point to words that are there.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Skill } from '../framework/framework.ts'
import { anchorOf, expectationOf } from '../framework/look-up.ts'
import { checkFeedback, LONGEST_PART, type Mark } from './check-feedback.ts'
import { concreteStart, concreteStarts, knownPhrases } from './concrete-starts.ts'
import { NO_FEEDBACK } from './feedback-draft.ts'
import {
  type FeedbackAim,
  type FeedbackParts,
  NO_PARTS,
  partsAsMarkdown,
  partsAsText,
} from './feedback-parts.ts'
import { checkLanguage } from './language-checks.ts'
import { MARK_RULES } from './mark-rules.ts'
import { readMarkedExamples, scoreMarks } from './score-marks.ts'
import { writeFeedbackDraft } from './write-feedback-draft.ts'

const framework = loadFramework(BUILT_IN)
const english = { english: true, phrases: [], checkLanguage }

function rulesOf(behaviour: string, aim: FeedbackAim = 'change'): string[] {
  const marks = checkFeedback({ ...NO_PARTS, behaviour }, { ...english, aim })
  return marks.filter(({ words }) => words !== '').map(({ rule, words }) => `${rule}: ${words}`)
}

const missingIn = (parts: Partial<FeedbackParts>, aim: FeedbackAim = 'change') =>
  checkFeedback({ ...NO_PARTS, ...parts }, { ...english, aim })
    .filter(({ words }) => words === '')
    .map(({ rule }) => rule)

describe('Words that make feedback hard to use', () => {
  test('are marked where they say what somebody is, wants or always does', () => {
    expect(rulesOf('You are always defensive and you don’t care.')).toEqual([
      'always-never: always',
      'person: defensive',
      'mind-reading: don’t care',
    ])
    expect(rulesOf('Be more like Daniel: he is faster than Anna.')).toEqual([
      'comparison: Be more like',
      'comparison: faster than Anna',
    ])
  })

  test('are not marked where they only say who somebody is, or name a thing of the trade', () => {
    expect(rulesOf('The woman on call drew a mental model of it in two lines.')).toEqual([])
    expect(rulesOf('Your tribe kept sane defaults and primitive types.')).toEqual([])
    expect(rulesOf('The new girls in support got the blame.')).toEqual(['excludes: girls'])
  })

  test('are not missed as an example where something is named that one can look up', () => {
    const behaviour = (text: string) => missingIn({ behaviour: text })
    expect(behaviour('In your pull request the reason was missing.')).not.toContain('no-example')
    expect(behaviour('At the kick-off you cut off the customer.')).not.toContain('no-example')
    expect(behaviour('You cut off customers.')).toContain('no-example')
  })

  test('are not marked where they are about a machine, a document or a number', () => {
    expect(rulesOf('The retry policy is too aggressive and the result was negative.')).toEqual([])
    expect(rulesOf('The document is easy to read, and almost always up to date.')).toEqual([])
  })

  test('that name no behaviour are marked, and in praise only where nothing else is said', () => {
    expect(rulesOf('I would like to see more ownership.')).toEqual(['vague: ownership'])
    expect(rulesOf('Great work!', 'keep')).toEqual(['vague: Great work'])
    expect(
      rulesOf('Great work on the rollout: the checklist let the night shift do it without you.', 'keep'),
    ).toEqual([])
  })

  test('that hurt, leave somebody out or talk down are found by the language library', () => {
    expect(rulesOf('Your code is shit, guys.')).toEqual(['insult: shit', 'excludes: guys'])
    expect(rulesOf('She wrote to her team and to him.')).toEqual([])
  })

  test('from the phrases of a framework are marked word for word', () => {
    const phrases = [{ skill: 'writing', text: 'Be easier to follow.' }]
    const marks = checkFeedback(
      { ...NO_PARTS, behaviour: 'You should be easier to follow in writing.' },
      { ...english, aim: 'change', phrases },
    )
    expect(marks.filter(({ words }) => words !== '').map(({ words }) => words)).toEqual([
      'be easier to follow',
    ])
  })

  test('leave a phrase alone inside of other words, and find it after it was quoted', () => {
    const phrases = [{ skill: 'managing-up', text: 'Manage up' }]
    const marked = (behaviour: string) =>
      checkFeedback({ ...NO_PARTS, behaviour }, { ...english, aim: 'change', phrases })
        .filter(({ words }) => words !== '')
        .map(({ from }) => from)
    expect(marked('You manage upgrades on Mondays.')).toEqual([])
    expect(marked('They said “manage up”, and so you should manage up more.')).toHaveLength(1)
  })

  test('are left alone in another language, where only missing parts are marked', () => {
    const marks = checkFeedback(
      { ...NO_PARTS, behaviour: 'Du bist always defensive' },
      { ...english, english: false, aim: 'change' },
    )
    expect(marks.every(({ words }) => words === '')).toBe(true)
    expect(marks.map(({ rule }) => rule)).toEqual(['no-example', 'no-impact', 'no-next-step'])
  })

  test('lie where the mark says, whatever was written, and no two marks overlap', () => {
    const word = fc.constantFrom(
      'always',
      'you are lazy',
      'guys',
      'than Anna',
      'be proactive',
      'é',
      '🙂',
      '\n',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (words) => {
        const behaviour = words.join(' ')
        const marks = checkFeedback({ ...NO_PARTS, behaviour }, { ...english, aim: 'change' })
        const placed = marks.filter((mark) => mark.words !== '')
        for (const mark of placed) expect(behaviour.slice(mark.from, mark.to)).toBe(mark.words)
        for (const [index, mark] of placed.entries())
          expect(placed.slice(index + 1).every((other) => !overlaps(mark, other))).toBe(true)
      }),
    )
  })

  test('of a text that is far too long are looked for in its beginning only', () => {
    const behaviour = `${'word '.repeat(2_000)}always`
    expect(behaviour.length).toBeGreaterThan(LONGEST_PART)
    expect(rulesOf(behaviour)).toEqual([])
  })
})

const overlaps = (a: Mark, b: Mark) => a.part === b.part && a.from < b.to && b.from < a.to

describe('What feedback lacks', () => {
  test('is an occasion, an effect, and a next step where something should change', () => {
    expect(missingIn({ behaviour: 'You interrupt people when they present.' })).toEqual([
      'no-example',
      'no-impact',
      'no-next-step',
    ])
    expect(missingIn({ situation: 'On Monday in the review', behaviour: 'you answered first' })).toEqual([
      'no-impact',
      'no-next-step',
    ])
  })

  test('is nothing before anything was written, and praise needs no next step', () => {
    expect(missingIn({})).toEqual([])
    expect(
      missingIn(
        { situation: 'In the outage', behaviour: 'you wrote every step down', impact: 'Karim took over' },
        'keep',
      ),
    ).toEqual([])
  })
})

describe('The rules', () => {
  test('each say why, what to do, and which research they rest on, with its limits', () => {
    for (const { name, reason, mend, sources } of Object.values(MARK_RULES)) {
      expect([name, reason, mend].every((text) => text.length > 3)).toBe(true)
      for (const source of sources) {
        expect(source.work).toMatch(/\((19|20)\d\d\)/)
        expect(source.limits).not.toBe('')
      }
    }
    expect(MARK_RULES.uneven.sources.length).toBeGreaterThanOrEqual(3)
  })

  test('find what they were written for in the examples they were written with', () => {
    const examples = readMarkedExamples(readFileSync('corpus/composing/a.jsonl', 'utf8'))
    const { precision, recall } = scoreMarks(examples, knownPhrases(framework))
    expect(precision).toBeGreaterThan(0.95)
    expect(recall).toBeGreaterThan(0.95)
  })

  test('let words be that are innocent at work, and know an occasion by its number or its season', () => {
    const examples = readMarkedExamples(readFileSync('corpus/composing/c.jsonl', 'utf8'))
    const { precision, recall } = scoreMarks(examples, knownPhrases(framework))
    expect(precision).toBeGreaterThan(0.95)
    expect(recall).toBeGreaterThan(0.9)
  })

  test('mark a word that hurts in capitals too', () => {
    expect(rulesOf('That was SHIT work on Monday')).toEqual(['insult: SHIT'])
    expect(rulesOf('The LAME encoder is pinned, and that was a lame excuse.')).toEqual(['excludes: lame'])
  })
})

describe('A vague sentence', () => {
  test('leads to behaviours of the role’s own level, in the words of the framework', () => {
    const [first] = concreteStarts(framework, 'senior-engineer', 'be more visible')
    expect(first?.behaviours.length).toBeGreaterThan(1)
    const anchor = anchorOf(first?.skill as Skill, first?.level ?? 0)
    expect(first?.behaviours).toEqual(anchor?.behaviours.map(({ text }) => text))
    expect(first?.level).toBe(expectationOf(framework, 'senior-engineer', first?.skill.id ?? '').level)
    expect(concreteStart(framework, 'senior-engineer', 'no-such-skill')).toBeNull()
    expect(concreteStarts(framework, 'senior-engineer', '  ')).toEqual([])
  })

  test('is known from the phrases of all skills', () => {
    expect(knownPhrases(framework)).toHaveLength(framework.skills.flatMap(({ phrases }) => phrases).length)
  })
})

describe('A draft', () => {
  const parts = { situation: ' On Monday ', behaviour: 'you *waited*', impact: '', nextStep: 'Ask.' }
  const command = {
    ...NO_FEEDBACK,
    parts,
    role: framework.roles[0]?.id ?? '',
    id: 'a',
    revisionId: 'b',
    frameworkDigest: 'c',
  }

  test('is its own words, as text and with a heading for each part', () => {
    expect(partsAsText(parts)).toBe('On Monday\n\nyou *waited*\n\nAsk.')
    expect(partsAsMarkdown(parts)).toBe(
      '**When and where**\n\nOn Monday\n\n**What I saw**\n\nyou *waited*\n\n**What next**\n\nAsk.\n',
    )
    expect(partsAsMarkdown(NO_PARTS)).toBe('')
  })

  test('is kept with a role and a skill that exist, and with some words', () => {
    const now = '2026-11-26T12:00:00.000Z'
    expect(writeFeedbackDraft(framework, command, now)).toMatchObject({ ok: true })
    const failures = [
      { ...command, parts: NO_PARTS },
      { ...command, parts: { ...parts, impact: 'x'.repeat(LONGEST_PART + 1) } },
      { ...command, role: 'nobody' },
      { ...command, skill: 'nothing' },
      { ...command, recipient: 'x'.repeat(201) },
    ].map((wrong) => {
      const draft = writeFeedbackDraft(framework, wrong, now)
      return draft.ok ? '' : draft.failure.path
    })
    expect(failures).toEqual(['parts', 'parts/impact', 'role', 'skill', 'recipient'])
  })
})
