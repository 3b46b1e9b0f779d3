// How well each level is known: measured from everything that was said about the person, assumed where nobody said anything.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type Estimates, estimatesFrom } from '../../core/planning/estimates.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { readEstimates } from '../api-ahead.ts'
import { useMe } from './use-me.ts'

/** Null while it is read. For another role than the one held, and where it cannot be read: one's own ratings alone. */
export function useEstimates(framework: Framework, levels: Levels, from: string): Estimates | null {
  const me = useMe()
  const { digest } = me.framework
  const known = useQuery({
    queryKey: ['estimates', digest, me.target?.role ?? '', me.latestAssessment?.lastActivityAt ?? ''],
    queryFn: () => readEstimates(digest),
    staleTime: 0,
  })
  const own = useMemo(() => estimatesFrom(framework, levels), [framework, levels])
  if (known.isPending) return null
  return known.data?.role === from ? known.data.estimates : own
}
