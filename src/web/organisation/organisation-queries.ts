// What the pages of the organisation read, and how they change it: every change reads again whatever it may have touched.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import {
  listDirectoryTokens,
  listGrants,
  listPeopleFiles,
  listTeams,
  listViewSwitches,
  readPersonRecord,
  readSheet,
} from './api-people-admin.ts'

export const ORGANISATION = 'organisation'

export const recordQuery = (id: string) =>
  queryOptions({ queryKey: [ORGANISATION, 'person', id], queryFn: () => readPersonRecord(id), retry: false })
export const teamsQuery = queryOptions({ queryKey: [ORGANISATION, 'teams'], queryFn: listTeams })
export const grantsQuery = queryOptions({ queryKey: [ORGANISATION, 'grants'], queryFn: listGrants })
export const tokensQuery = queryOptions({ queryKey: [ORGANISATION, 'tokens'], queryFn: listDirectoryTokens })
export const filesQuery = queryOptions({ queryKey: [ORGANISATION, 'files'], queryFn: listPeopleFiles })
export const viewSwitchesQuery = queryOptions({
  queryKey: [ORGANISATION, 'views'],
  queryFn: listViewSwitches,
})
export const sheetQuery = queryOptions({ queryKey: [ORGANISATION, 'sheet'], queryFn: readSheet })

/** Also whoever changes may look different afterwards: what they administer, and whom they manage. */
export function useOrganisationChange<Given, Value>(
  change: (given: Given) => Promise<Result<Value, Problem>>,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: Given) => {
      const outcome = await change(given)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSettled: () =>
      Promise.all(
        [ORGANISATION, 'session', 'members'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  })
}
