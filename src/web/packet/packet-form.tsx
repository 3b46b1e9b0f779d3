// Answers for another form: its questions are pasted, what the packet holds is arranged under them, ready to be copied.
import { useId, useRef, useState } from 'react'
import { answerRows, answersInOrder } from '../../core/packet/answer-rows.ts'
import { answersText, itemsByPlace } from '../../core/packet/answers-text.ts'
import { movedAmong, movedTo, withAnswers } from '../../core/packet/edit-packet.ts'
import { readQuestions } from '../../core/packet/read-questions.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Reading } from '../parts/reading.tsx'
import { useOrderDrag } from '../plan/use-order-drag.ts'
import { formWords } from '../words/packet.ts'
import { AnswerEnd, AnswerHead, AnswerItem } from './packet-answer.tsx'
import type { PacketProps } from './packet-tools.tsx'
import { useArrangedAnswers } from './use-arranged-answers.ts'

export function PacketForm(props: PacketProps) {
  const { answers, sections } = props.kept.content
  return (
    <div className="stack-l packet-form">
      {answers.length === 0 ? (
        <Paste {...props} />
      ) : (
        <>
          <CopyButton label={formWords.copyAll} text={answersText(answers, sections)} />
          <Answers {...props} />
          <Disclosure summary={formWords.change}>
            <Paste {...props} />
          </Disclosure>
        </>
      )}
    </div>
  )
}

function Paste({ framework, keeper, kept }: PacketProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const arranged = useArrangedAnswers(framework)
  const [isBusy, setBusy] = useState(false)
  const latest = useRef(kept)
  latest.current = kept
  const arrange = () => {
    const questions = readQuestions(text)
    setSaid(formWords.found(questions.length))
    if (questions.length === 0) return
    setBusy(true)
    arranged(kept.content.sections, questions, (answers) => {
      setBusy(false)
      // What was changed meanwhile stays.
      keeper.change('form', withAnswers(latest.current.content, answers))
    })
  }
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>{formWords.paste}</label>
        <textarea
          id={id}
          className="input packet-paste"
          rows={8}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className="field-hint">
          {formWords.hint}
        </p>
      </div>
      <button type="button" className="button" data-look="main" disabled={isBusy} onClick={arrange}>
        {isBusy ? formWords.arranging : formWords.arrange}
      </button>
      <Reading>{said}</Reading>
    </div>
  )
}

/** Questions and things in one list: a thing that is moved past a question stands under another one. */
function Answers({ keeper, kept }: PacketProps) {
  const list = useRef<HTMLOListElement>(null)
  const { content } = kept
  const { answers, sections } = content
  const places = itemsByPlace(sections)
  const rows = answerRows(answers)
  const all = rows.map(({ key }) => key)
  // What was left out of the packet since has a row and is not on the screen.
  const keys = rows.filter((row) => row.kind === 'question' || places.has(row.place)).map(({ key }) => key)
  const shown = useRef<readonly string[]>(keys)
  shown.current = keys
  const { moving, handle } = useOrderDrag({
    list,
    shown,
    onDrop: ({ skill: key, place }) =>
      keeper.change('form order', {
        ...content,
        answers: answersInOrder(answers, rows, movedAmong(all, keys, key, place)),
      }),
  })
  const inOrder = moving === null ? keys : movedTo(keys, moving.skill, moving.place)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]))
  const packet = { keeper, content }
  return (
    <ol className="packet-answers" ref={list} data-moving={moving === null ? undefined : true}>
      {inOrder.flatMap((key, index) => {
        const row = byKey.get(key)
        const answer = row === undefined ? undefined : byQuestion.get(row.question)
        if (row === undefined || answer === undefined) return []
        const next = byKey.get(inOrder[index + 1] ?? '')
        const end =
          next === undefined || next.kind === 'question' ? (
            <AnswerEnd key={`${key} end`} {...packet} question={questionBefore(inOrder, byKey, index)} />
          ) : null
        if (row.kind === 'question')
          return [<AnswerHead key={key} {...packet} answer={answer} order={key} />, end]
        const item = places.get(row.place)
        if (item === undefined) return end === null ? [] : [end]
        return [
          <AnswerItem
            key={key}
            {...packet}
            answer={answer}
            place={row.place}
            item={item}
            order={key}
            isMoving={moving?.skill === key}
            handle={handle(key)}
          />,
          end,
        ]
      })}
    </ol>
  )
}

/** Under which question a row stands, while it is being moved. */
function questionBefore(
  keys: readonly string[],
  rows: ReadonlyMap<string, { kind: string; question: string }>,
  index: number,
): string {
  for (let at = index; at >= 0; at -= 1) {
    const row = rows.get(keys[at] ?? '')
    if (row?.kind === 'question') return row.question
  }
  return ''
}
