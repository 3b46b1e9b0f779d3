// The form about one week: what was practised, what is in the way, and two questions for the person alone.
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import {
  type CheckInContent,
  LONGEST_IN_THE_WAY,
  type Load,
  MOST_ENERGY,
} from '../../core/check-in/check-in.ts'
import { LOADS } from '../../core/check-in/week-words.ts'
import { useKind } from '../data/use-session.ts'
import { ReportLines, reportsIn, revisionsOf, unasked, useFormKey } from '../plan/report-lines.tsx'
import { checkInWords } from '../words/check-in.ts'
import { dateWords } from '../words/date.ts'
import { progressWords } from '../words/progress.ts'
import { checkInOf, type SaidOfWeek, type Week } from './use-week.ts'
import { weekLine } from './week-line.ts'

interface Props {
  week: Week
  /** Mondays that can be looked back on, the current one first. */
  weeks: readonly string[]
  monday: string
  onMonday: (monday: string) => void
}

const ENERGIES = Array.from({ length: MOST_ENERGY + 1 }, (_, energy) => String(energy))

export function WeekForm({ week, weeks, monday, onMonday }: Props) {
  const { areas, plan, checkIns } = week
  const id = useId()
  // A server that holds other people's data takes neither of the two answers, so they are not asked for there.
  const kind = useKind()
  const known = checkInOf(checkIns, monday)
  const said = `${known?.revisionId ?? ''} ${revisionsOf(plan.entries, monday)}`
  const key = useFormKey(monday, said, week.isBusy || week.trouble !== null)
  const closed = checkIns.unreadable.some((one) => one.week === monday)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const reports = reportsIn(form, areas ?? [])
    if (reports !== null) void week.keep({ week: monday, reports, content: contentIn(new FormData(form)) })
  }
  return (
    <form
      className="week-form stack-l"
      key={key}
      onSubmit={submit}
      onInput={(event) => unasked(event.currentTarget)}
    >
      <div className="field">
        <label htmlFor={id}>{checkInWords.week}</label>
        <select id={id} className="select" value={monday} onChange={(event) => onMonday(event.target.value)}>
          {weeks.map((one, index) => (
            <option key={one} value={one}>
              {progressWords.weekOf(dateWords.day(one), index)}
            </option>
          ))}
        </select>
      </div>
      <Practised week={week} monday={monday} />
      <div className="field">
        <label htmlFor={`${id} way`}>{checkInWords.inTheWay}</label>
        <textarea
          id={`${id} way`}
          name="in the way"
          className="input"
          rows={2}
          maxLength={LONGEST_IN_THE_WAY}
          aria-describedby={`${id} hint`}
          disabled={closed}
          defaultValue={weekLine.read(monday) ?? known?.inTheWay ?? ''}
          onInput={(event) => weekLine.write(monday, event.currentTarget.value, known?.inTheWay ?? '')}
        />
        <p id={`${id} hint`} className="field-hint">
          {checkInWords.inTheWayHint}
        </p>
      </div>
      {kind === 'personal' ? <OwnQuestions known={known} isClosed={closed} /> : null}
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={week.isBusy}>
          {week.isBusy ? checkInWords.keeping : checkInWords.keep}
        </button>
      </div>
    </form>
  )
}

function Practised({ week, monday }: { week: Week; monday: string }) {
  const { areas, plan } = week
  return (
    <section className="stack-s">
      <h2>{checkInWords.practised}</h2>
      {areas === null ? (
        <p className="quiet">
          {checkInWords.noPlan} <Link to="/plan">{checkInWords.toPlan}</Link>
        </p>
      ) : areas.length === 0 ? (
        <p className="quiet">{checkInWords.noAreas}</p>
      ) : (
        <ReportLines areas={areas} entries={plan.entries} week={monday} isShort />
      )}
    </section>
  )
}

function OwnQuestions({ known, isClosed }: { known: CheckInContent | null; isClosed: boolean }) {
  const { load = null, energy = null } = known?.ownAnswers ?? {}
  return (
    <section className="stack week-own">
      <div>
        <h2>{checkInWords.own}</h2>
        <p className="small quiet">{checkInWords.ownHint}</p>
      </div>
      <Choice
        name="load"
        title={checkInWords.load}
        options={LOADS.map((one) => [one, checkInWords.loads[one]])}
        value={load ?? ''}
        isClosed={isClosed}
      />
      <Choice
        name="energy"
        title={checkInWords.energy}
        hint={checkInWords.energyEnds}
        options={ENERGIES.map((one) => [one, one])}
        value={energy === null ? '' : String(energy)}
        isClosed={isClosed}
      />
    </section>
  )
}

function Choice(props: {
  name: string
  title: string
  hint?: string
  options: readonly (readonly [string, string])[]
  /** Empty: skipped. */
  value: string
  isClosed: boolean
}) {
  const { name, title, hint, options, value, isClosed } = props
  return (
    <fieldset className="week-choice" disabled={isClosed}>
      <legend>{title}</legend>
      <div className="choices">
        {[...options, ['', checkInWords.none] as const].map(([option, words]) => (
          <label key={option} className="choice" data-skip={option === '' || undefined}>
            <input type="radio" name={name} value={option} defaultChecked={value === option} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </fieldset>
  )
}

/** Null where everything was skipped. */
function contentIn(given: FormData): SaidOfWeek['content'] {
  const inTheWay = String(given.get('in the way') ?? '').trim()
  const load = LOADS.find((one): one is Load => one === given.get('load')) ?? null
  const energy = given.get('energy') ? Number(given.get('energy')) : null
  const ownAnswers = load === null && energy === null ? null : { load, energy }
  return inTheWay === '' && ownAnswers === null ? null : { inTheWay, ownAnswers }
}
