// An offer, never made by itself: what was said counts as an unsure rating by whoever said it.
import { useId, useState } from 'react'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { levelName } from '../words/level.ts'
import { toldKeepWords } from '../words/told.ts'

export function ToldCount(props: {
  framework: Framework
  record: ListedFeedback
  /** Who said it. */
  name: string
  /** The level that is proposed. */
  proposed: number
  isBusy: boolean
  onCount: (level: number | null) => void
}) {
  const { framework, record, name, isBusy, onCount } = props
  const id = useId()
  const [level, setLevel] = useState(props.proposed)
  if (record.counted !== null)
    return (
      <p>
        {toldKeepWords.counts(name, levelName(framework, record.counted.level))}{' '}
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={isBusy}
          onClick={() => onCount(null)}
        >
          {toldKeepWords.countNot}
        </button>
      </p>
    )
  return (
    <div className="told-count">
      <div className="field">
        <label htmlFor={id}>
          {toldKeepWords.countTitle(name)}: {toldKeepWords.countLevel.toLowerCase()}
        </label>
        <select
          id={id}
          className="select"
          value={level}
          onChange={(event) => setLevel(Number(event.target.value))}
        >
          {framework.scale.map((step) => (
            <option key={step.level} value={step.level}>
              {levelName(framework, step.level)}
            </option>
          ))}
        </select>
        <span className="field-hint">{toldKeepWords.countHint}</span>
      </div>
      <button type="button" className="button" disabled={isBusy} onClick={() => onCount(level)}>
        {toldKeepWords.count}
      </button>
    </div>
  )
}
