// What the pages about people who were kept and are members now read, and how they change it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import { ASKED_KEY } from '../round/asked-key.ts'
import { listHeld, readJoining } from './api-joining.ts'

const HELD_KEY = 'held'
/** How many colleagues' notes were there when the page about them was last opened here. */
const SEEN_KEY = 'skillmap.held-seen'

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

export function readHeldSeen(): number {
  try {
    return Number(localStorage.getItem(SEEN_KEY) ?? '0')
  } catch {
    return 0
  }
}

export function keepHeldSeen(count: number): void {
  try {
    localStorage.setItem(SEEN_KEY, String(count))
  } catch {
    // A browser that keeps nothing shows the line again.
  }
}
