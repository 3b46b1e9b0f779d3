// This week's practice, reported in a few figures: hours for each step of the quarter, and whether it is done.

import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { GrowthArea } from '../../core/plan/plan.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { planWords } from '../words/plan.ts'
import { progressWords } from '../words/progress.ts'
import { ReportLines, reportsIn, revisionsOf, unasked, useFormKey, type WeekReport } from './report-lines.tsx'

interface Props {
  framework: Framework
  areas: readonly GrowthArea[]
  entries: readonly ProgressEntry[]
  /** Mondays that can be reported, the current one first. */
  weeks: readonly string[]
  isSaving: boolean
  /** Whether all of it is kept. */
  onReport: (week: string, reports: WeekReport[]) => Promise<boolean>
  onTakeBack: (entry: ProgressEntry) => void
}

export function PlanProgress(props: Props) {
  const { areas, entries, weeks } = props
  const [week, setWeek] = useState(weeks[0] ?? '')
  const [isUnkept, setUnkept] = useState(false)
  const key = useFormKey(week, revisionsOf(entries, week), isUnkept)
  const isWide = useIsWide()
  if (areas.length === 0) return null
  const form = (
    <>
      <p className="small">
        <Link to="/week">{progressWords.wholeWeek}</Link> <WhoCanSee of="progress" />
      </p>
      <WeekForm
        {...props}
        key={key}
        week={week}
        onWeek={(chosen) => {
          setUnkept(false)
          setWeek(chosen)
        }}
        onReport={async (...said) => {
          setUnkept(true)
          const isKept = await props.onReport(...said)
          setUnkept(!isKept)
          return isKept
        }}
      />
      {entries.length > 0 ? <Reported {...props} /> : null}
    </>
  )
  return isWide ? (
    <div className="plan-progress no-print">
      <h3>{progressWords.title}</h3>
      {form}
    </div>
  ) : (
    <details className="plan-progress fold no-print">
      <summary>
        <h3>{progressWords.title}</h3>
      </summary>
      {form}
    </details>
  )
}

function WeekForm(props: Props & { week: string; onWeek: (week: string) => void }) {
  const { areas, entries, weeks, week, onWeek, isSaving, onReport } = props
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reports = reportsIn(event.currentTarget, areas) ?? []
    if (reports.length > 0) void onReport(week, reports)
  }
  return (
    <form className="stack-s" onSubmit={submit} onInput={(event) => unasked(event.currentTarget)}>
      <div className="field">
        <label htmlFor={id}>{progressWords.week}</label>
        <select id={id} className="select" value={week} onChange={(event) => onWeek(event.target.value)}>
          {weeks.map((one, index) => (
            <option key={one} value={one}>
              {progressWords.weekOf(dateWords.day(one), index)}
            </option>
          ))}
        </select>
      </div>
      <ReportLines areas={areas} entries={entries} week={week} />
      <p className="small quiet">{progressWords.help}</p>
      <div className="actions">
        <button type="submit" className="button" disabled={isSaving}>
          {isSaving ? progressWords.saving : progressWords.report}
        </button>
      </div>
    </form>
  )
}

function Reported({ framework, entries, onTakeBack }: Props) {
  const nameOf = (entry: ProgressEntry) => skillName(framework, entry.skill)
  const latest = entries.toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0))
  return (
    <Disclosure summary={progressWords.reported(entries.length)}>
      <ul className="marked-list">
        {latest.map((entry) => (
          <li key={entry.revisionId}>
            {progressWords.entry(dateWords.day(entry.week), nameOf(entry), entry)}{' '}
            {entry.note === '' ? null : <q className="quiet">{entry.note}</q>}{' '}
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={progressWords.takeBackOf(nameOf(entry), dateWords.day(entry.week))}
              onClick={() => onTakeBack(entry)}
            >
              {planWords.takeBack}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
