// What I was told, as it was kept: found by word and skill, in order of time or skill, changed, taken back and undone.
import { useId, useState } from 'react'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { quoted } from '../words/names.ts'
import { toldRecordWords } from '../words/told-records.ts'
import { ToldChange } from './told-change.tsx'
import type { ToldReader } from './told-reader.ts'
import { ToldRecord } from './told-record.tsx'
import { useKeepFeedbackAgain, useTakeFeedbackBack } from './use-feedback.ts'

const SHOWN = 30
/** Fewer are seen at a glance. */
const WORTH_SEARCHING = 4

interface Props {
  reader: ToldReader
  records: readonly ListedFeedback[]
  /** How many cannot be opened. */
  closed: number
}

export function ToldRecords({ reader, records, closed }: Props) {
  const back = useTakeFeedbackBack()
  const again = useKeepFeedbackAgain()
  const [gone, setGone] = useState<ListedFeedback | null>(null)
  const takeBack = (record: ListedFeedback) => back.mutate(record, { onSuccess: () => setGone(record) })
  const kept = records.filter(({ judgement }) => judgement !== 'dismissed')
  const aside = records.filter(({ judgement }) => judgement === 'dismissed')
  if (records.length === 0 && gone === null && closed === 0) return null
  return (
    <section className="section stack told-records">
      <h2>
        {toldRecordWords.title} <WhoCanSee of="feedback" />
      </h2>
      {closed > 0 ? <p className="notice">{toldRecordWords.closed(closed)}</p> : null}
      {gone === null ? null : (
        <div className="notice" role="status">
          <p>{toldRecordWords.tookBack}</p>
          <button
            type="button"
            className="button"
            onClick={() => again.mutate(gone, { onSuccess: () => setGone(null) })}
          >
            {toldRecordWords.undo}
          </button>
        </div>
      )}
      <ProblemLine error={back.error ?? again.error} />
      <Found reader={reader} records={kept} onTakeBack={takeBack} />
      {aside.length === 0 ? null : (
        <Disclosure summary={toldRecordWords.aside(aside.length)}>
          <p className="small quiet">{toldRecordWords.asideHint}</p>
          <Entries reader={reader} records={aside} onTakeBack={takeBack} />
        </Disclosure>
      )}
    </section>
  )
}

interface ListProps {
  reader: ToldReader
  records: readonly ListedFeedback[]
  onTakeBack: (record: ListedFeedback) => void
}

function Found({ reader, records, onTakeBack }: ListProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [order, setOrder] = useState<'time' | 'skill'>('time')
  const found = records.filter((record) => fits(record, reader, text))
  const bySkill = underEachSkill(found)
  return (
    <>
      {records.length < WORTH_SEARCHING ? null : (
        <div className="told-from no-print">
          <div className="field">
            <label htmlFor={`${id}-find`}>{toldRecordWords.find}</label>
            <input
              id={`${id}-find`}
              type="search"
              className="input"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-order`}>{toldRecordWords.order}</label>
            <select
              id={`${id}-order`}
              className="select"
              value={order}
              onChange={(event) => setOrder(event.target.value === 'skill' ? 'skill' : 'time')}
            >
              <option value="time">{toldRecordWords.byTime}</option>
              <option value="skill">{toldRecordWords.bySkill}</option>
            </select>
          </div>
        </div>
      )}
      {found.length === 0 && records.length > 0 ? <p className="quiet">{toldRecordWords.nothing}</p> : null}
      {order === 'time' ? (
        <Entries reader={reader} records={found} onTakeBack={onTakeBack} />
      ) : (
        bySkill
          .toSorted(([a], [b]) => a.localeCompare(b, reader.framework.language))
          .map(([name, own]) => (
            <section key={name} className="stack-s">
              <h3>{name}</h3>
              <Entries reader={reader} records={own} onTakeBack={onTakeBack} />
            </section>
          ))
      )}
    </>
  )
}

/** By name of the skill; a record about several stands under each of them. */
function underEachSkill(records: readonly ListedFeedback[]): [string, ListedFeedback[]][] {
  const names = new Set(records.flatMap((record) => record.names))
  return [...names].map((name) => [name, records.filter((record) => record.names.includes(name))])
}

/** Every word is somewhere: in the sentence, in a skill's name, or in the name of whoever said it. */
function fits(record: ListedFeedback, { people }: ToldReader, text: string): boolean {
  const who = people.find(({ id }) => id === record.saidBy)?.displayName ?? ''
  const all = [record.text, ...record.names, who, record.saidOn].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

function Entries({ reader, records, onTakeBack }: ListProps) {
  const [open, setOpen] = useState<string | null>(null)
  const [shown, setShown] = useState(SHOWN)
  const more = records.length - shown
  return (
    <>
      <ul className="told-entries">
        {records.slice(0, shown).map((record) => (
          <li key={record.id}>
            <ToldRecord framework={reader.framework} record={record} people={reader.people} />
            {open === record.id ? (
              <ToldChange reader={reader} record={record} onDone={() => setOpen(null)} />
            ) : (
              <div className="actions no-print">
                <button
                  type="button"
                  className="button"
                  data-look="plain"
                  aria-label={toldRecordWords.changeOf(quoted(record.text))}
                  onClick={() => setOpen(record.id)}
                >
                  {toldRecordWords.change}
                </button>
                <button
                  type="button"
                  className="button"
                  data-look="plain"
                  aria-label={toldRecordWords.takeBackOf(quoted(record.text))}
                  onClick={() => onTakeBack(record)}
                >
                  {toldRecordWords.takeBack}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="no-print">
          <button type="button" className="button" onClick={() => setShown(shown + 100)}>
            {toldRecordWords.more(Math.min(more, 100))}
          </button>
        </p>
      ) : null}
    </>
  )
}
