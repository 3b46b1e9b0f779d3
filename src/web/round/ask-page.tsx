// Asking colleagues for their view: about whom, whom, which skills, what for and until when.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Purpose } from '../../core/round/round.ts'
import { useFramework } from '../data/use-framework.ts'
import { useOnce } from '../data/use-once.ts'
import { useSession } from '../data/use-session.ts'
import { inDays } from '../organisation/in-days.ts'
import { useReports } from '../organisation/use-reports.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { askWords } from '../words/rounds.ts'
import { type AskCommand, type Named, sendAsks } from './api-rounds.ts'
import { ChooseColleagues } from './choose-colleagues.tsx'
import { ChoosePurpose } from './choose-purpose.tsx'
import { ChooseSkills } from './choose-skills.tsx'
import { sentQuery, useRoundChange } from './use-rounds.ts'
import { WhoWouldNarrow } from './who-would-narrow.tsx'
import './rounds.css'

const TWO_WEEKS = 14

export function AskPage() {
  const framework = useFramework()
  const session = useSession()
  const reports = useReports()
  const [subject, setSubject] = useState('me')
  const [raters, setRaters] = useState<Named[]>([])
  const [skills, setSkills] = useState<string[]>([])
  const [purpose, setPurpose] = useState<Purpose>('development')
  const [note, setNote] = useState('')
  const [dueOn, setDueOn] = useState(() => inDays(TWO_WEEKS))
  const once = useOnce()
  const report = reports.find(({ id }) => id === subject)
  const send = useRoundChange(
    (command: AskCommand) => once(command, (key) => sendAsks(command, key)),
    () => setRaters([]),
  )
  const command: AskCommand = {
    ...{ subject, raters: raters.map(({ id }) => id), skills, note, dueOn },
    purpose: report === undefined ? 'development' : purpose,
  }
  const idOf = (about: string) => (about === 'me' ? (session?.personId ?? '') : about)
  /** Whom it is about is not asked about themselves, also if they were chosen before. */
  const choose = (about: string) => {
    setSubject(about)
    setRaters(raters.filter(({ id }) => id !== idOf(about)))
  }
  return (
    <div className="rounds">
      <PageHead title={askWords.title}>
        <p className="lead">{askWords.lead}</p>
        <p>{report === undefined ? askWords.whoReads : askWords.whoReadsReport(report.name)}</p>
      </PageHead>
      <form
        className="stack-l"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate(command)
        }}
      >
        {reports.length === 0 ? null : (
          <label className="field">
            <span className="field-label">{askWords.aboutWhom}</span>
            <select className="select" value={subject} onChange={(event) => choose(event.target.value)}>
              <option value="me">{askWords.me}</option>
              {reports.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ChooseColleagues
          label={askWords.whom}
          chosen={raters}
          without={[idOf(subject)]}
          onChange={setRaters}
        />
        <ChooseSkills framework={framework} chosen={skills} onChange={setSkills} />
        {report === undefined ? null : <ChoosePurpose purpose={purpose} onChange={setPurpose} />}
        <label className="field">
          <span className="field-label">{report === undefined ? askWords.noteOptional : askWords.note}</span>
          <textarea
            className="input"
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <span className="field-hint">{askWords.noteHint}</span>
        </label>
        <label className="field">
          <span className="field-label">{askWords.until}</span>
          <input
            type="date"
            className="input"
            required
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </label>
        <div className="actions">
          <button
            type="submit"
            className="button"
            data-look="main"
            disabled={send.isPending || raters.length === 0 || skills.length === 0}
          >
            {askWords.send}
          </button>
          {send.data === undefined && (raters.length === 0 || skills.length === 0) ? (
            <span className="small quiet">{askWords.stillMissing}</span>
          ) : null}
          <p role="status">{send.data === undefined ? '' : askWords.sent(send.data.length)}</p>
        </div>
        <ProblemLine error={send.error} />
      </form>
      {subject === 'me' ? (
        <WhoWouldNarrow
          framework={framework}
          chosen={skills}
          onChoose={(skill) => setSkills([...skills, skill])}
        />
      ) : null}
      <Sent />
    </div>
  )
}

function Sent() {
  const sent = useSuspenseQuery(sentQuery).data
  if (sent.length === 0) return null
  return (
    <section className="section stack-s">
      <h2>{askWords.sentTitle}</h2>
      <p className="small quiet">
        {askWords.sentAbout} <Link to="/levels">{askWords.toLevels}</Link> <WhoCanSee of="askSent" />
      </p>
      <ul>
        {sent.map((one) => (
          <li key={one.id} className="rounds-entry">
            <span>{askWords.sentLine(one.rater.name, one.skills.length, dateWords.day(one.dueOn))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
