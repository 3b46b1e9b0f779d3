// A change of one's own account, after which it is read again; what did not work is an error to show.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../core/result.ts'
import { ApiError } from '../api.ts'
import { signInWords } from '../words/sign-in.ts'
import type { NotIn } from './api-sign-in.ts'

export function useAccountChange<Asked>(change: (asked: Asked) => Promise<Result<unknown, NotIn>>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (asked: Asked) => {
      const changed = await change(asked)
      if (changed.ok) return
      throw new ApiError(
        changed.failure === 'unanswered' ? { status: 422, title: signInWords.unanswered } : changed.failure,
      )
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  })
}
