// What a file of ratings does not say, asked once: who gave them, and on which day.
import { useId } from 'react'
import type { BroughtChoices, BroughtPlan } from '../../core/importing/plan-brought-ratings.ts'
import { today } from '../data/today.ts'
import { bringPeopleWords } from '../words/bring-people.ts'

const RATERS: readonly BroughtChoices['rater'][] = ['me', 'themselves', 'unknown']

export function BringPeopleQuestions(props: {
  plan: BroughtPlan
  choices: BroughtChoices
  onChange: (part: Partial<BroughtChoices>) => void
}) {
  const { plan, choices, onChange } = props
  const id = useId()
  return (
    <>
      {plan.asks.rater === 'none' ? null : (
        <fieldset className="bring-rater">
          <legend>{plan.asks.rater === 'some' ? bringPeopleWords.raterSome : bringPeopleWords.rater}</legend>
          <div className="choices">
            {RATERS.map((rater) => (
              <label key={rater} className="choice">
                <input
                  type="radio"
                  name={`${id}-rater`}
                  checked={choices.rater === rater}
                  onChange={() => onChange({ rater })}
                />
                <span>{bringPeopleWords.raters[rater]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {plan.asks.day === 'none' ? null : (
        <div className="field people-narrow">
          <label htmlFor={`${id}-day`}>
            {plan.asks.day === 'some' ? bringPeopleWords.daySome : bringPeopleWords.day}
          </label>
          <input
            id={`${id}-day`}
            type="date"
            className="input"
            max={today()}
            value={choices.ratedOn}
            onChange={(event) => onChange({ ratedOn: event.target.value })}
          />
        </div>
      )}
    </>
  )
}
