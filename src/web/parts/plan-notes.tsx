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

/** `since`: what has changed about the person since the plan was kept. */
export function PlanNotes({ plan, since }: { plan: Plan; since: readonly string[] }) {
  const sentences = [...plan.besideFocus, ...plan.notes]
  if (sentences.length + since.length === 0) return null
  return (
    <div className="notice">
      {since.length > 0 ? (
        <p>
          {planWords.since} {since.join(' ')}
        </p>
      ) : null}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {plan.besideFocus.length > 0 ? (
        <p className="no-print">
          <Link to="/focus">{planWords.seeFocus}</Link>
        </p>
      ) : null}
    </div>
  )
}
