// A field for several lines of one's own words, as high as they are.
import { useId } from 'react'

export function OwnWords(props: {
  label: string
  /** Read aloud where the label alone does not say what it belongs to. */
  name?: string
  hint?: string
  rows?: number
  value: string
  onChange: (text: string) => void
}) {
  const id = useId()
  const { label, name, hint, rows = 2, value, onChange } = props
  return (
    <div className="field own-words">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        dir="auto"
        rows={rows}
        maxLength={20_000}
        aria-label={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
