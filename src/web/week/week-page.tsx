// A look back on a week in two minutes: every question may be skipped, and a missed week says nothing.
import { useRef, useState } from 'react'
import { addWeeks, mondayOf } from '../../core/plan/quarter-calendar.ts'
import { today } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { DeclinedOffers, LighterPlan } from '../plan/lighter-plan.tsx'
import { SheetOffer } from '../settings/sheet-offer.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { checkInWords, reminderWords } from '../words/check-in.ts'
import { EarlierWeeks } from './earlier-weeks.tsx'
import { Reminders } from './reminders.tsx'
import { useWeek, type Week } from './use-week.ts'
import { WeekForm } from './week-form.tsx'
import './week.css'

/** So many weeks back can be chosen; older ones from the table of weeks. */
const WEEKS_BACK = 8

export function WeekPage() {
  const framework = useFramework()
  const week = useWeek(framework)
  const now = mondayOf(today())
  const [monday, setMonday] = useState(now)
  const top = useRef<HTMLDivElement>(null)
  const recent = Array.from({ length: WEEKS_BACK }, (_, ago) => addWeeks(now, -ago))
  const weeks = recent.includes(monday) ? recent : [...recent, monday]
  const change = (chosen: string) => {
    setMonday(chosen)
    top.current?.scrollIntoView()
    top.current?.querySelector('select')?.focus({ preventScroll: true })
  }
  return (
    <>
      <PageHead title={checkInWords.title}>
        <p className="lead quiet">
          {checkInWords.lead} <WhoCanSee of="checkIn" />
        </p>
      </PageHead>
      <div className="week-page stack-l" ref={top}>
        <WeekForm week={week} weeks={weeks} monday={monday} onMonday={setMonday} />
        <Told week={week} />
        <LighterPlan keptPlan={week.plan} />
        <SheetOffer />
        <div>
          <EarlierWeeks week={week} onChange={change} />
          <Disclosure summary={reminderWords.title}>
            <Reminders />
          </Disclosure>
          <DeclinedOffers />
        </div>
      </div>
    </>
  )
}

/** What came of it: said aloud by a screen reader, and undone in one step. */
function Told({ week }: { week: Week }) {
  const { told, moved, trouble, isBusy } = week
  return (
    <div className="week-told no-print" role="status">
      {trouble === null ? null : <p className="field-error">{trouble}</p>}
      {told === null || isBusy ? null : (
        <p>
          {checkInWords.told[told.kind]}{' '}
          {[...told.why, ...movedWords(week.plan.state.kept !== null && told.before !== null, moved)].join(
            ' ',
          )}{' '}
          {told.undo === null ? null : (
            <button
              type="button"
              className="button"
              data-look="plain"
              disabled={isBusy}
              onClick={() => void week.undo()}
            >
              {checkInWords.undo}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function movedWords(isReported: boolean, moved: string[] | null): string[] {
  if (!isReported) return []
  if (moved === null) return [checkInWords.movedWaiting]
  return moved.length > 0 ? moved : [checkInWords.notMoved]
}
