// Weeks that were looked back on, as a table: what was practised, how it felt, what was in the way. Missed ones are not there.
import type { Week } from '../data/use-week.ts'
import { checkInWords } from '../words/check-in.ts'
import { dateWords } from '../words/date.ts'
import { hoursWord } from '../words/plan.ts'
import { Disclosure } from './disclosure.tsx'

export function EarlierWeeks({ week, onChange }: { week: Week; onChange: (monday: string) => void }) {
  const rows = rowsOf(week)
  const { unreadable } = week.checkIns
  if (rows.length === 0 && unreadable.length === 0) return null
  return (
    <Disclosure summary={checkInWords.earlier}>
      {unreadable.length === 0 ? null : (
        <p>{checkInWords.unreadable(unreadable.map((one) => dateWords.day(one.week)))}</p>
      )}
      <div className="week-table">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{checkInWords.week}</th>
              <th scope="col">{checkInWords.hours}</th>
              <th scope="col">{checkInWords.felt}</th>
              <th scope="col">{checkInWords.energyShort}</th>
              <th scope="col">{checkInWords.inTheWay}</th>
              <th scope="col" aria-label={checkInWords.change} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ monday, hours, checkIn }) => (
              <tr key={monday}>
                <th scope="row">{dateWords.day(monday)}</th>
                <td>{hours === null ? '' : hoursWord(hours)}</td>
                <td>{checkIn?.ownAnswers?.load ?? ''}</td>
                <td>{checkIn?.ownAnswers?.energy ?? ''}</td>
                <td>{checkIn?.inTheWay ?? ''}</td>
                <td>
                  <button
                    type="button"
                    className="button"
                    data-look="plain"
                    aria-label={checkInWords.changeOf(dateWords.day(monday))}
                    onClick={() => onChange(monday)}
                  >
                    {checkInWords.change}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  )
}

/** The latest week first. */
function rowsOf({ plan, checkIns }: Week) {
  const hours = new Map<string, number>()
  for (const entry of plan.entries) hours.set(entry.week, (hours.get(entry.week) ?? 0) + entry.hours)
  const mondays = new Set([...hours.keys(), ...checkIns.checkIns.map(({ week }) => week)])
  return [...mondays]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((monday) => ({
      monday,
      hours: hours.get(monday) ?? null,
      checkIn: checkIns.checkIns.find(({ week }) => week === monday) ?? null,
    }))
}
