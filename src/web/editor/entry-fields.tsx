// The fields that forms of roles, moves and skills are made of.
import { type ReactNode, useId } from 'react'
import { useWritten } from '../data/use-written.ts'
import { formWords } from '../words/editor-forms.ts'

export interface Choice {
  value: string
  name: string
}

interface FieldProps {
  label: string
  value: string
  hint?: string
  onWrite: (text: string) => void
}

export function TextField({ label, value, hint, onWrite, long }: FieldProps & { long?: boolean }) {
  const id = useId()
  const { onChange, ...field } = useWritten(value, onWrite)
  const given = {
    id,
    className: 'input',
    'aria-describedby': hint ? `${id}-hint` : undefined,
    ...field,
  }
  return (
    <Field id={id} label={label} hint={hint}>
      {long ? (
        <textarea {...given} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...given} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

/** Whole or broken; empty where nothing is said. */
export function NumberField(props: {
  label: string
  value: number | null
  onWrite: (value: number | null) => void
}) {
  const id = useId()
  const { onChange, ...field } = useWritten(props.value === null ? '' : String(props.value), (text) => {
    const value = text.trim() === '' ? null : Number(text)
    if (value === null || Number.isFinite(value)) props.onWrite(value)
  })
  return (
    <Field id={id} label={props.label}>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        {...field}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** What the text says stays a choice, even where the framework does not know it. */
export function PickField(props: {
  label: string
  value: string
  choices: readonly Choice[]
  /** What choosing nothing is called, where that is possible. */
  none?: string
  onPick: (value: string) => void
}) {
  const id = useId()
  const { value, choices } = props
  const isKnown = value === '' || choices.some((choice) => choice.value === value)
  return (
    <Field id={id} label={props.label}>
      <select id={id} className="select" value={value} onChange={(event) => props.onPick(event.target.value)}>
        {props.none !== undefined || value === '' ? (
          <option value="">{props.none ?? formWords.choose}</option>
        ) : null}
        {isKnown ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Several of the choices, in the order in which they were chosen. */
export function SeveralField(props: {
  label: string
  hint?: string
  values: readonly string[]
  choices: readonly Choice[]
  most?: number
  onWrite: (values: string[]) => void
}) {
  const id = useId()
  const { values, choices, onWrite, most = Number.POSITIVE_INFINITY } = props
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.name ?? value
  const left = choices.filter((choice) => !values.includes(choice.value))
  return (
    <fieldset className="editor-several stack-s">
      <legend>{props.label}</legend>
      {values.length === 0 ? null : (
        <ul>
          {values.map((value) => (
            <li key={value}>
              {nameOf(value)}{' '}
              <button
                type="button"
                className="button"
                data-look="sign"
                aria-label={formWords.removeOf(nameOf(value))}
                onClick={() => onWrite(values.filter((one) => one !== value))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {left.length === 0 || values.length >= most ? null : (
        <select
          className="select"
          aria-label={formWords.addOf(props.label)}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          value=""
          onChange={(event) => onWrite([...values, event.target.value])}
        >
          <option value="">{formWords.choose}</option>
          {left.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
      {props.hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {props.hint}
        </span>
      ) : null}
    </fieldset>
  )
}

function Field(props: { id: string; label: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      {props.hint ? (
        <span id={`${props.id}-hint`} className="field-hint">
          {props.hint}
        </span>
      ) : null}
    </div>
  )
}
