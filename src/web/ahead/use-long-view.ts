// The long view that the person keeps: reading it, keeping another one or the same anew, letting it go.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LongView } from '../../core/plan/long-view.ts'
import { ApiError, newId } from '../api.ts'
import { useFrameworkDigest } from '../data/use-framework.ts'
import type { AheadState } from './ahead-state.ts'
import { readLongView, removeLongView, saveLongView } from './api-ahead.ts'

export const longViewQuery = queryOptions({ queryKey: ['long-view'], queryFn: readLongView })

export function useKeepLongView() {
  const queries = useQueryClient()
  const frameworkDigest = useFrameworkDigest()
  const known = useQuery(longViewQuery).data ?? null
  return useMutation({
    mutationFn: async (state: AheadState): Promise<LongView> => {
      const { from, ways, startYear } = state
      const content = { frameworkDigest, from, ways, startYear, revisionId: newId() }
      let outcome = await saveLongView(content, known?.revisionId ?? null)
      // Another window kept something else in between: what was clicked last holds.
      if (!outcome.ok && outcome.failure.status === 412) {
        const fresh = await readLongView()
        outcome = await saveLongView(content, fresh?.revisionId ?? null)
      }
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: (longView) => queries.setQueryData(longViewQuery.queryKey, longView),
  })
}

export function useLetLongViewGo() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (longView: LongView): Promise<void> => {
      const outcome = await removeLongView(longView.revisionId)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => queries.setQueryData(longViewQuery.queryKey, null),
    onError: () => void queries.invalidateQueries({ queryKey: longViewQuery.queryKey }),
  })
}
