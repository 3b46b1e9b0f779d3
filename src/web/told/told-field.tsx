// Where what was said is typed or pasted; it grows with a review, and says how far it is read.
import { type ClipboardEvent, useState } from 'react'
import { toldWords } from '../words/told.ts'
import { MOST_READ, type ToldState } from './use-told.ts'

export function ToldField(props: { text: string; onChange: (text: string) => void; state: ToldState }) {
  const { text, onChange, state } = props
  const [refused, setRefused] = useState(0)
  const tooLong = text.length > MOST_READ ? text.length : refused
  // Refused before it is in the field: a browser takes minutes to lay so much out.
  const onPaste = (event: ClipboardEvent) => {
    const length = text.length + event.clipboardData.getData('text').length
    setRefused(length > MOST_READ ? length : 0)
    if (length > MOST_READ) event.preventDefault()
  }
  const isLong = text.length > 160 || text.includes('\n')
  return (
    <div className="field told-field">
      <label htmlFor="told">{toldWords.field}</label>
      <textarea
        id="told"
        className="input told-input"
        rows={isLong ? 7 : 2}
        data-long={isLong || undefined}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={toldWords.placeholder}
        aria-describedby="told-hint"
        aria-invalid={tooLong > 0 || undefined}
        value={text}
        onPaste={onPaste}
        onChange={(event) => {
          setRefused(0)
          onChange(event.target.value)
        }}
      />
      <span id="told-hint" className="field-hint">
        {toldWords.nothingStored}
      </span>
      {tooLong > 0 ? (
        <p className="field-error" role="alert">
          {toldWords.tooLong((tooLong / 1_000_000).toFixed(1))}
        </p>
      ) : null}
      {state.failed ? (
        <p className="field-error" role="alert">
          {toldWords.failed}
        </p>
      ) : null}
      {state.text === text || tooLong > 0 ? null : (
        <p className="small quiet told-wait">{toldWords.waiting}</p>
      )}
      {state.read < 1 ? (
        <p className="small" role="status">
          <progress value={state.read} aria-label={toldWords.reading(Math.floor(state.read * 100))} />{' '}
          {toldWords.reading(Math.floor(state.read * 100))}
        </p>
      ) : null}
    </div>
  )
}
