// A bar of two tones: the hard share, then the soft one, with both said in words.
import { kindWords, percent } from '../words/kind.ts'

/** `softShare` from 0 to 1. */
export function HardSoftBar({ softShare, legend = true }: { softShare: number; legend?: boolean }) {
  const hard = 1 - softShare
  return (
    <div className="kind-figure">
      <div className="kind-bar" role="img" aria-label={kindWords.label(softShare)}>
        {hard > 0 ? <span data-kind="hard" style={{ flexGrow: hard }} /> : null}
        {softShare > 0 ? <span data-kind="soft" style={{ flexGrow: softShare }} /> : null}
      </div>
      {legend ? (
        <div className="kind-legend" aria-hidden="true">
          <span>
            <KindMark kind="hard" /> {kindWords.hard} {percent(hard)}
          </span>
          <span>
            <KindMark kind="soft" /> {kindWords.soft} {percent(softShare)}
          </span>
        </div>
      ) : null}
    </div>
  )
}

export function KindMark({ kind }: { kind: 'hard' | 'soft' | 'unknown' }) {
  return <span className="kind-mark" data-kind={kind} aria-hidden="true" />
}
