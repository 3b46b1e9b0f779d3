// A day, chosen or typed.
import { useId } from 'react'

export function DayField(props: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        className="input"
        required
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}
