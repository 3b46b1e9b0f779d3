// A round of questions, from the first answer to the last, and back again.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { SMALL } from '../../../tests/frameworks/read-files.ts'
import type { RatingContent } from '../../core/assessment/assessment.ts'
import { type Session, startSession, takeStep } from './assess-session.ts'

const bakery = loadFramework(SMALL)
const nothing = () => null
const start = () => startSession(bakery, 'baker', ['dough-making', 'serving-customers'], nothing)
const act = (session: Session, action: Parameters<typeof takeStep>[3]) =>
  takeStep(bakery, 'baker', session, action, nothing)
const outright = (level: number) => ({ kind: 'outright', level, before: null }) as const

describe('a round of questions', () => {
  it('goes to the next skill as soon as one is answered, and asks for the answer to be kept', () => {
    const { session, keep } = act(start(), outright(2))
    expect(keep).toMatchObject({ skill: 'dough-making', content: { level: 2, reason: null } })
    expect(session.asking?.skill).toBe('serving-customers')
  })

  it('ends when the last skill is answered', () => {
    const first = act(start(), outright(2)).session
    expect(act(first, outright(1)).session.asking).toBeNull()
  })

  it('takes the last answer back, with its question and its note', () => {
    const noted = act(start(), { kind: 'note', text: 'since spring' }).session
    const answered = act(noted, outright(2)).session
    const { session, keep } = act(answered, { kind: 'undo' })
    expect(session.asking?.skill).toBe('dough-making')
    expect(session.note).toBe('since spring')
    expect(keep).toEqual({ skill: 'dough-making', content: null })
  })

  it('goes back to what was answered before this round', () => {
    const earlier: RatingContent = {
      level: 1,
      reason: null,
      approaching: false,
      behaviours: [],
      confidence: null,
      observedOn: null,
      note: 'from last year',
    }
    const answered = act(start(), { kind: 'outright', level: 3, before: earlier }).session
    expect(act(answered, { kind: 'undo' }).keep).toEqual({ skill: 'dough-making', content: earlier })
  })

  it('takes back a step within a question before it leaves the question', () => {
    const counted = act(start(), { kind: 'ask', action: { kind: 'counts' }, before: null }).session
    const back = act(counted, { kind: 'undo' })
    expect(back.keep).toBeNull()
    expect(back.session.asking?.level).toBe(start().asking?.level)
  })

  it('leaves the beginning as it is when there is nothing to take back', () => {
    const session = start()
    expect(act(session, { kind: 'undo' })).toEqual({ session, keep: null })
  })
})
