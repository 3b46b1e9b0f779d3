// What a person gives to a plan: hours a week, by quarter where they differ, how far ahead, how much at once, and for which roles.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { hoursWord, planWords, quarterName } from '../words/plan.ts'
import { hoursIn, hoursWith, type PlanChange, type Trial } from './plan-choices.ts'
import { PlanLoad } from './plan-load.tsx'
import { PlanRoles } from './plan-roles.tsx'

const USUAL_MOST = 15
const HORIZONS = [4, 8, 12, 16, 20]

interface Props {
  framework: Framework
  trial: Trial
  /** First day of the current quarter. */
  startsOn: string
  /** Something is kept that could be left as it is. */
  hasQuarter: boolean
  onChange: (change: PlanChange) => void
}

export function PlanHours({ framework, trial, startsOn, hasQuarter, onChange }: Props) {
  const horizon = useId()
  const [now = 0] = trial.hoursPerWeek
  const differs = trial.hoursPerWeek.length > 1
  const quarters = Array.from({ length: Math.ceil(trial.quarters) }, (_, quarter) => quarter)
  return (
    <div className="plan-hours no-print">
      <HoursSlider
        label={planWords.hours}
        value={now}
        onChange={(hours) => {
          const rest = differs ? trial.hoursPerWeek.slice(1) : []
          onChange({ kind: 'hours', hours: [hours, ...rest], control: 'hours' })
        }}
      />
      <div className="field">
        <label htmlFor={horizon}>{planWords.horizon}</label>
        <select
          id={horizon}
          className="select"
          value={trial.quarters}
          onChange={(event) => onChange({ kind: 'quarters', quarters: Number(event.target.value) })}
        >
          {[...new Set([...HORIZONS, trial.quarters])]
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {planWords.quarters(count)}
              </option>
            ))}
        </select>
      </div>
      <PlanLoad trial={trial} onChange={onChange} />
      {hasQuarter ? (
        <label className="tool-switch">
          <input
            type="checkbox"
            checked={trial.keepQuarter}
            onChange={(event) => onChange({ kind: 'keep-quarter', keepQuarter: event.target.checked })}
          />
          <span>{planWords.frozen}</span>
        </label>
      ) : null}
      <div className="plan-hours-each">
        <Disclosure summary={planWords.eachQuarter} open={differs}>
          {quarters.map((quarter) => (
            <HoursSlider
              key={quarter}
              label={quarterName(startsOn, quarter + 1)}
              value={hoursIn(trial.hoursPerWeek, quarter)}
              onChange={(hours) =>
                onChange({
                  kind: 'hours',
                  hours: hoursWith(trial, quarter, hours),
                  control: `hours ${quarter}`,
                })
              }
            />
          ))}
        </Disclosure>
        <PlanRoles framework={framework} trial={trial} onChange={onChange} />
      </div>
    </div>
  )
}

function HoursSlider(props: { label: string; value: number; onChange: (hours: number) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {props.label}: <output htmlFor={id}>{hoursWord(props.value)}</output>
      </label>
      <input
        id={id}
        className="plan-slider"
        type="range"
        min={0}
        max={Math.max(USUAL_MOST, Math.ceil(props.value))}
        step={0.5}
        value={props.value}
        aria-valuetext={hoursWord(props.value)}
        onChange={(event) => props.onChange(Number(event.target.value))}
      />
    </div>
  )
}
