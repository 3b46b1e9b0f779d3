// What the last change costs, and the hands to keep it or take it back; stays in sight while something is tried.
import { planWords } from '../words/plan.ts'

interface Props {
  /** Sentences on the last change; null while they are being worked out; empty where nothing was changed. */
  cost: string[] | null
  canKeep: boolean
  canUndo: boolean
  /** Nothing was ever kept. */
  isFirst: boolean
  busy: 'keeping' | 'reporting' | null
  trouble: string | null
  onUndo: () => void
  onKeep: () => void
}

export function PlanTryBar(props: Props) {
  const { cost, canKeep, canUndo, isFirst, busy, trouble, onUndo, onKeep } = props
  return (
    <div className="plan-try no-print" data-open={canKeep || canUndo ? true : undefined}>
      <div className="plan-try-words" role="status">
        {trouble === null ? <Cost cost={cost} isFirst={isFirst} /> : <p>{trouble}</p>}
      </div>
      <div className="actions">
        {canUndo ? (
          <button type="button" className="button" disabled={busy !== null} onClick={onUndo}>
            {planWords.undo}
          </button>
        ) : null}
        {canKeep ? (
          <button type="button" className="button" data-look="main" disabled={busy !== null} onClick={onKeep}>
            {busy === 'keeping' ? planWords.keeping : planWords.keep}
          </button>
        ) : null}
      </div>
    </div>
  )
}

function Cost({ cost, isFirst }: { cost: string[] | null; isFirst: boolean }) {
  if (cost === null) return <p className="quiet">{planWords.counting}</p>
  if (cost.length === 0) return isFirst ? <p>{planWords.first}</p> : null
  return <p>{cost.join(' ')}</p>
}
