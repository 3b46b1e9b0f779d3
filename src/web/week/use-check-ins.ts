// What was said of weeks: read, kept and taken back, and the lighter plan that may be offered because of it.
import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { LighterAnswer } from '../../core/check-in/answer-offer.ts'
import type { CheckIn, CheckInContent } from '../../core/check-in/check-in.ts'
import type { LighterReason } from '../../core/check-in/lighter-plan.ts'
import type { Result } from '../../core/result.ts'
import { newId, type Problem } from '../api.ts'
import { keyQuery } from '../settings/key-queries.ts'
import {
  answerLighter,
  type CheckIns,
  type LighterState,
  readCheckIns,
  readLighter,
  saveCheckIn,
  withdrawCheckIn,
} from './api-check-in.ts'

const checkInsQuery = queryOptions({
  queryKey: ['check-ins'],
  queryFn: readCheckIns,
})
// Under the plan's key: whatever changes the plan changes this too.
const lighterQuery = queryOptions({
  queryKey: ['plan', 'lighter'],
  queryFn: readLighter,
})

export interface KeptCheckIns extends CheckIns {
  /** Null takes back what was said. Answers with what stands then, or with what went wrong. */
  keep(
    week: string,
    content: CheckInContent | null,
    current: CheckIn | null,
  ): Promise<Result<CheckIn | null, Problem>>
}

export function useCheckIns(): KeptCheckIns {
  const queries = useQueryClient()
  const known = useSuspenseQuery(checkInsQuery).data
  return {
    ...known,
    async keep(week, content, current) {
      const outcome = await saved(week, content, current)
      await queries.refetchQueries({ queryKey: checkInsQuery.queryKey })
      await queries.invalidateQueries({ queryKey: lighterQuery.queryKey })
      // The first words make the key that seals them.
      await queries.invalidateQueries({ queryKey: keyQuery.queryKey })
      return outcome
    },
  }
}

async function saved(
  week: string,
  content: CheckInContent | null,
  current: CheckIn | null,
): Promise<Result<CheckIn | null, Problem>> {
  if (content !== null)
    return saveCheckIn(week, { ...content, revisionId: newId() }, current?.revisionId ?? null)
  if (current === null) return { ok: true, value: null }
  const gone = await withdrawCheckIn(current)
  return gone.ok ? { ok: true, value: null } : gone
}

export interface Lighter {
  /** Null while it is worked out. */
  state: LighterState | null
  answer(reason: LighterReason, answer: LighterAnswer): Promise<Result<LighterState, Problem>>
}

export function useLighter(): Lighter {
  const queries = useQueryClient()
  const state = useQuery(lighterQuery).data ?? null
  return {
    state,
    async answer(reason, answer) {
      const outcome = await answerLighter(reason, answer)
      if (outcome.ok) queries.setQueryData(lighterQuery.queryKey, outcome.value)
      return outcome
    },
  }
}
