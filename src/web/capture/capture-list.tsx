// The pieces of work that are proposed: each with a title to change, what it is made of, and a box to choose it.
import { useId, useState } from 'react'
import { countOf, whenOf } from '../../core/capture/describe-piece.ts'
import { retitled } from '../../core/capture/entry-of-item.ts'
import { originOf } from '../../core/capture/origin.ts'
import type { Proposal } from '../../core/capture/propose.ts'
import type { CapturedItem } from '../../core/capture/trace.ts'
import { captureWords } from '../words/capture.ts'
import { dateWords } from '../words/date.ts'

interface CaptureListProps {
  proposals: readonly Proposal[]
  busy: boolean
  onKeep: (items: CapturedItem[]) => void
}

export function CaptureList({ proposals, busy, onKeep }: CaptureListProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const rows = proposals.map((proposal) => ({ ...proposal, key: originOf(proposal.item) }))
  const picked = rows.filter(({ key }) => chosen.has(key))
  const keep = () =>
    onKeep(
      picked.map(({ key, item }) => {
        const title = titles.get(key)?.trim() ?? ''
        return title === '' ? item : retitled(item, title)
      }),
    )
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const isAll = picked.length === rows.length
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <ol className="capture-list">
        {rows.map(({ key, ...proposal }) => (
          <CaptureRow
            key={key}
            proposal={proposal}
            title={titles.get(key) ?? proposal.item.title}
            chosen={chosen.has(key)}
            onChoose={() => toggle(key)}
            onTitle={(title) => setTitles(new Map(titles).set(key, title))}
          />
        ))}
      </ol>
      <div className="actions capture-actions">
        <button type="submit" className="button" data-look="main" disabled={busy || picked.length === 0}>
          {busy ? captureWords.keeping : captureWords.keep(picked.length)}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => setChosen(new Set(isAll ? [] : rows.map(({ key }) => key)))}
        >
          {isAll ? captureWords.no : captureWords.all}
        </button>
      </div>
    </form>
  )
}

interface CaptureRowProps {
  proposal: Proposal
  title: string
  chosen: boolean
  onChoose: () => void
  onTitle: (title: string) => void
}

const LONGEST_TITLE = 200

function CaptureRow({ proposal, title, chosen, onChoose, onTitle }: CaptureRowProps) {
  const about = useId()
  const { item, number, goesOn } = proposal
  const isSingle = item.traces.length === 1
  return (
    <li data-chosen={chosen || undefined}>
      <input
        type="checkbox"
        className="capture-check"
        checked={chosen}
        aria-label={captureWords.choose(title)}
        aria-describedby={about}
        onChange={onChoose}
      />
      <div>
        <input
          className="input capture-title"
          value={title}
          maxLength={LONGEST_TITLE}
          aria-label={captureWords.rename(number)}
          onChange={(event) => onTitle(event.target.value)}
        />
        <p id={about} className="small quiet">
          {countOf(item.traces)}, {whenOf(item.from, item.to)}. {isSingle ? '' : item.why}
          {goesOn ? ` ${captureWords.goesOn}` : ''}
        </p>
        {isSingle ? null : <Traces item={item} />}
      </div>
    </li>
  )
}

function Traces({ item }: { item: CapturedItem }) {
  return (
    <details className="disclosure">
      <summary>{captureWords.inIt}</summary>
      <ul className="capture-traces small">
        {item.traces.map((trace) => (
          <li key={trace.origin}>
            <span className="quiet">{dateWords.day(trace.day)}</span> {trace.text}
          </li>
        ))}
      </ul>
    </details>
  )
}
