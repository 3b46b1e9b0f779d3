// What somebody wants their calendar to remind them of: read, changed, and the secret address of it.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReminderChoices } from '../../core/reminder/reminder.ts'
import type { Result } from '../../core/result.ts'
import { ApiError, newId, type Problem } from '../api.ts'
import { makeReminderLink, readReminder, saveReminder, stopReminderLink } from './api-check-in.ts'

const reminderQuery = queryOptions({ queryKey: ['reminder'], queryFn: readReminder })

export function useReminder() {
  const queries = useQueryClient()
  const known = useQuery(reminderQuery)
  // One after the other, each on what the one before it left.
  const again = {
    scope: { id: 'reminder' },
    onSettled: () => queries.refetchQueries({ queryKey: reminderQuery.queryKey }),
  }
  return {
    /** Undefined while it is read, null where nothing was ever said. */
    known: known.data,
    choose: useMutation({
      mutationFn: (choices: ReminderChoices) => {
        const current = queries.getQueryData(reminderQuery.queryKey)?.revisionId ?? null
        return orThrow(saveReminder({ choices, revisionId: newId() }, current))
      },
      ...again,
    }),
    makeLink: useMutation({ mutationFn: () => orThrow(makeReminderLink()), ...again }),
    stopLink: useMutation({ mutationFn: () => orThrow(stopReminderLink()), ...again }),
  }
}

async function orThrow<Value>(outcome: Promise<Result<Value, Problem>>): Promise<Value> {
  const done = await outcome
  if (!done.ok) throw new ApiError(done.failure)
  return done.value
}
