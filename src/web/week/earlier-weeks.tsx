// Weeks that were looked back on, the latest first: what was practised, how it felt, what was in the way. Missed ones are not there.
import { answersSentence } from '../../core/check-in/week-words.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { checkInWords } from '../words/check-in.ts'
import { dateWords } from '../words/date.ts'
import { hoursWord } from '../words/plan.ts'
import type { Week } from './use-week.ts'

export function EarlierWeeks({ week, onChange }: { week: Week; onChange: (monday: string) => void }) {
  const rows = rowsOf(week)
  const { unreadable } = week.checkIns
  if (rows.length === 0 && unreadable.length === 0) return null
  return (
    <Disclosure summary={checkInWords.earlier}>
      {unreadable.length === 0 ? null : (
        <p>{checkInWords.unreadable(unreadable.map((one) => dateWords.day(one.week)))}</p>
      )}
      <ul className="marked-list week-list">
        {rows.map(({ monday, sentences }) => (
          <li key={monday}>
            <strong>{dateWords.day(monday)}</strong> {sentences.join(' ')}{' '}
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={checkInWords.changeOf(dateWords.day(monday))}
              onClick={() => onChange(monday)}
            >
              {checkInWords.change}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function rowsOf({ plan, checkIns }: Week) {
  const hours = new Map<string, number>()
  for (const entry of plan.entries) hours.set(entry.week, (hours.get(entry.week) ?? 0) + entry.hours)
  const mondays = new Set([...hours.keys(), ...checkIns.checkIns.map(({ week }) => week)])
  return [...mondays]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((monday) => {
      const practised = hours.get(monday)
      const said = checkIns.checkIns.find(({ week }) => week === monday)
      const sentences = [
        practised === undefined ? '' : `${capitalise(hoursWord(practised))} of practice.`,
        said === undefined ? '' : answersSentence(said),
        said?.inTheWay ? `${checkInWords.inTheWayShort} ${said.inTheWay}` : '',
      ]
      return { monday, sentences: sentences.filter((one) => one !== '') }
    })
}
