// A whole review at a glance: what they value, what they miss, what is unclear; each sentence opens in its place.
import { type KeyboardEvent, useState } from 'react'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import { likeliestSkill } from '../../core/feedback/may-mean.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { type ToldGroup, toldGroup } from '../../core/feedback/told-parts.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { skillName } from '../words/names.ts'
import { sureWords, toldWords } from '../words/told.ts'
import { ToldPart } from './told-part.tsx'
import type { SaidFrom, ToldReader } from './told-reader.ts'
import { MarkedSentence } from './told-sentence.tsx'

interface Props {
  reader: ToldReader
  parts: readonly FeedbackReading[]
  recordOf: (text: string) => ListedFeedback | null
  from: SaidFrom
  onFrom: (from: SaidFrom) => void
}

const FIRST: readonly ToldGroup[] = ['strength', 'gap', 'either', 'vague']
const FOLDED: readonly ToldGroup[] = ['none', 'other-language']

export function ToldOverview(props: Props) {
  const groups = groupedBy(props.parts, (part) => groupOf(part, props.recordOf(part.text)))
  const [open, setOpen] = useState<number | null>(null)
  const rows = { ...props, open, onOpen: (start: number) => setOpen(open === start ? null : start) }
  return (
    <div className="stack told-overview">
      {FIRST.map((group) => {
        const parts = groups.get(group) ?? []
        return parts.length === 0 ? null : (
          <section key={group} className="stack-s">
            <h2>
              {toldWords.groups[group]} <span className="quiet">{parts.length}</span>
            </h2>
            <Rows {...rows} parts={parts} />
          </section>
        )
      })}
      {FOLDED.map((group) => {
        const parts = groups.get(group) ?? []
        return parts.length === 0 ? null : (
          <Disclosure key={group} summary={`${toldWords.groups[group]} (${parts.length})`}>
            <Rows {...rows} parts={parts} />
          </Disclosure>
        )
      })}
    </div>
  )
}

/** What the person said of a sentence counts before what was read. */
function groupOf(part: FeedbackReading, record: ListedFeedback | null): ToldGroup {
  if (record === null) return toldGroup(part)
  return record.judgement === 'dismissed' ? 'none' : record.polarity
}

const SHOWN = 20

interface RowsProps extends Props {
  open: number | null
  onOpen: (start: number) => void
}

function Rows(props: RowsProps) {
  const [shown, setShown] = useState(SHOWN)
  const more = props.parts.length - shown
  return (
    <>
      <ul className="told-rows" onKeyDown={walk}>
        {props.parts.slice(0, shown).map((part) => (
          <li key={part.start}>
            <Row {...props} part={part} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <button type="button" className="button" onClick={() => setShown(shown + 100)}>
            {toldWords.more(Math.min(more, 100))}
          </button>
        </p>
      ) : null}
    </>
  )
}

function Row({ reader, part, recordOf, open, onOpen, from, onFrom }: RowsProps & { part: FeedbackReading }) {
  const record = recordOf(part.text)
  const isOpen = open === part.start
  const id = `told-${part.start}`
  return (
    <>
      <button
        type="button"
        className="told-row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onOpen(part.start)}
      >
        <span className="told-row-text" dir="auto">
          {isOpen ? <MarkedSentence part={part} /> : part.text}
        </span>
        <span className="small quiet">{rowWords(reader, part, record)}</span>
      </button>
      {isOpen ? (
        <div id={id}>
          <ToldPart {...{ reader, part, record, from, onFrom }} isInRow />
        </div>
      ) : null}
    </>
  )
}

function rowWords({ framework }: ToldReader, part: FeedbackReading, record: ListedFeedback | null): string {
  if (record !== null)
    return record.judgement === 'dismissed'
      ? toldWords.putAside
      : `${record.names.join(', ')}, ${toldWords.kept}`
  const id = likeliestSkill(framework, part)
  if (id === null) return ''
  const confidence = part.skills.find(({ skill }) => skill === id)?.confidence ?? 0
  return `${skillName(framework, id)}, ${sureWords(confidence).short}`
}

/** Arrow keys go from one sentence to the next; Escape closes the one that is open. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const row = target.closest('li')?.querySelector<HTMLElement>('.told-row')
  if (event.key === 'Escape' && row?.getAttribute('aria-expanded') === 'true') {
    row.click()
    row.focus()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !target.classList.contains('told-row')) return
  const rows = [...document.querySelectorAll<HTMLElement>('.told-row')].filter(
    (one) => one.offsetParent !== null,
  )
  event.preventDefault()
  rows[rows.indexOf(target) + step]?.focus()
}
