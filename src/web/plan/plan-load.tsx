// How much at once a plan may ask for: skills in one quarter, and how the last weeks were.
import { useId } from 'react'
import { HEAVY_HALVES, HEAVY_PAUSES } from '../../core/plan/plan-request.ts'
import { planWords } from '../words/plan.ts'
import type { PlanChange, Trial } from './plan-choices.ts'

const AT_ONCE = [1, 2, 3, 4, 5]

/** Weeks that stand for each answer: fewer than two change nothing, and from four on a pause is spoken of. */
const LOADS = [
  { weeks: 0, words: planWords.loads.usual },
  { weeks: HEAVY_HALVES, words: planWords.loads.halved },
  { weeks: HEAVY_PAUSES, words: planWords.loads.paused },
]

interface Props {
  trial: Trial
  onChange: (change: PlanChange) => void
}

export function PlanLoad({ trial, onChange }: Props) {
  const [limit, load] = [useId(), useId()]
  const { focusLimit, heavyWeeks } = trial
  const answered = LOADS.findLast(({ weeks }) => weeks <= heavyWeeks)
  return (
    <>
      <div className="field">
        <label htmlFor={limit}>{planWords.atOnce}</label>
        <select
          id={limit}
          className="select"
          value={focusLimit}
          onChange={(event) => onChange({ kind: 'focus-limit', limit: Number(event.target.value) })}
        >
          {[...new Set([...AT_ONCE, focusLimit])]
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {planWords.atOnceMost(count)}
              </option>
            ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={load}>{planWords.load}</label>
        <select
          id={load}
          className="select"
          value={answered?.weeks ?? 0}
          onChange={(event) => onChange({ kind: 'heavy-weeks', weeks: Number(event.target.value) })}
        >
          {LOADS.map(({ weeks, words }) => (
            <option key={weeks} value={weeks}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
