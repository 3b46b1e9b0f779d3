// Where what was said is typed or pasted; it grows with a review, and says how far it is read.
import { MOST_READ, type ToldState } from '../data/use-told.ts'
import { toldWords } from '../words/told.ts'

export function ToldField(props: { text: string; onChange: (text: string) => void; state: ToldState }) {
  const { text, onChange, state } = props
  const isTooLong = text.length > MOST_READ
  const isLong = text.length > 160 || text.includes('\n')
  return (
    <div className="field told-field">
      <label htmlFor="told">{toldWords.field}</label>
      <textarea
        id="told"
        className="input told-input"
        rows={isLong ? 7 : 2}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={toldWords.placeholder}
        aria-describedby="told-hint"
        aria-invalid={isTooLong || undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id="told-hint" className="field-hint">
        {toldWords.nothingStored}
      </span>
      {isTooLong ? (
        <p className="field-error" role="alert">
          {toldWords.tooLong((text.length / 1_000_000).toFixed(1))}
        </p>
      ) : null}
      {state.failed ? (
        <p className="field-error" role="alert">
          {toldWords.failed}
        </p>
      ) : null}
      {state.text === text || isTooLong ? null : <p className="small quiet told-wait">{toldWords.waiting}</p>}
      {state.read < 1 ? (
        <p className="small" role="status">
          <progress value={state.read} aria-label={toldWords.reading(Math.floor(state.read * 100))} />{' '}
          {toldWords.reading(Math.floor(state.read * 100))}
        </p>
      ) : null}
    </div>
  )
}
