// How a plan came about: every time it was kept, why it changed, and the way back to any of them.
import type { PlanSummary } from '../../core/plan/kept-plan.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { dateWords } from '../words/date.ts'
import { planWords } from '../words/plan.ts'
import { PlanFold } from './plan-fold.tsx'

interface Props {
  /** Newest first. */
  history: readonly PlanSummary[]
  isKeeping: boolean
  onGoBack: (revision: PlanSummary) => void
}

export function PlanHistory({ history, isKeeping, onGoBack }: Props) {
  if (history.length === 0) return null
  return (
    <PlanFold title={planWords.history} isForScreen>
      <Disclosure summary={planWords.historyOf(history.length)}>
        <ol className="plan-history">
          {history.map((one, index) => (
            <li key={one.revisionId}>
              <p className="quiet">{dateWords.minute(one.madeAt)}</p>
              <p>{one.why.join(' ')}</p>
              {index > 0 ? (
                <button
                  type="button"
                  className="button"
                  data-look="plain"
                  disabled={isKeeping}
                  aria-label={planWords.goBackTo(dateWords.minute(one.madeAt))}
                  onClick={() => onGoBack(one)}
                >
                  {planWords.goBack}
                </button>
              ) : null}
            </li>
          ))}
        </ol>
      </Disclosure>
    </PlanFold>
  )
}
