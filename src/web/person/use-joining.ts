// What the pages about people who were kept and are members now read, and how they change it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import { ASKED_KEY } from '../round/asked-key.ts'
import { listHeld, readJoining } from './api-joining.ts'

const HELD_KEY = 'held'
/** Followed by whose it is: what was there when the page about it was last opened here. */
const SEEN_KEY = 'skillmap.held-seen.'

export const heldQuery = queryOptions({ queryKey: [HELD_KEY], queryFn: listHeld })

export function joiningQuery(keptId: string) {
  return queryOptions({
    queryKey: ['people', keptId, 'joining'],
    queryFn: () => readJoining(keptId),
  })
}

/** A change after which everything about people, and what was given, is read again. */
export function useJoiningChange<Command, Value>(
  change: (command: Command) => Promise<Result<Value, Problem>>,
  onDone?: (value: Value) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (command: Command) => {
      const outcome = await change(command)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: async (value) => {
      for (const key of [HELD_KEY, 'people', ASKED_KEY, 'session'])
        await queries.invalidateQueries({ queryKey: [key] })
      onDone?.(value)
    },
  })
}

/** Ids of joinings that somebody has seen the page of here. Another one who uses this browser has seen none of them. */
export function readHeldSeen(personId: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(SEEN_KEY + personId) ?? '[]')
    return new Set(Array.isArray(ids) ? ids : [])
  } catch {
    return new Set()
  }
}

export function keepHeldSeen(personId: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(SEEN_KEY + personId, JSON.stringify(ids))
  } catch {
    // A browser that keeps nothing shows the line again.
  }
}
