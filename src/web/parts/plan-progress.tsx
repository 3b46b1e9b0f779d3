// This week's practice, reported in a few figures: hours for each step of the quarter, and whether it is done.
import { type FormEvent, useId, useState } from 'react'
import type { GrowthArea } from '../../core/plan/plan.ts'
import { WEEKS_PER_QUARTER } from '../../core/plan/quarter-calendar.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { dateWords } from '../words/date.ts'
import { planWords } from '../words/plan.ts'
import { progressWords } from '../words/progress.ts'
import { Disclosure } from './disclosure.tsx'
import { PlanReportMore } from './plan-report-more.tsx'

export interface WeekReport {
  skill: string
  level: number
  hours: number
  done: boolean
  /** Of those that the form offers. */
  practices: string[]
  note: string
}

interface Props {
  areas: readonly GrowthArea[]
  entries: readonly ProgressEntry[]
  /** Mondays that can be reported, the current one first. */
  weeks: readonly string[]
  isSaving: boolean
  onReport: (week: string, reports: WeekReport[]) => void
  onTakeBack: (entry: ProgressEntry) => void
}

export function PlanProgress(props: Props) {
  const { areas, entries, weeks } = props
  const [week, setWeek] = useState(weeks[0] ?? '')
  const isWide = useIsWide()
  if (areas.length === 0) return null
  const form = (
    <>
      <WeekForm {...props} key={`${week} ${revisionsOf(entries, week)}`} week={week} onWeek={setWeek} />
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

/** Another report of the same week fills the form anew. */
function revisionsOf(entries: readonly ProgressEntry[], week: string): string {
  return entries.flatMap((entry) => (entry.week === week ? [entry.revisionId] : [])).join()
}

function WeekForm(props: Props & { week: string; onWeek: (week: string) => void }) {
  const { areas, entries, weeks, week, onWeek, isSaving, onReport } = props
  const id = useId()
  const entryOf = ({ skill, level }: GrowthArea) =>
    entries.find((entry) => entry.week === week && entry.skill === skill && entry.level === level)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const reports = areas.flatMap((area, index) => reportIn(new FormData(form), area, index) ?? [])
    const isVague = areas.some((_, index) => !hasHours(form, index))
    if (reports.length > 0 && !isVague) onReport(week, reports)
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
      {areas.map((area, index) => {
        const entry = entryOf(area)
        return (
          <div key={`${area.skill} ${area.level}`} className="plan-report">
            <label htmlFor={`${id} ${index}`}>
              {area.name} <span className="quiet">{planWords.step(area.from, area.level)}</span>
            </label>
            <span className="plan-report-hours">
              <input
                id={`${id} ${index}`}
                name={`hours ${index}`}
                className="input"
                type="number"
                inputMode="decimal"
                min={0}
                max={168}
                step={0.5}
                defaultValue={entry?.hours ?? ''}
              />{' '}
              {progressWords.hours}
            </span>
            <label className="tool-switch">
              <input type="checkbox" name={`done ${index}`} defaultChecked={entry?.done ?? false} />
              <span>
                {progressWords.done}
                <span className="visually-hidden">: {area.name}</span>
              </span>
            </label>
            <PlanReportMore area={area} index={index} entry={entry} />
          </div>
        )
      })}
      <p className="small quiet">{progressWords.help}</p>
      <div className="actions">
        <button type="submit" className="button" disabled={isSaving}>
          {isSaving ? progressWords.saving : progressWords.report}
        </button>
      </div>
    </form>
  )
}

/** Null where nothing is said of the step. */
function reportIn(given: FormData, { skill, level }: GrowthArea, index: number): WeekReport | null {
  const hours = String(given.get(`hours ${index}`) ?? '')
  const done = given.get(`done ${index}`) !== null
  const practices = given.getAll(`practice ${index}`).map(String)
  const note = String(given.get(`note ${index}`) ?? '').trim()
  const isEmpty = hours === '' && !done && practices.length === 0 && note === ''
  return isEmpty ? null : { skill, level, hours: Number(hours), done, practices, note }
}

/** What was done in a week without hours would count as a week without practice: the form asks. */
function hasHours(form: HTMLFormElement, index: number): boolean {
  const field = form.elements.namedItem(`hours ${index}`)
  const report = new FormData(form)
  const saysMore = report.has(`practice ${index}`) || report.get(`note ${index}`) !== ''
  if (!(field instanceof HTMLInputElement) || field.value !== '' || !saysMore) return true
  field.setCustomValidity(progressWords.hoursFirst)
  field.reportValidity()
  return false
}

/** Whatever is changed, the form asks anew only when it is sent. */
function unasked(form: HTMLFormElement): void {
  for (const field of form.elements) if (field instanceof HTMLInputElement) field.setCustomValidity('')
}

function Reported({ areas, entries, onTakeBack }: Props) {
  const nameOf = (entry: ProgressEntry) =>
    areas.find(({ skill }) => skill === entry.skill)?.name ?? entry.skill
  const latest = entries.toSorted((a, b) => (a.week < b.week ? 1 : -1)).slice(0, WEEKS_PER_QUARTER)
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
