// A round of questions: where it stands, what was answered, and how to take an answer back.

import { type AskingAction, type AskingState, answer, startAsking } from '../../core/assessment/ask-skill.ts'
import type { RatingContent } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'

interface Answered {
  skill: string
  content: RatingContent
  /** What stood before, to go back to; null where nothing did. */
  before: RatingContent | null
  /** The question as it stood before the answer that settled it. */
  asking: AskingState
}

export interface Session {
  queue: string[]
  index: number
  /** Null once the queue is through. */
  asking: AskingState | null
  note: string
  answered: Answered[]
}

export type SessionAction =
  | { kind: 'ask'; action: AskingAction; before: RatingContent | null }
  | { kind: 'outright'; level: number; before: RatingContent | null }
  | { kind: 'note'; text: string }
  | { kind: 'undo' }

/** What a step asks to be kept, besides the session itself. */
export interface Step {
  session: Session
  keep: { skill: string; content: RatingContent | null } | null
}

type ContentOf = (skill: string) => RatingContent | null

export function startSession(
  framework: Framework,
  role: string,
  queue: string[],
  contentOf: ContentOf,
): Session {
  const session: Session = { queue, index: 0, asking: null, note: '', answered: [] }
  return atQuestion(framework, role, session, contentOf)
}

export function takeStep(
  framework: Framework,
  role: string,
  session: Session,
  action: SessionAction,
  contentOf: ContentOf,
): Step {
  if (action.kind === 'note') return { session: { ...session, note: action.text }, keep: null }
  if (action.kind === 'undo') return undo(session)
  const { asking } = session
  if (!asking) return { session, keep: null }
  if (action.kind === 'outright') {
    const content = outright(asking, action.level, session.note)
    return settle(framework, role, session, asking, content, action.before, contentOf)
  }
  const next = answer(asking, action.action)
  if (next.result === null) return { session: { ...session, asking: next }, keep: null }
  return settle(
    framework,
    role,
    session,
    asking,
    { ...next.result, note: session.note },
    action.before,
    contentOf,
  )
}

function settle(
  framework: Framework,
  role: string,
  session: Session,
  asking: AskingState,
  content: RatingContent,
  before: RatingContent | null,
  contentOf: ContentOf,
): Step {
  const answered = [...session.answered, { skill: asking.skill, content, before, asking }]
  const onward = { ...session, index: session.index + 1, answered }
  return { session: atQuestion(framework, role, onward, contentOf), keep: { skill: asking.skill, content } }
}

/** Within a question the last answer; at its beginning the whole question before. */
function undo(session: Session): Step {
  const { asking } = session
  if (asking && asking.history.length > 0)
    return { session: { ...session, asking: answer(asking, { kind: 'back' }) }, keep: null }
  const last = session.answered.at(-1)
  if (!last) return { session, keep: null }
  const back = {
    ...session,
    index: session.index - 1,
    asking: last.asking,
    note: last.content.note,
    answered: session.answered.slice(0, -1),
  }
  return { session: back, keep: { skill: last.skill, content: last.before } }
}

function atQuestion(framework: Framework, role: string, session: Session, contentOf: ContentOf): Session {
  const id = session.queue[session.index]
  const skill = id === undefined ? undefined : findSkill(framework, id)
  if (!skill) return { ...session, asking: null, note: '' }
  const before = contentOf(skill.id)
  return { ...session, asking: startAsking(framework, role, skill, before), note: before?.note ?? '' }
}

function outright(asking: AskingState, level: number, note: string): RatingContent {
  return {
    level,
    reason: null,
    approaching: false,
    behaviours: asking.ticked,
    confidence: null,
    observedOn: null,
    note,
  }
}
