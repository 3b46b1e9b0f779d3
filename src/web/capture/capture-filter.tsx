// Which time of a file is looked at, and who of those in it one is.
import { useId } from 'react'
import type { CaptureReading } from '../../core/capture/capture-reading.ts'
import { captureWords } from '../words/capture.ts'
import type { Shown } from './use-capture.ts'

interface CaptureFilterProps {
  reading: CaptureReading
  shown: Shown
  onChange: (shown: Shown) => void
}

const NOBODY_YET = '?'

export function CaptureFilter({ reading, shown, onChange }: CaptureFilterProps) {
  const id = useId()
  return (
    <div className="capture-filter">
      {reading.people.length > 1 ? (
        <div className="field">
          <label htmlFor={`${id}-who`}>{captureWords.who}</label>
          <select
            id={`${id}-who`}
            className="select"
            value={shown.who ?? NOBODY_YET}
            onChange={(event) => onChange({ ...shown, who: event.target.value })}
          >
            {shown.who === null ? (
              <option value={NOBODY_YET} disabled>
                {captureWords.whoChoose}
              </option>
            ) : null}
            {reading.people.map(({ name, count }) => (
              <option key={name} value={name}>
                {captureWords.person(name, count)}
              </option>
            ))}
            <option value="">{captureWords.whoAll}</option>
          </select>
        </div>
      ) : null}
      <DayField
        label={captureWords.from}
        value={shown.from}
        onChange={(from) => onChange({ ...shown, from })}
      />
      <DayField
        label={captureWords.until}
        value={shown.until}
        onChange={(until) => onChange({ ...shown, until })}
      />
    </div>
  )
}

function DayField(props: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        className="input"
        value={props.value}
        onChange={(event) => {
          if (event.target.value !== '') props.onChange(event.target.value)
        }}
      />
    </div>
  )
}
