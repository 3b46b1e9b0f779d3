// Whoever reports to somebody today, by name; two of one name are told apart in it.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSession } from '../data/use-session.ts'
import type { Named } from '../round/api-rounds.ts'
import { listReportsOf } from './api-organisation.ts'
import { colleagueLabels } from './colleague-labels.ts'

export function reportsQuery(managerId: string) {
  return queryOptions({
    queryKey: ['members', 'reports', managerId],
    queryFn: async (): Promise<Named[]> =>
      colleagueLabels(await listReportsOf(managerId)).map(({ member, label }) => ({
        id: member.id,
        name: label,
      })),
  })
}

/** Those of the reader. */
export function useReports(): Named[] {
  const session = useSession()
  const reports = useQuery({
    ...reportsQuery(session?.personId ?? ''),
    enabled: session?.manages === true,
  }).data
  return reports ?? []
}
