// The choice that colleagues answer in confidence, with how likely it is that anything will be shown of it.
import { useQuery } from '@tanstack/react-query'
import type { RaterKind } from '../../core/assessment/assessment.ts'
import { ASSUMED_ANSWER_RATE } from '../../core/round/likely-shown.ts'
import { K_RATERS } from '../../core/round/round.ts'
import { roundWords } from '../words/rounds.ts'
import { sealedWords } from '../words/sealed.ts'
import type { Named, RoundProposal } from './api-rounds.ts'
import { proposalsQuery } from './use-rounds.ts'

interface Props {
  people: readonly Named[]
  kinds: readonly RaterKind[]
  skills: readonly string[]
  confidential: boolean
  onChange: (confidential: boolean) => void
}

export function ChooseConfidential({ people, kinds, skills, confidential, onChange }: Props) {
  const ids = people.map(({ id }) => id)
  const isAsked = confidential && ids.length > 0
  const proposed = useQuery({ ...proposalsQuery(ids, kinds, skills), enabled: isAsked }).data
  return (
    <div className="field">
      {confidential ? null : <p>{roundWords.named}</p>}
      <label className="tick">
        <input type="checkbox" checked={confidential} onChange={(event) => onChange(event.target.checked)} />
        <span>{sealedWords.choose}</span>
      </label>
      <span className="field-hint">{sealedWords.chooseHint}</span>
      <div aria-live="polite" className="stack-s">
        {confidential && ids.length === 0 ? <p>{roundWords.chanceWhom}</p> : null}
        {isAsked && proposed !== undefined ? (
          <ul className="marked-list">
            {proposed.map((one) => (
              <li key={one.person}>{sayChance(one, people)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}

function sayChance({ person, invited, chanceShown }: RoundProposal, people: readonly Named[]): string {
  const name = people.find(({ id }) => id === person)?.name ?? ''
  if (invited < K_RATERS) return roundWords.tooFewProposed(name, invited, K_RATERS)
  return roundWords.invited(
    name,
    invited,
    Math.round(100 * chanceShown),
    Math.round(100 * ASSUMED_ANSWER_RATE),
  )
}
