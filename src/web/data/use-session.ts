// Who somebody is here: one person with a folder of their own, or somebody of an organisation.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { weAre } from '../api.ts'
import { readSession, type Session } from '../organisation/api-organisation.ts'
import { ofTheFrame } from './visit.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await readSession()
    weAre(session.kind)
    return session
  },
  ...ofTheFrame,
})

/** Undefined while it is not known. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data
}

/**
 * Which of the two it is: the ways around depend on it. Undefined while it is not known; whoever cannot be asked is taken
 * for one person, whose pages then say what is wrong.
 */
export function useKind(): Session['kind'] | undefined {
  const { data, isError } = useQuery(sessionQuery)
  return data?.kind ?? (isError ? 'personal' : undefined)
}
