// The reminder in the app: how many questions are open, and until when; in nobody's way.
import { useQuery } from '@tanstack/react-query'
import { today } from '../data/today.ts'
import { dateWords } from '../words/date.ts'
import { teamWords } from '../words/team.ts'
import { askedQuery } from './use-rounds.ts'

/** As it is said behind the link to them; null where nothing is open. */
export function useOpenAsks(): string | null {
  const asks = useQuery(askedQuery).data ?? []
  const days = asks.flatMap(({ state, dueOn }) => (state === 'open' ? [dueOn] : [])).sort()
  if (days.length === 0) return null
  // What two people may still finish after a round's last day has no day any more.
  const first = days.find((day) => day >= today())
  return teamWords.openAsks(days.length, first === undefined ? null : dateWords.day(first))
}

export function OpenAsks() {
  const open = useOpenAsks()
  return open === null ? null : <span className="small quiet"> {open}</span>
}
