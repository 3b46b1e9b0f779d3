// Choosing the framework in use, making one's own, publishing a folder, and removing one.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../core/result.ts'
import { ApiError, newId, type Problem } from '../api.ts'
import {
  type FolderPublication,
  type FrameworkLabel,
  listFrameworks,
  makeFrameworkMine,
  publishFrameworkFolder,
  removeFramework,
  saveFrameworkInUse,
} from './api-frameworks.ts'

/** Everything that a page shows may belong to another framework afterwards. */
export function useUseFramework() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (digest: string): Promise<{ before: FrameworkLabel; now: FrameworkLabel }> => {
      const { inUse } = await listFrameworks()
      const choice = { digest, revisionId: newId() }
      let outcome = await saveFrameworkInUse(choice, inUse.revisionId)
      // Another window chose something else in between: what was clicked last holds.
      if (!outcome.ok && outcome.failure.status === 412) {
        const fresh = await listFrameworks()
        outcome = await saveFrameworkInUse(choice, fresh.inUse.revisionId)
      }
      return { before: inUse, now: expectValue(outcome) }
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useMakeMine() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (command: { digest: string; id: string; name: string; key: string }) => {
      const { key, ...body } = command
      return expectValue(await makeFrameworkMine(body, key))
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function usePublishFolder() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, ...said }: FolderPublication & { id: string }) =>
      expectValue(await publishFrameworkFolder(id, said, newId())),
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useRemoveFramework() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => expectValue(await removeFramework(id)),
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function expectValue<Value>(outcome: Result<Value, Problem>): Value {
  if (!outcome.ok) throw new ApiError(outcome.failure)
  return outcome.value
}
