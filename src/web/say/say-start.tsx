// From a vague sentence to something that can be seen: what it may mean for this role, to choose from.
import { useDeferredValue, useId, useState } from 'react'
import { type ConcreteStart, concreteStarts } from '../../core/composing/concrete-starts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { Reading } from '../parts/reading.tsx'
import { levelName } from '../words/level.ts'
import { asSentence } from '../words/names.ts'
import { sayWords } from '../words/say.ts'

export function SayStart(props: {
  framework: Framework
  role: string
  onTake: (skill: string, behaviour: string) => void
}) {
  const { framework, role, onTake } = props
  const id = useId()
  const [sentence, setSentence] = useState('')
  const [isTaken, setTaken] = useState(false)
  const asked = useDeferredValue(sentence)
  const starts = concreteStarts(framework, role, asked)
  return (
    <details className="disclosure say-start no-print">
      <summary>{sayWords.vague}</summary>
      <div className="disclosure-body stack-s">
        <div className="field">
          <label htmlFor={id}>{sayWords.vagueField}</label>
          <input
            id={id}
            className="input"
            autoComplete="off"
            placeholder={sayWords.vaguePlaceholder}
            value={sentence}
            onChange={(event) => {
              setSentence(event.target.value)
              setTaken(false)
            }}
          />
          <span className="field-hint">{sayWords.vagueHelp}</span>
        </div>
        {asked.trim() !== '' && starts.length === 0 ? <p>{sayWords.vagueNone}</p> : null}
        {starts.map((start) => (
          <Start
            key={start.skill.id}
            framework={framework}
            start={start}
            onTake={(behaviour) => {
              onTake(start.skill.id, behaviour)
              setTaken(true)
            }}
          />
        ))}
        <Reading>{isTaken ? sayWords.taken : ''}</Reading>
      </div>
    </details>
  )
}

function Start(props: { framework: Framework; start: ConcreteStart; onTake: (behaviour: string) => void }) {
  const { framework, start, onTake } = props
  const { skill, phrase, level, behaviours } = start
  return (
    <section className="stack-s">
      <h3>
        {skill.name} <span className="small quiet">({sayWords.asks(levelName(framework, level))})</span>
      </h3>
      {phrase?.means ? (
        <p>
          {sayWords.mostlyMeans} {phrase.means}
        </p>
      ) : null}
      <ul className="say-behaviours">
        {behaviours.map((behaviour) => (
          <li key={behaviour}>
            <span>{asSentence(behaviour)}</span>
            <button type="button" className="button" data-look="plain" onClick={() => onTake(behaviour)}>
              {sayWords.take}
              <span className="visually-hidden">: {behaviour}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
