// Preparing talks: what is carried over, what is offered, and what the page says.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginConversation, openSteps } from './begin-conversation.ts'
import type { ConversationBrief } from './brief.ts'
import { briefMarkdown } from './brief-markdown.ts'
import { agreedIn, type Conversation, moveTalk, type NextStep, NO_CONVERSATION } from './conversation.ts'

function talk(heldOn: string, part: Partial<Conversation> = {}): Conversation {
  return {
    ...NO_CONVERSATION,
    heldOn,
    withWhom: 'Lena',
    id: heldOn,
    revisionId: heldOn,
    version: 1,
    frameworkDigest: '',
    writtenAt: `${heldOn}T10:00:00Z`,
    ...part,
  }
}

function step(id: string, part: Partial<NextStep> = {}): NextStep {
  return { id, text: `Step ${id}`, whose: 'me', dueOn: null, done: false, agreedOn: '2026-01-01', ...part }
}

const ASKED = { heldOn: '2026-03-01', personId: null, withWhom: 'lena', about: 'me' } as const

describe('beginning a talk', () => {
  test('looks back to the last talk with the same person, and to three months before where there was none', () => {
    const all = [talk('2026-02-01'), talk('2026-01-01'), talk('2026-02-20', { withWhom: 'Kim' })]
    expect(beginConversation(ASKED, all).since).toBe('2026-02-01')
    expect(beginConversation(ASKED, []).since).toBe('2025-12-01')
    expect(beginConversation({ ...ASKED, heldOn: '2026-05-31' }, []).since).toBe('2026-02-28')
  })

  test('carries over what is open in the latest talk that has it, and nothing that was ticked off since', () => {
    const all = [
      talk('2026-02-01', { steps: [step('a', { done: true }), step('b')] }),
      talk('2026-01-01', { steps: [step('a'), step('c'), step('d', { text: ' ' })] }),
    ]
    expect(beginConversation(ASKED, all).steps.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  test('takes nothing over from a talk with somebody else, about the other side, or of a later day', () => {
    const steps = [step('a')]
    const all = [
      talk('2026-02-01', { withWhom: 'Kim', steps }),
      talk('2026-02-01', { about: 'them', steps }),
      talk('2026-03-02', { steps }),
      talk('2026-02-01', { personId: 'lena', steps }),
    ]
    expect(beginConversation(ASKED, all).steps).toEqual([])
    expect(beginConversation({ ...ASKED, personId: 'lena' }, all).steps).toEqual(steps)
  })

  test('leaves a step open or done, never both, whatever the talks say', () => {
    const anyStep = fc.record({ id: fc.constantFrom('a', 'b', 'c'), done: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(anyStep, { selector: ({ id }) => id }), { maxLength: 5 }),
        (talks) => {
          const all = talks.map((steps, index) =>
            talk(`2026-02-${28 - index}`, { steps: steps.map(({ id, done }) => step(id, { done })) }),
          )
          const open = openSteps(all).map(({ id }) => id)
          expect(new Set(open).size).toBe(open.length)
          for (const id of ['a', 'b', 'c']) {
            const latest = talks.flat().find((one) => one.id === id)
            expect(open.includes(id)).toBe(latest !== undefined && !latest.done)
          }
        },
      ),
    )
  })
})

const BRIEF: ConversationBrief = {
  lines: [
    {
      key: 'evidence/1',
      kind: 'evidence',
      on: '2026-02-10',
      text: 'Moved *billing*',
      detail: 'Coding',
      readers: [],
    },
    {
      key: 'feedback/2',
      kind: 'feedback',
      on: '2026-02-09',
      text: 'More visible, please',
      detail: 'Kim',
      readers: [],
    },
  ],
  standing: {
    role: 'Staff engineer',
    words: 'Not yet.',
    levels: [{ skill: 's', name: 'Coding', level: 3.14, low: 2.6, high: 3.6, asked: 4 }],
  },
  asks: [],
}

describe('moving a talk to another day', () => {
  test('moves what was agreed in it, so that nothing new is called carried over', () => {
    const steps = [step('new', { agreedOn: '2026-03-01' }), step('old')]
    for (const day of ['2026-03-08', '2026-02-20']) {
      const before = talk('2026-03-01', { steps })
      const moved = moveTalk(before, day, agreedIn(before))
      expect(moved.heldOn).toBe(day)
      expect(moved.steps.map(({ agreedOn }) => agreedOn)).toEqual([day, '2026-01-01'])
      expect(briefMarkdown(moved, BRIEF)).not.toContain(`carried over from ${day}`)
    }
  })
})

describe('typing another day', () => {
  test('takes along no step of the days that it passes', () => {
    const before = talk('2026-03-01', { steps: [step('new', { agreedOn: '2026-03-01' }), step('old')] })
    const agreed = agreedIn(before)
    const passing = moveTalk(before, '2026-01-01', agreed)
    const moved = moveTalk(passing, '2026-01-15', agreed)
    expect(moved.steps.map(({ agreedOn }) => agreedOn)).toEqual(['2026-01-15', '2026-01-01'])
  })
})

describe('the page of a talk', () => {
  test('holds what was put on it and nothing else', () => {
    const content = talk('2026-03-01', {
      chosen: ['evidence/1', 'evidence/gone'],
      steps: [step('a')],
      notes: 'For me',
    })
    const page = briefMarkdown(content, BRIEF)
    expect(page).toContain('- 2026-02-10: Moved \\*billing\\* (Coding)')
    expect(page).toContain('- [ ] Step a (me, carried over from 2026-01-01)')
    expect(page).not.toContain('visible')
    expect(page).not.toContain('Staff engineer')
    expect(page).not.toContain('Questions')
    expect(page).not.toContain('For me')
  })

  test('says where somebody stands only where they want it', () => {
    const page = briefMarkdown(talk('2026-03-01', { showsStanding: true }), BRIEF)
    expect(page).toContain('## Against Staff engineer')
    expect(page).toContain('- Coding: about 3.1 (2.6 to 3.6), asked 4')
  })
})
