// What ratings are for: development or evaluation, with what that means.
import { useId } from 'react'
import type { Purpose } from '../../core/round/round.ts'
import { purposeWords, roundWords } from '../words/rounds.ts'

interface Props {
  purpose: Purpose
  onChange: (purpose: Purpose) => void
}

export function ChoosePurpose({ purpose, onChange }: Props) {
  const id = useId()
  return (
    <fieldset className="field">
      <legend className="field-label">{roundWords.purpose}</legend>
      <div className="choices">
        {(['development', 'evaluation'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={purpose === one} onChange={() => onChange(one)} />
            <span>{purposeWords[one]}</span>
          </label>
        ))}
      </div>
      <span className="field-hint" aria-live="polite">
        {roundWords.purposeMeans[purpose]}
      </span>
    </fieldset>
  )
}
