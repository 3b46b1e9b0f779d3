// What the pages about rating each other read, and how they change it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import {
  listAgreements,
  listAsked,
  listAsksSent,
  listGiven,
  listRounds,
  readAsked,
  readOpening,
  readRound,
  readRoundProposals,
} from './api-rounds.ts'
import { ASKED_KEY } from './asked-key.ts'

export const askedQuery = queryOptions({ queryKey: [ASKED_KEY, 'asked'], queryFn: listAsked })
export const sentQuery = queryOptions({ queryKey: [ASKED_KEY, 'sent'], queryFn: listAsksSent })
export const givenQuery = queryOptions({ queryKey: [ASKED_KEY, 'given'], queryFn: listGiven })
export const agreementsQuery = queryOptions({
  queryKey: [ASKED_KEY, 'agreements'],
  queryFn: listAgreements,
})
export const roundsQuery = queryOptions({
  queryKey: [ASKED_KEY, 'rounds'],
  queryFn: listRounds,
})

export function oneAskedQuery(id: string) {
  return queryOptions({ queryKey: [ASKED_KEY, 'asked', id], queryFn: () => readAsked(id) })
}

export function roundQuery(id: string) {
  return queryOptions({ queryKey: [ASKED_KEY, 'rounds', id], queryFn: () => readRound(id) })
}

export function proposalsQuery(
  people: readonly string[],
  kinds: readonly RaterKind[],
  skills: readonly string[],
) {
  return queryOptions({
    queryKey: [ASKED_KEY, 'proposals', ...people, '', ...kinds, '', ...skills],
    queryFn: () => readRoundProposals(people, kinds, skills),
  })
}

export function openingQuery(id: string) {
  return queryOptions({ queryKey: [ASKED_KEY, 'openings', id], queryFn: () => readOpening(id) })
}

/** Whether it was meant for what is not there any more. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 412
}

/** Refused because of what somebody else did meanwhile. */
const MEANWHILE = [409, 412]

/**
 * A change after which everything about rating each other is read again, and also where something else happened
 * meanwhile. Those that share `oneByOne` wait for each other.
 */
export function useRoundChange<Command, Value>(
  change: (command: Command) => Promise<Result<Value, Problem>>,
  onDone?: (value: Value) => void,
  oneByOne?: string,
) {
  const queries = useQueryClient()
  return useMutation({
    ...(oneByOne === undefined ? {} : { scope: { id: oneByOne } }),
    mutationFn: async (command: Command) => {
      const outcome = await change(command)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: async (value) => {
      await queries.invalidateQueries({ queryKey: [ASKED_KEY] })
      onDone?.(value)
    },
    onError: async (error) => {
      if (error instanceof ApiError && MEANWHILE.includes(error.problem.status))
        await queries.invalidateQueries({ queryKey: [ASKED_KEY] })
    },
  })
}
