// What no hours bring: it waits for an opportunity, which a person may name; what was left out, and what that means.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { Plan } from '../../core/plan/plan.ts'
import { skillName } from '../words/names.ts'
import { planWords, quarterName } from '../words/plan.ts'
import type { PlanChange, Trial } from './plan-choices.ts'
import { PlanFold } from './plan-fold.tsx'

interface Props {
  framework: Framework
  plan: Plan
  trial: Trial
  startsOn: string
  onChange: (change: PlanChange) => void
}

export function PlanWaits({ framework, plan, trial, startsOn, onChange }: Props) {
  const named = Object.entries(trial.opportunities)
  if (plan.waiting.length === 0 && named.length === 0) return null
  return (
    <PlanFold title={planWords.waitsTitle} isForScreen>
      <p className="quiet">{planWords.waitsLead}</p>
      <ul className="marked-list">
        {plan.waitingSentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {plan.waiting.length > 0 ? (
        <NameOpportunity plan={plan} trial={trial} startsOn={startsOn} onChange={onChange} />
      ) : null}
      {named.length > 0 ? (
        <ul className="marked-list">
          {named.map(([skill, quarter]) => (
            <li key={skill}>
              {planWords.opportunityNamed(skillName(framework, skill), quarterName(startsOn, quarter))}{' '}
              <button
                type="button"
                className="button no-print"
                data-look="plain"
                onClick={() => onChange({ kind: 'opportunity', skill, quarter: null })}
              >
                {planWords.takeBack}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </PlanFold>
  )
}

function NameOpportunity({ plan, trial, startsOn, onChange }: Omit<Props, 'framework'>) {
  const [skill, quarter] = [useId(), useId()]
  const quarters = Array.from({ length: Math.ceil(trial.quarters) }, (_, index) => index + 1)
  const waiting = [...new Map(plan.waiting.map((one) => [one.skill, one.name]))]
  return (
    <form
      className="plan-opportunity no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        const [chosen, from] = [String(given.get('skill')), Number(given.get('quarter'))]
        if (chosen !== '') onChange({ kind: 'opportunity', skill: chosen, quarter: from })
      }}
    >
      <div className="field">
        <label htmlFor={skill}>{planWords.opportunityFor}</label>
        <select id={skill} name="skill" className="select">
          {waiting.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={quarter}>{planWords.from}</label>
        <select id={quarter} name="quarter" className="select">
          {quarters.map((one) => (
            <option key={one} value={one}>
              {quarterName(startsOn, one)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {planWords.haveOpportunity}
      </button>
    </form>
  )
}

/** Skills that were left out, each with its way back, and what builds on something that the plan does without. */
export function PlanLeftOut({ framework, plan, trial, onChange }: Omit<Props, 'startsOn'>) {
  if (trial.without.length === 0 && plan.waived.length === 0) return null
  return (
    <PlanFold title={planWords.waived} isForScreen>
      <ul className="marked-list">
        {trial.without.map((skill) => (
          <li key={skill}>
            {skillName(framework, skill)}: {planWords.leftOut}.{' '}
            <button
              type="button"
              className="button no-print"
              data-look="plain"
              aria-label={planWords.takeInFor(skillName(framework, skill))}
              onClick={() => onChange({ kind: 'take-in', skill })}
            >
              {planWords.takeIn}
            </button>
          </li>
        ))}
        {plan.waived.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </PlanFold>
  )
}
