// Saves where the person is and where they may go.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Target } from '../../core/target/target.ts'
import { ApiError, type Me, newId, readMe, saveTarget } from '../api.ts'
import { meQuery } from './queries.ts'
import { useFrameworkDigest } from './use-framework.ts'

interface Choice {
  role: string
  destinations: string[]
}

export function useSaveTarget() {
  const queries = useQueryClient()
  const frameworkDigest = useFrameworkDigest()
  return useMutation({
    mutationFn: async (choice: Choice): Promise<Target> => {
      const known = queries.getQueryData<Me>(meQuery.queryKey)?.target ?? null
      if (known && sameChoice(known, choice)) return known
      const content = { frameworkDigest, ...choice, revisionId: newId() }
      let outcome = await saveTarget(content, known?.revisionId ?? null)
      // Another window chose something else in between: what was clicked last holds.
      if (!outcome.ok && outcome.failure.status === 412) {
        const fresh = await readMe()
        outcome = await saveTarget(content, fresh.target?.revisionId ?? null)
      }
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: (target) => {
      queries.setQueryData<Me>(meQuery.queryKey, (me) => (me ? { ...me, target } : me))
      void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
}

function sameChoice(target: Target, choice: Choice): boolean {
  return target.role === choice.role && target.destinations.join() === choice.destinations.join()
}
