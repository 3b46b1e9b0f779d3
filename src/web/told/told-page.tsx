// For somebody who was told something: what it probably means, what to ask and do, and what they kept of it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { correctionsOf } from '../../core/feedback/corrections-of.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { storableText } from '../../core/feedback/storable-text.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { today } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useLevels } from '../levels/use-levels.ts'
import { StillToCome } from '../parts/later.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { presetRole } from '../start/preset-role.ts'
import { toldWords } from '../words/told.ts'
import { OftenHeard } from './often-heard.tsx'
import { ToldField } from './told-field.tsx'
import { ToldOverview } from './told-overview.tsx'
import { ToldPart } from './told-part.tsx'
import { NOBODY, type SaidFrom, type ToldReader } from './told-reader.ts'
import { ToldRecords } from './told-records.tsx'
import { toldText } from './told-text.ts'
import { feedbackQuery } from './use-feedback.ts'
import { type ToldState, useTold } from './use-told.ts'
import './told.css'

/** So few sentences are shown opened at once; more of them as an overview. */
const SHORT = 2

export function ToldPage() {
  const reader = useReader()
  const { records, unreadable } = useSuspenseQuery(feedbackQuery).data
  const corrections = useMemo(() => correctionsOf(records), [records])
  // Kept out of the address bar on purpose: what somebody was told does not belong in a browser's history.
  const [text, setText] = useState(toldText.read)
  const state = useTold(reader.framework, useDeferredValue(text), corrections)
  const put = (next: string) => {
    toldText.put(next)
    setText(next)
  }
  const isResting = text.trim() === ''
  return (
    <div className="told stack">
      <PageHead title={toldWords.title}>
        <p className="lead quiet">{toldWords.lead}</p>
      </PageHead>
      <ToldField text={text} onChange={put} state={state} />
      {state.text === text && state.read === 1 ? null : <StillToCome />}
      {isResting ? null : <Read reader={reader} state={state} records={records} />}
      <ToldRecords reader={reader} records={records} closed={unreadable.length} />
      {isResting ? (
        <OftenHeard framework={reader.framework} isFolded={records.length > 0} onChoose={put} />
      ) : null}
    </div>
  )
}

function useReader(): ToldReader {
  const framework = useFramework()
  const me = useMe()
  const search = useSearch({ from: '/told' })
  const wanted = search.role ?? me.target?.role
  const role = wanted && findRole(framework, wanted) ? wanted : presetRole(framework)
  const levels = useLevels(role)
  const people = useSuspenseQuery(peopleQuery).data
  return { framework, digest: me.framework.digest, role, levels, people }
}

function Read(props: { reader: ToldReader; state: ToldState; records: readonly ListedFeedback[] }) {
  const { reader, state, records } = props
  const { parts } = state
  const [from, setFrom] = useState<SaidFrom>(() => ({ who: NOBODY, name: '', relation: null, day: today() }))
  const byText = useMemo(() => new Map(records.map((record) => [record.text, record])), [records])
  const recordOf = (text: string) => byText.get(storableText(text)) ?? null
  const shared = { reader, from, onFrom: setFrom }
  return (
    <section className="stack">
      <Reading hidden>{parts.length > 0 ? toldWords.counted(toldWords.sentences(parts.length)) : ''}</Reading>
      {parts.length > SHORT ? (
        <ToldOverview {...shared} parts={parts} recordOf={recordOf} />
      ) : (
        <>
          <h2 className="visually-hidden">{toldWords.answer}</h2>
          {parts.map((part) => (
            <ToldPart key={part.start} {...shared} part={part} record={recordOf(part.text)} />
          ))}
        </>
      )}
    </section>
  )
}
