// Keeping a way as one's long view, and once a year the question whether it is still true.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type LongView, saysTheSame } from '../../core/plan/long-view.ts'
import { useFrameworkDigest } from '../data/use-framework.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { aheadWords } from '../words/ahead.ts'
import { dateWords } from '../words/date.ts'
import { wayInWords } from '../words/way-words.ts'
import { type AheadState, stateOfKept, writeAheadState } from './ahead-state.ts'
import { useKeepLongView, useLetLongViewGo } from './use-long-view.ts'

interface KeepProps {
  framework: Framework
  kept: LongView | null
  /** A year has passed since it was last said to be true. */
  due: boolean
  state: AheadState
  usual: { role: string; year: number }
}

export function KeepLongView({ framework, kept, due, state, usual }: KeepProps) {
  const keep = useKeepLongView()
  const letGo = useLetLongViewGo()
  const [gone, setGone] = useState<LongView | null>(null)
  // As this framework can show it: that is what is still true, and what comes back.
  const shown = stateOfKept(framework, kept ?? gone)
  const same = kept !== null && shown !== null && saysTheSame(shown, state)
  const busy = keep.isPending || letGo.isPending
  return (
    <section className={`stack no-print ${due ? 'notice' : 'ahead-keep'}`} aria-live="polite">
      {kept && due ? <h2>{aheadWords.reviewTitle}</h2> : null}
      {kept && due ? (
        <p>
          {aheadWords.review(dateWords.day(kept.reviewedAt))} {aheadWords.changeIt}
        </p>
      ) : null}
      {kept ? <Kept framework={framework} kept={kept} same={same} usual={usual} /> : null}
      {gone && !kept ? <p>{aheadWords.gone}</p> : null}
      <div className="actions">
        {kept && due && shown ? (
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={busy}
            onClick={() => keep.mutate(shown)}
          >
            {aheadWords.stillTrue}
          </button>
        ) : null}
        {gone && !kept && shown ? (
          <button type="button" className="button" disabled={busy} onClick={() => keep.mutate(shown)}>
            {aheadWords.keepAfterAll}
          </button>
        ) : null}
        {same ? null : (
          <button type="button" className="button" disabled={busy} onClick={() => keep.mutate(state)}>
            {kept ? aheadWords.keepInstead : aheadWords.keep}
          </button>
        )}
        {kept ? (
          <button
            type="button"
            className="button"
            data-look="plain"
            disabled={busy}
            onClick={() => letGo.mutate(kept, { onSuccess: () => setGone(kept) })}
          >
            {aheadWords.letGo}
          </button>
        ) : null}
      </div>
      {kept ? null : <p className="small quiet">{aheadWords.keepHelp}</p>}
      <ProblemLine error={keep.error ?? letGo.error} />
    </section>
  )
}

function Kept(props: Pick<KeepProps, 'framework' | 'usual'> & { kept: LongView; same: boolean }) {
  const { framework, kept, same, usual } = props
  const digest = useFrameworkDigest()
  const day = dateWords.day(kept.keptAt)
  return (
    <>
      {same ? (
        <p>{aheadWords.kept(day)}</p>
      ) : (
        <p>
          {aheadWords.keptOther(day)}{' '}
          <Link to="/ahead" search={writeAheadState(kept, usual)}>
            {kept.ways.map((way) => wayInWords(framework, kept.from, way)).join('; ')}
          </Link>
        </p>
      )}
      {kept.frameworkDigest === digest ? null : <p className="small quiet">{aheadWords.keptOlder}</p>}
    </>
  )
}
