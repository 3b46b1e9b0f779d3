// A field that grows with its text, with marked words underlined in it and each mark with its reason beneath.
import { useId, useRef } from 'react'
import type { Mark } from '../../core/composing/check-feedback.ts'
import { LONGEST_PART } from '../../core/composing/check-feedback.ts'
import { SayMark } from './say-mark.tsx'

export function MarkedField(props: {
  label: string
  hint: string
  text: string
  marks: readonly Mark[]
  onChange: (text: string) => void
}) {
  const { label, hint, text, marks, onChange } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const jump = ({ from, to }: Mark) => {
    field.current?.focus()
    field.current?.setSelectionRange(from, to)
  }
  return (
    <div className="field say-part">
      <label htmlFor={id}>{label}</label>
      <span className="field-hint" id={`${id}-hint`}>
        {hint}
      </span>
      <div className="say-field">
        <div className="say-under" aria-hidden="true">
          {underlined(text, marks)}
        </div>
        <textarea
          id={id}
          ref={field}
          className="input"
          rows={2}
          maxLength={LONGEST_PART}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {marks.length > 0 ? (
        <ul className="say-marks">
          {marks.map((mark) => (
            <SayMark key={`${mark.rule} ${mark.from}`} mark={mark} onJump={() => jump(mark)} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** The text with its marked words, behind the field; a line end at the very end needs something after it to show. */
function underlined(text: string, marks: readonly Mark[]) {
  const pieces = []
  let at = 0
  for (const { from, to } of marks.filter((mark) => mark.to > mark.from && mark.to <= text.length)) {
    if (from < at) continue
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...pieces, `${text.slice(at)}​`]
}
