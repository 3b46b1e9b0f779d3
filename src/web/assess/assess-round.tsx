// One round of questions: the question, the keys, what was saved, and the result at any time.
import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react'
import { actionForKey } from '../../core/assessment/ask-skill.ts'
import type { Assessment, RatingContent } from '../../core/assessment/assessment.ts'
import { chooseQuestions, FIRST_ROUND, remainingQuestions } from '../../core/assessment/choose-questions.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { usePageTitle } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { SaveState, SaveTrouble } from '../parts/save-state.tsx'
import { assessWords } from '../words/assess.ts'
import { contentInWords } from '../words/rating.ts'
import { AssessKeys } from './assess-keys.tsx'
import { AssessQuestion, type QuestionWords } from './assess-question.tsx'
import { AssessResult } from './assess-result.tsx'
import { type Session, type SessionAction, startSession, takeStep } from './assess-session.ts'
import { useRatingKeeper } from './use-rating-keeper.ts'
import { singleKeysOn } from './use-single-keys.ts'

/** What somebody was asked: these skills, in other words where they are another's, and an end of its own. */
interface AskedRound {
  skills: readonly string[]
  /** Asked alone and first, though it has an answer: somebody wants to change that one. */
  first?: string
  words: QuestionWords
  title: string
  result: (end: RoundEnd) => ReactNode
}

/** Where a round stands when its questions are through, or were left for now. */
export interface RoundEnd {
  hasMore: boolean
  onGoOn: () => void
  onUndo: (() => void) | null
  contentOf: (skill: string) => RatingContent | null
  isSaved: boolean
  /** Asks one skill again. */
  askAgain: (skill: string) => void
}

interface RoundProps {
  asked?: AskedRound
  framework: Framework
  assessment: Assessment
  destination: string | null
  /** Just this skill. */
  only?: string
  /** Everything that has no answer yet. */
  rest: boolean
}

export function AssessRound(props: RoundProps) {
  const { framework, assessment } = props
  usePageTitle(props.asked?.title ?? assessWords.title)
  const { keeper, unsaved } = useRatingKeeper(assessment)
  const contentOf = (skill: string) => keeper.contentOf(skill)
  const [plan] = useState(() => planRound(props, contentOf))
  const [session, setSession] = useState<Session>(() =>
    startSession(framework, assessment.role, plan.queue, contentOf),
  )
  const [isStopped, stop] = useReducer((_: boolean, next: boolean) => next, false)
  const [showsKeys, setShowsKeys] = useState(false)
  const act = (action: SessionAction) => {
    const step = takeStep(framework, assessment.role, session, action, contentOf)
    if (step.keep) keeper.keep(step.keep.skill, step.keep.content)
    setSession(step.session)
    if (action.kind === 'undo') stop(false)
  }
  const isOver = isStopped || session.asking === null
  const before = (): RatingContent | null => (session.asking ? contentOf(session.asking.skill) : null)
  useRoundKeys(isOver, session, act, before, framework, () => setShowsKeys(true))
  return (
    <div className="assess">
      {props.only === undefined ? (
        <Progress
          done={
            props.asked?.skills.filter((skill) => contentOf(skill) !== null).length ??
            plan.done + session.index
          }
          all={props.asked?.skills.length ?? plan.done + plan.queue.length}
        />
      ) : null}
      <SaveTrouble framework={framework} keeper={keeper} unsaved={unsaved} />
      {isOver || !session.asking ? (
        (props.asked?.result({
          hasMore: session.asking !== null,
          onGoOn: () => stop(false),
          onUndo: session.answered.length > 0 ? () => act({ kind: 'undo' }) : null,
          contentOf,
          isSaved: unsaved.length === 0,
          askAgain: (skill) => {
            setSession(startSession(framework, assessment.role, [skill], contentOf))
            stop(false)
          },
        }) ?? (
          <AssessResult
            framework={framework}
            assessment={assessment}
            destination={props.destination}
            {...(props.only === undefined ? {} : { only: props.only })}
            hasMore={session.asking !== null}
            isSaved={unsaved.length === 0}
            onGoOn={() => stop(false)}
            onUndo={session.answered.length > 0 ? () => act({ kind: 'undo' }) : null}
          />
        ))
      ) : (
        <AssessQuestion
          key={session.asking.skill}
          words={props.asked?.words ?? assessWords}
          framework={framework}
          role={assessment.role}
          asking={session.asking}
          note={session.note}
          onAct={(action) => act({ kind: 'ask', action, before: before() })}
          onOutright={(level) => act({ kind: 'outright', level, before: before() })}
          onNote={(text) => act({ kind: 'note', text })}
        />
      )}
      <footer className="assess-foot no-print">
        <SaveState unsaved={unsaved} of={props.asked === undefined ? 'rating' : 'ask'} />
        {isOver ? null : (
          <div className="actions">
            <button
              type="button"
              className="button"
              disabled={session.answered.length === 0 && session.asking?.history.length === 0}
              onClick={() => act({ kind: 'undo' })}
            >
              {assessWords.undo}
            </button>
            <button type="button" className="button" onClick={() => stop(true)}>
              {assessWords.stop}
            </button>
            <button type="button" className="button" data-look="plain" onClick={() => setShowsKeys(true)}>
              {assessWords.keys}
            </button>
          </div>
        )}
      </footer>
      <Announcement framework={framework} session={session} />
      {showsKeys ? <AssessKeys onClose={() => setShowsKeys(false)} /> : null}
    </div>
  )
}

/** What is answered in this assessment already is not asked again, unless it is asked for by name. */
function planRound(
  { framework, assessment, destination, only, rest, asked }: RoundProps,
  contentOf: (skill: string) => RatingContent | null,
): { queue: string[]; done: number } {
  if (only !== undefined) return { queue: [only], done: 0 }
  const isAnswered = (skill: string) => contentOf(skill) !== null
  if (asked?.first !== undefined) return { queue: [asked.first], done: 0 }
  if (asked !== undefined) {
    const queue = asked.skills.filter((skill) => !isAnswered(skill))
    return { queue, done: asked.skills.length - queue.length }
  }
  if (rest) {
    const answered = framework.skills.map((skill) => skill.id).filter(isAnswered)
    return {
      queue: remainingQuestions(framework, assessment.role, destination, answered),
      done: answered.length,
    }
  }
  const round = chooseQuestions(framework, assessment.role, destination, FIRST_ROUND)
  const queue = round.filter((skill) => !isAnswered(skill))
  return { queue, done: round.length - queue.length }
}

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <div className="assess-progress">
      <progress max={Math.max(all, 1)} value={done} aria-label={assessWords.progressLabel} />
      <span className="small quiet" aria-hidden="true">
        {assessWords.progress(done, all)}
      </span>
    </div>
  )
}

/** Says what was answered and what comes next to those who do not see it. */
function Announcement({ framework, session }: { framework: Framework; session: Session }) {
  const last = session.answered.at(-1)
  const name = (id: string | undefined) => (id ? (findSkill(framework, id)?.name ?? id) : '')
  const next = name(session.asking?.skill)
  if (!last) return <Reading hidden>{''}</Reading>
  const what = contentInWords(framework, last.content)
  return (
    <Reading hidden>
      {next === ''
        ? assessWords.last(name(last.skill), what)
        : assessWords.answered(name(last.skill), what, next)}
    </Reading>
  )
}

function useRoundKeys(
  isOver: boolean,
  session: Session,
  act: (action: SessionAction) => void,
  before: () => RatingContent | null,
  framework: Framework,
  showKeys: () => void,
) {
  const latest = useRef({ isOver, session, act, before, showKeys })
  latest.current = { isOver, session, act, before, showKeys }
  const top = framework.scale.at(-1)?.level ?? 0
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current
      if (!singleKeysOn() || !isForUs(event) || document.querySelector('dialog[open]')) return
      const action = sessionActionFor(event.key, top, now.before)
      if (event.key === '?') now.showKeys()
      else if (action && (!now.isOver || action.kind === 'undo')) now.act(action)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [top])
}

/** Not while somebody writes, chooses from a list, or means a shortcut of the browser. */
function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false
  const target = event.target
  if (!(target instanceof HTMLElement)) return true
  if (target instanceof HTMLInputElement) return target.type === 'checkbox'
  return !target.closest('textarea, select, [contenteditable]')
}

function sessionActionFor(
  key: string,
  top: number,
  before: () => RatingContent | null,
): SessionAction | null {
  if (key === 'u' || key === 'Backspace') return { kind: 'undo' }
  if (/^[0-9]$/.test(key))
    return Number(key) <= top ? { kind: 'outright', level: Number(key), before: before() } : null
  if (key === 'o') return { kind: 'ask', action: { kind: 'not-seen' }, before: before() }
  if (key === 'd') return { kind: 'ask', action: { kind: 'not-needed' }, before: before() }
  const action = actionForKey(key)
  return action ? { kind: 'ask', action, before: before() } : null
}
