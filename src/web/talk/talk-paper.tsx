// The page of a talk: what was put on it and nothing else, set so that it fits on one sheet of A4.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { BRIEF_KINDS, type ConversationBrief, chosenLines } from '../../core/conversation/brief.ts'
import type { ConversationContent, NextStep } from '../../core/conversation/conversation.ts'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import { TalkLevels } from './talk-levels.tsx'

interface Props {
  content: ConversationContent
  brief: ConversationBrief
}

/** Sizes of type that are tried, in points; below the last it would be hard to read. */
const SIZES = [10.5, 9.75, 9, 8.25]
/** A4 without the margins that talk.css sets, and a little less, in millimetres. */
const PAPER_HEIGHT_MM = 258
const MM = 96 / 25.4

/** A copy out of sight is measured and printed; the one on the screen is as wide as the screen allows. */
export function TalkPaper({ content, brief, isShown }: Props & { isShown: boolean }) {
  const paper = useRef<HTMLDivElement>(null)
  const [isTooLong, setTooLong] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the paper decides how large its type can be
  useLayoutEffect(() => {
    const sheet = paper.current
    if (sheet === null) return
    const fits = SIZES.some((size) => {
      sheet.style.fontSize = `${size}pt`
      return sheet.scrollHeight <= PAPER_HEIGHT_MM * MM
    })
    setTooLong(!fits)
  }, [content, brief])
  return (
    <>
      {isTooLong ? (
        <p className="notice no-print" role="status">
          {talkWords.tooLong}
        </p>
      ) : null}
      {isShown ? (
        <div className="talk-sheet no-print">
          <Sheet content={content} brief={brief} />
        </div>
      ) : null}
      <div className="talk-paper" ref={paper} aria-hidden="true">
        <Sheet content={content} brief={brief} />
      </div>
    </>
  )
}

function Sheet({ content, brief }: Props) {
  const { withWhom, heldOn, oneThing, showsStanding } = content
  const lines = chosenLines(brief.lines, content.chosen)
  const questions = content.questions.filter(({ text }) => text.trim() !== '')
  const steps = content.steps.filter(({ text }) => text.trim() !== '')
  const standing = showsStanding ? brief.standing : null
  const isEmpty = oneThing === '' && [lines, questions, steps].every((list) => list.length === 0)
  return (
    <>
      <p className="talk-sheet-title">{talkWords.heading(withWhom, dateWords.day(heldOn))}</p>
      {isEmpty && standing === null ? <p>{talkWords.empty}</p> : null}
      {oneThing === '' ? null : (
        <Part title={talkWords.oneThing}>
          <p className="talk-one-thing" dir="auto">
            {oneThing}
          </p>
        </Part>
      )}
      {lines.length === 0 ? null : (
        <Part title={talkWords.since(dateWords.day(content.since))}>
          {BRIEF_KINDS.filter((kind) => lines.some((line) => line.kind === kind)).map((kind) => (
            <div key={kind}>
              <h3>{talkWords.kinds[kind]}</h3>
              <ul>
                {lines
                  .filter((line) => line.kind === kind)
                  .map(({ key, on, text, detail }) => (
                    <li key={key}>
                      <bdi>{text}</bdi>{' '}
                      <span className="quiet">
                        {[dateWords.day(on), detail].filter((part) => part !== '').join(', ')}
                      </span>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </Part>
      )}
      {standing === null ? null : (
        <section>
          <TalkLevels standing={standing} heading="h2" />
        </section>
      )}
      {questions.length === 0 ? null : (
        <Part title={talkWords.questions}>
          <ul className="talk-boxes">
            {questions.map(({ id, text, asked }) => (
              <li key={id} data-done={asked || undefined}>
                {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {steps.length === 0 ? null : (
        <Part title={talkWords.steps}>
          <ul className="talk-boxes">
            {steps.map((step) => (
              <li key={step.id} data-done={step.done || undefined}>
                {step.text} <span className="quiet">{stepFacts(step, content)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function stepFacts({ whose, dueOn, agreedOn }: NextStep, { withWhom, heldOn }: ConversationContent): string {
  return [
    whose === 'me' ? talkWords.mine : withWhom,
    dueOn === null ? '' : talkWords.paperBy(dateWords.day(dueOn)),
    agreedOn < heldOn ? talkWords.carried(dateWords.day(agreedOn)) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
