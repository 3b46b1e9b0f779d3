// What has to be said about a whole plan: why focus and plan differ, what is assumed, what has changed since it was kept.
import { Link } from '@tanstack/react-router'
import type { Plan } from '../../core/plan/plan.ts'
import { planWords } from '../words/plan.ts'

export function PlanProblems({ problems }: { problems: string[] }) {
  return (
    <div className="notice" data-tone="trouble">
      <p>{planWords.failed}</p>
      <ul className="marked-list">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

interface Props {
  plan: Plan
  /** What has changed since the plan was kept; null where nothing has, or a new one is shown already. */
  since: readonly string[] | null
  /** Nothing at all is rated. */
  isUnrated: boolean
  onAnew: () => void
}

export function PlanNotes({ plan, since, isUnrated, onAnew }: Props) {
  const sentences = [...plan.besideFocus, ...plan.notes]
  if (sentences.length === 0 && since === null) return null
  return (
    <div className="notice">
      {since === null ? null : (
        <>
          <p>
            {planWords.since} {since.join(' ')}
          </p>
          <p className="no-print">
            <button type="button" className="button" onClick={onAnew}>
              {planWords.anew}
            </button>
          </p>
        </>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isUnrated ? (
        <p className="no-print">
          <Link to="/assess">{planWords.rate}</Link>
        </p>
      ) : null}
      {plan.besideFocus.length > 0 ? (
        <p className="no-print">
          <Link to="/focus">{planWords.seeFocus}</Link>
        </p>
      ) : null}
    </div>
  )
}
