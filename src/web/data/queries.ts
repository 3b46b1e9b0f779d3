// What every page reads, where it is kept while they are open, and for how long it stays fresh.
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError, readFramework, readMe } from '../api.ts'
import { forGood, ofTheFrame, outdateOnReturn } from './visit.ts'

/** One more try where the program did not answer; none where it said no. */
function tryAgain(failures: number, error: unknown): boolean {
  return failures < 2 && !(error instanceof ApiError && error.problem.status >= 400)
}

/** Within a visit, half a minute; with the next one everything that it shows is read anew. See visit.ts. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: tryAgain, retryDelay: 800, staleTime: 30_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

outdateOnReturn(queryClient)

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: readMe, ...ofTheFrame })

/** A framework version never changes. */
export function frameworkQuery(digest: string) {
  return queryOptions({
    queryKey: ['framework', digest],
    queryFn: () => readFramework(digest),
    gcTime: Number.POSITIVE_INFINITY,
    ...forGood,
  })
}
