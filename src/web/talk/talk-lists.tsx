// Questions to ask, agreed next steps, and notes of a talk.
import { useId } from 'react'
import type { NextStep, TalkQuestion } from '../../core/conversation/conversation.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { newId } from '../api.ts'
import { OwnWords } from '../parts/own-words.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import type { TalkProps } from './talk-state.tsx'

export function TalkLists(props: TalkProps) {
  const { keeper, kept } = props
  const { content } = kept
  return (
    <>
      <Questions {...props} />
      <Steps {...props} />
      <section className="section stack-s">
        <OwnWords
          label={talkWords.notes}
          hint={talkWords.notesHint}
          value={content.notes}
          onChange={(notes) => keeper.change('notes', { ...content, notes })}
        />
        <p>
          <WhoCanSee of="conversation" />
        </p>
      </section>
    </>
  )
}

function Questions({ keeper, kept, brief }: TalkProps) {
  const { content } = kept
  const put = (place: string, questions: TalkQuestion[]) => keeper.change(place, { ...content, questions })
  const add = (text: string) => put('questions', [...content.questions, { id: newId(), text, asked: false }])
  const change = (id: string, part: Partial<TalkQuestion>) =>
    put(
      `question.${id}`,
      content.questions.map((one) => (one.id === id ? { ...one, ...part } : one)),
    )
  const offered = brief.asks.filter(({ text }) => content.questions.every((one) => one.text !== text))
  return (
    <section className="section stack-s">
      <h2>{talkWords.questions}</h2>
      <ul className="talk-rows">
        {content.questions.map(({ id, text, asked }, index) => (
          <li key={id} className="talk-row">
            <Tick
              label={talkWords.askedOf(text)}
              checked={asked}
              onChange={() => change(id, { asked: !asked })}
            />
            <Line
              label={talkWords.question(index + 1)}
              value={text}
              onChange={(value) => change(id, { text: value })}
            />
            <TakeOut
              text={text}
              onClick={() =>
                put(
                  'questions',
                  content.questions.filter((one) => one.id !== id),
                )
              }
            />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={() => add('')}>
          {talkWords.addQuestion}
        </button>{' '}
        <WhoCanSee of="conversation" />
      </p>
      {offered.length === 0 ? null : (
        <>
          <h3 className="talk-heading">{talkWords.askBack}</h3>
          <ul className="talk-rows">
            {offered.map(({ about, skill, text }) => (
              <li key={about} className="talk-entry">
                <span>
                  {text} <span className="small quiet">{skill}</span>
                </span>
                <button
                  type="button"
                  className="button"
                  aria-label={talkWords.takeLabel(text)}
                  onClick={() => add(text)}
                >
                  {talkWords.take}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Steps({ keeper, kept }: TalkProps) {
  const { content } = kept
  const put = (place: string, steps: NextStep[]) => keeper.change(place, { ...content, steps })
  const change = (id: string, part: Partial<NextStep>) =>
    put(
      `step.${id}`,
      content.steps.map((one) => (one.id === id ? { ...one, ...part } : one)),
    )
  const add = () => {
    const step = { id: newId(), text: '', whose: 'me', dueOn: null, done: false } as const
    put('steps', [...content.steps, { ...step, agreedOn: content.heldOn }])
  }
  return (
    <section className="section stack-s">
      <h2>{talkWords.steps}</h2>
      <ul className="talk-rows">
        {content.steps.map((step, index) => (
          <li key={step.id}>
            <div className="talk-row">
              <Tick
                label={talkWords.doneOf(step.text)}
                checked={step.done}
                onChange={() => change(step.id, { done: !step.done })}
              />
              <Line
                label={talkWords.step(index + 1)}
                value={step.text}
                onChange={(text) => change(step.id, { text })}
              />
              <TakeOut
                text={step.text}
                onClick={() =>
                  put(
                    'steps',
                    content.steps.filter(({ id }) => id !== step.id),
                  )
                }
              />
            </div>
            <StepFacts
              step={step}
              index={index + 1}
              withWhom={content.withWhom}
              heldOn={content.heldOn}
              onChange={(part) => change(step.id, part)}
            />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={add}>
          {talkWords.addStep}
        </button>{' '}
        <WhoCanSee of="conversation" />
      </p>
    </section>
  )
}

function StepFacts(props: {
  step: NextStep
  index: number
  withWhom: string
  heldOn: string
  onChange: (part: Partial<NextStep>) => void
}) {
  const { step, index, withWhom, heldOn, onChange } = props
  const id = useId()
  return (
    <div className="talk-facts">
      <div className="field">
        <label htmlFor={`${id}-whose`}>{talkWords.whose}</label>
        <select
          id={`${id}-whose`}
          className="select"
          aria-label={`${talkWords.step(index)}: ${talkWords.whose}`}
          value={step.whose}
          onChange={(event) => onChange({ whose: event.target.value === 'them' ? 'them' : 'me' })}
        >
          <option value="me">{capitalise(talkWords.mine)}</option>
          <option value="them">{withWhom}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>{talkWords.due}</label>
        <input
          id={`${id}-due`}
          type="date"
          className="input"
          aria-label={`${talkWords.step(index)}: ${talkWords.due}`}
          value={step.dueOn ?? ''}
          onChange={(event) => onChange({ dueOn: event.target.value || null })}
        />
      </div>
      {step.agreedOn < heldOn ? (
        <p className="small quiet">{capitalise(talkWords.carried(dateWords.day(step.agreedOn)))}</p>
      ) : null}
    </div>
  )
}

function Tick(props: { label: string; checked: boolean; onChange: () => void }) {
  return (
    <input
      type="checkbox"
      className="talk-box"
      aria-label={props.label}
      checked={props.checked}
      onChange={props.onChange}
    />
  )
}

function Line(props: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <input
      className="input"
      dir="auto"
      maxLength={600}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

function TakeOut({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="button"
      data-look="plain"
      aria-label={talkWords.takeOutLabel(text)}
      onClick={onClick}
    >
      {talkWords.takeOut}
    </button>
  )
}
