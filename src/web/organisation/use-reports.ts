// Whoever reports to the reader today, by name.
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../data/use-session.ts'
import type { Named } from '../round/api-rounds.ts'
import { listReportsOf } from './api-organisation.ts'

export function useReports(): Named[] {
  const session = useSession()
  const me = session?.personId ?? ''
  const reports = useQuery({
    queryKey: ['members', 'reports', me],
    queryFn: () => listReportsOf(me),
    enabled: session?.manages === true,
  }).data
  return (reports ?? []).map(({ id, displayName }) => ({ id, name: displayName }))
}
