// Capturing: a calendar or a tracker's export becomes pieces of work, and what one chooses goes into the journal.
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import type { LeftOut } from '../../core/capture/capture-reading.ts'
import { countOf } from '../../core/capture/describe-piece.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { captureWords } from '../words/capture.ts'
import { journalWords } from '../words/evidence.ts'
import { CaptureFilter } from './capture-filter.tsx'
import { CaptureList } from './capture-list.tsx'
import { CaptureSource } from './capture-source.tsx'
import {
  type ReadFile,
  type Shown,
  shownAtFirst,
  tracesOf,
  useKeepCaptured,
  useProposed,
  useReadFile,
} from './use-capture.ts'
import './capture.css'

export function CapturePage() {
  const { busy, read, error, begin, clear } = useReadFile()
  return (
    <div className="capture stack">
      <PageHead title={captureWords.title} eyebrow={<Link to="/journal">{journalWords.title}</Link>}>
        {read === null ? <p className="lead quiet">{captureWords.lead}</p> : null}
      </PageHead>
      {read === null && busy === null ? <CaptureSource onFile={(file, me) => void begin(file, me)} /> : null}
      {busy === null ? null : (
        <div className="capture-name">
          <Reading>{captureWords.reading(busy)}</Reading>
          <button type="button" className="button" data-look="plain" onClick={clear}>
            {captureWords.cancel}
          </button>
        </div>
      )}
      <ProblemLine error={error} />
      {read === null ? null : <ReadOne key={read.name} read={read} onAnother={clear} />}
    </div>
  )
}

function ReadOne({ read, onAnother }: { read: ReadFile; onAnother: () => void }) {
  const { name, reading } = read
  const { problem } = reading
  return (
    <section aria-label={name} className="stack">
      <div className="capture-name">
        <h2>{name}</h2>
        <button type="button" className="button" data-look="plain" onClick={onAnother}>
          {captureWords.another}
        </button>
      </div>
      {problem === null ? (
        <Proposals read={read} />
      ) : (
        <div className="notice" role="alert">
          <p>{problem.message}</p>
          <p>{problem.mend}</p>
        </div>
      )}
      <LeftOutList leftOut={reading.leftOut} />
    </section>
  )
}

function Proposals({ read: { reading } }: { read: ReadFile }) {
  const me = useMe()
  const [shown, setShown] = useState<Shown>(() => shownAtFirst(reading))
  const asked = useDeferredValue(shown)
  const traces = useMemo(() => tracesOf(reading, asked), [reading, asked])
  const proposed = useProposed(traces)
  const { keep, undo } = useKeepCaptured(me.framework.digest)
  const known = proposed?.known ?? []
  const proposals = proposed?.proposals ?? []
  const none = known.length > 0 ? captureWords.noneNew : captureWords.none
  return (
    <>
      <CaptureFilter reading={reading} shown={shown} onChange={setShown} />
      {keep.data === undefined ? null : (
        <div className="notice capture-kept" role="status">
          <p>
            {captureWords.kept(keep.data.length)} <Link to="/journal">{captureWords.toJournal}</Link>
          </p>
          <button
            type="button"
            className="button"
            disabled={undo.isPending}
            onClick={() => undo.mutate(keep.data)}
          >
            {captureWords.undo}
          </button>
        </div>
      )}
      <Reading hidden>{undo.isSuccess && keep.data === undefined ? captureWords.undone : ''}</Reading>
      <ProblemLine error={keep.error ?? undo.error} />
      <h3>{captureWords.proposals}</h3>
      {shown.who === null ? <p>{captureWords.chooseFirst}</p> : null}
      {known.length > 0 ? <p className="quiet">{captureWords.known(countOf(known).toLowerCase())}</p> : null}
      {proposed !== undefined && shown.who !== null && proposals.length === 0 ? <p>{none}</p> : null}
      {proposals.length > 0 ? (
        <CaptureList proposals={proposals} busy={keep.isPending} onKeep={(items) => keep.mutate(items)} />
      ) : null}
    </>
  )
}

function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null
  return (
    <details className="disclosure">
      <summary>{captureWords.left(leftOut.length)}</summary>
      <ul className="marked-list small">
        {leftOut.map(({ what, why, line }) => (
          <li key={why}>{captureWords.leftOut(what, why, line)}</li>
        ))}
      </ul>
    </details>
  )
}
