// The team map, and what colleagues hand each other, as the pages read them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useOnce } from '../data/use-once.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import {
  type HandoverAsked,
  handOver,
  listHandovers,
  listPreparations,
  readPreparation,
  readTeamMap,
  takeOutTeamMap,
  withdrawHandover,
} from './api-team-map.ts'

export const teamMapQuery = queryOptions({
  queryKey: ['team-map'],
  queryFn: readTeamMap,
})

export const preparationsQuery = queryOptions({
  queryKey: ['preparations'],
  queryFn: listPreparations,
})

export function preparationQuery(id: string) {
  return queryOptions({
    queryKey: ['preparation', id],
    queryFn: () => readPreparation(id),
  })
}

export const handoversQuery = queryOptions({
  queryKey: ['handovers'],
  queryFn: listHandovers,
})

export function useTakeOutTeamMap() {
  return useMutation({
    mutationFn: async ({ form, purpose }: { form: 'csv' | 'xlsx'; purpose: string }) =>
      expectValue(await takeOutTeamMap(form, purpose)),
  })
}

export function useHandOver() {
  const queries = useQueryClient()
  const once = useOnce()
  return useMutation({
    mutationFn: async (asked: HandoverAsked) => expectValue(await once(asked, (key) => handOver(asked, key))),
    onSettled: () => queries.invalidateQueries({ queryKey: handoversQuery.queryKey }),
  })
}

export function useWithdrawHandover() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => expectValue(await withdrawHandover(id)),
    onSettled: () => queries.invalidateQueries({ queryKey: handoversQuery.queryKey }),
  })
}
