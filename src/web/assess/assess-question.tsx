// One level of one skill, and what may be said about it.
import { type RefObject, useEffect, useRef } from 'react'
import { type AskingAction, type AskingState, behavioursAsked } from '../../core/assessment/ask-skill.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { GroupTag } from '../parts/group-dot.tsx'
import { KindTag } from '../parts/skill-link.tsx'
import { ScaleText } from '../skill/scale-text.tsx'
import { assessWords } from '../words/assess.ts'
import { levelName, levelWords } from '../words/level.ts'

/** How the answers are called: about oneself, or about somebody else. */
export type QuestionWords = Record<
  'recognise' | 'yes' | 'no' | 'approaching' | 'notSure' | 'notSeen' | 'notNeeded' | 'note' | 'noteHint',
  string
>

interface QuestionProps {
  words: QuestionWords
  framework: Framework
  role: string
  asking: AskingState
  note: string
  onAct: (action: AskingAction) => void
  onOutright: (level: number) => void
  onNote: (text: string) => void
}

export function AssessQuestion(props: QuestionProps) {
  const { framework, asking, onAct, words } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: false }), [])
  const levelHeading = useLevelHeading(asking.level, heading)
  const skill = findSkill(framework, asking.skill)
  if (!skill) return null
  return (
    <section className="question" aria-labelledby="question-skill">
      <header>
        <p className="kind-legend">
          <GroupTag framework={framework} group={skill.group} />
          <KindTag framework={framework} skill={skill} />
        </p>
        <h1 id="question-skill" tabIndex={-1} ref={heading}>
          {skill.name}
        </h1>
        <p className="quiet">{skill.definition}</p>
        {skill.safeguard ? <p className="notice small">{skill.safeguard}</p> : null}
      </header>
      <div className="question-level">
        <h2 key={asking.level} tabIndex={-1} ref={levelHeading}>
          {assessWords.level(levelName(framework, asking.level))}
        </h2>
        <Behaviours framework={framework} skill={skill} asking={asking} words={words} onAct={onAct} />
      </div>
      <Answers asking={asking} words={words} onAct={onAct} />
      <Outright {...props} />
      <div className="question-more">
        <Disclosure summary={assessWords.addNote} open={props.note !== ''}>
          <div className="field">
            <label htmlFor="rating-note">{words.note}</label>
            <textarea
              id="rating-note"
              className="input"
              maxLength={4000}
              value={props.note}
              onChange={(event) => props.onNote(event.target.value)}
            />
            <span className="field-hint">{words.noteHint}</span>
          </div>
        </Disclosure>
        {framework.countingRule ? (
          <Disclosure summary={assessWords.counting}>
            <p>{framework.countingRule}</p>
          </Disclosure>
        ) : null}
      </div>
    </section>
  )
}

/**
 * Another level takes the place of what was pressed: whoever answers without a pointer goes on at its heading, and
 * hears which one it is. Who is somewhere else, as on Undo, stays there.
 */
function useLevelHeading(
  level: number,
  skill: RefObject<HTMLElement | null>,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(level)
  useEffect(() => {
    if (shown.current === level) return
    shown.current = level
    const at = document.activeElement
    if (at === null || at === document.body || at === skill.current) heading.current?.focus()
  }, [level, skill])
  return heading
}

function Behaviours(props: {
  framework: Framework
  skill: Skill
  asking: AskingState
  words: QuestionWords
  onAct: (action: AskingAction) => void
}) {
  const { framework, skill, asking, words, onAct } = props
  const behaviours = behavioursAsked(skill, asking)
  if (behaviours.length === 0)
    return (
      <>
        <ScaleText framework={framework} level={asking.level} remark={false} />
        <p className="small quiet question-remark">{levelWords.notWritten}</p>
      </>
    )
  return (
    <fieldset>
      <legend className="small quiet">{words.recognise}</legend>
      {behaviours.map((behaviour) => (
        <label key={behaviour.id} className="tick">
          <input
            type="checkbox"
            checked={asking.ticked.includes(behaviour.id)}
            onChange={() => onAct({ kind: 'tick', behaviour: behaviour.id })}
          />
          <span>{behaviour.text}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Answers(props: {
  asking: AskingState
  words: QuestionWords
  onAct: (action: AskingAction) => void
}) {
  const { asking, words, onAct } = props
  return (
    <div className="question-answers" key={asking.level}>
      <div className="question-main">
        <button type="button" className="button" data-look="main" onClick={() => onAct({ kind: 'counts' })}>
          {words.yes}
        </button>
        <button type="button" className="button" onClick={() => onAct({ kind: 'approaching' })}>
          {words.approaching}
        </button>
        <button type="button" className="button" onClick={() => onAct({ kind: 'does-not-count' })}>
          {words.no}
        </button>
      </div>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => onAct({ kind: 'not-sure' })}
        >
          {words.notSure}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => onAct({ kind: 'not-seen' })}
        >
          {words.notSeen}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => onAct({ kind: 'not-needed' })}
        >
          {words.notNeeded}
        </button>
      </div>
    </div>
  )
}

function Outright({ framework, asking, onOutright }: QuestionProps) {
  return (
    <fieldset className="question-outright">
      <legend className="small quiet">{assessWords.outright}</legend>
      {framework.scale.map((step) => (
        <button
          key={step.level}
          type="button"
          className="button"
          data-here={step.level === asking.level || undefined}
          aria-label={assessWords.level(levelName(framework, step.level))}
          title={step.name}
          onClick={() => onOutright(step.level)}
        >
          {step.level}
        </button>
      ))}
    </fieldset>
  )
}
