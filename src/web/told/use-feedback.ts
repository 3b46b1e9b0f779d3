// What the person was told and kept: reading it, keeping a sentence, correcting it, taking it back and undoing that.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Feedback } from '../../core/feedback/feedback.ts'
import { toldTimes } from '../../core/feedback/told-times.ts'
import { newId } from '../api.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { type FeedbackToKeep, listFeedback, saveFeedback, withdrawFeedback } from './api-feedback.ts'

export const feedbackQuery = queryOptions({ queryKey: ['feedback'], queryFn: listFeedback })

/** Ratings that count because of a record change where somebody stands. */
function useReadAgain() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: feedbackQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['people'] }),
    ])
}

/** Keeps a sentence, or changes the record that is given. */
export function useKeepFeedback() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async ({ content, record }: { content: FeedbackToKeep; record: Feedback | null }) =>
      expectValue(await saveFeedback(record?.id ?? newId(), content, record?.revisionId ?? null)),
    onSettled: readAgain,
  })
}

export function useTakeFeedbackBack() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (record: Feedback) => {
      expectValue(await withdrawFeedback(record))
      return record
    },
    onSettled: readAgain,
  })
}

/** Keeps again what was taken back, under its id. */
export function useKeepFeedbackAgain() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (record: Feedback) =>
      expectValue(await saveFeedback(record.id, contentOfRecord(record), null)),
    onSettled: readAgain,
  })
}

/** Only what a record says, as it would be kept again. */
function contentOfRecord(record: Feedback): FeedbackToKeep {
  const { saidOn, text, skills, polarity, judgement, saidBy, frameworkDigest, counted } = record
  return {
    ...{ saidOn, text, skills, polarity, judgement, saidBy, frameworkDigest },
    countsAs: counted?.level ?? null,
  }
}

/** Revisions of ratings that came of what was told; empty until it is read. */
export function useCountedRatings(): ReadonlySet<string> {
  const list = useQuery(feedbackQuery).data
  return new Set((list?.records ?? []).flatMap(({ counted }) => counted?.revisionId ?? []))
}

/** How often the person was told that something is missing, by skill; empty until it is read. */
export function useToldTimes(): ReadonlyMap<string, number> {
  const list = useQuery(feedbackQuery).data
  return toldTimes(list?.records ?? [])
}
