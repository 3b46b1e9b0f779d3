// One line for each step of the quarter, in a form about a week: hours, what was done of it, a note, and whether it is done.
import { useId, useRef } from 'react'
import type { GrowthArea } from '../../core/plan/plan.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { planWords } from '../words/plan.ts'
import { progressWords } from '../words/progress.ts'
import { PlanReportMore, ReportPractices } from './plan-report-more.tsx'
import './report-lines.css'

export interface WeekReport {
  skill: string
  level: number
  hours: number
  done: boolean
  /** Of those that the form offers. */
  practices: string[]
  /** Null where the form does not ask for one. */
  note: string | null
}

interface Props {
  areas: readonly GrowthArea[]
  entries: readonly ProgressEntry[]
  /** A Monday. */
  week: string
  /** Which practices were done is asked for at once, and a note not at all. */
  isShort?: boolean
}

export function ReportLines({ areas, entries, week, isShort = false }: Props) {
  const id = useId()
  return areas.map((area, index) => {
    const entry = entries.find(
      (one) => one.week === week && one.skill === area.skill && one.level === area.level,
    )
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
        {isShort ? (
          <ReportPractices area={area} index={index} entry={entry} />
        ) : (
          <PlanReportMore area={area} index={index} entry={entry} />
        )}
      </div>
    )
  })
}

/** The key of a form about a week: what is said of it elsewhere fills the form anew, but never over what is not kept yet. */
export function useFormKey(week: string, said: string, isUnkept: boolean): string {
  const filled = useRef({ week, said })
  if (!isUnkept || filled.current.week !== week) filled.current = { week, said }
  return `${week} ${filled.current.said}`
}

/** Which reports of the week there are. */
export function revisionsOf(entries: readonly ProgressEntry[], week: string): string {
  return entries.flatMap((entry) => (entry.week === week ? [entry.revisionId] : [])).join()
}

/** What the lines say; steps of which nothing is said are left out. Null where the form asks for hours first. */
export function reportsIn(form: HTMLFormElement, areas: readonly GrowthArea[]): WeekReport[] | null {
  const given = new FormData(form)
  const reports = areas.flatMap((area, index) => reportIn(given, area, index) ?? [])
  return areas.every((_, index) => hasHours(form, index)) ? reports : null
}

/** Null where nothing is said of the step. */
function reportIn(given: FormData, { skill, level }: GrowthArea, index: number): WeekReport | null {
  const hours = String(given.get(`hours ${index}`) ?? '')
  const done = given.get(`done ${index}`) !== null
  const practices = given.getAll(`practice ${index}`).map(String)
  const note = given.get(`note ${index}`)?.toString().trim() ?? null
  const isEmpty = hours === '' && !done && practices.length === 0 && !note
  return isEmpty ? null : { skill, level, hours: Number(hours), done, practices, note }
}

/** What was done in a week without hours would count as a week without practice: the form asks. */
function hasHours(form: HTMLFormElement, index: number): boolean {
  const field = form.elements.namedItem(`hours ${index}`)
  const report = new FormData(form)
  const saysMore = report.has(`practice ${index}`) || Boolean(report.get(`note ${index}`))
  if (!(field instanceof HTMLInputElement) || field.value !== '' || !saysMore) return true
  field.setCustomValidity(progressWords.hoursFirst)
  field.reportValidity()
  return false
}

/** Whatever is changed, the form asks anew only when it is sent. */
export function unasked(form: HTMLFormElement): void {
  for (const field of form.elements) if (field instanceof HTMLInputElement) field.setCustomValidity('')
}
