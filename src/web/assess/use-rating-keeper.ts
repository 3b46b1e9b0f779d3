// The keeper of one assessment's answers, alive as long as its page, with what it has not saved yet.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Assessment, Rating } from '../../core/assessment/assessment.ts'
import { type Me, newId } from '../api.ts'
import { browserDrafts } from '../data/drafts.ts'
import { meQuery } from '../data/queries.ts'
import { ASKED_KEY } from '../round/asked-key.ts'
import { saveRating, withdrawRating } from './api-assessments.ts'
import { RatingKeeper, type Unsaved } from './rating-keeper.ts'

const TRY_AGAIN_MS = 5_000

export function useRatingKeeper(assessment: Assessment): {
  keeper: RatingKeeper
  unsaved: readonly Unsaved[]
} {
  const queries = useQueryClient()
  // What somebody asked for is answered on a page of its own and is no level of the answerer's.
  const isAsked = assessment.purpose !== undefined
  const [keeper] = useState(
    () =>
      new RatingKeeper({
        assessmentId: assessment.id,
        ratings: assessment.ratings,
        drafts: browserDrafts,
        transport: {
          save: (skill, content, base) => saveRating(assessment.id, skill, content, base),
          withdraw: (skill, base) => withdrawRating(assessment.id, skill, base),
          newId,
        },
        onSaved: (skill, rating) => {
          if (isAsked) return
          queries.setQueryData<Me>(meQuery.queryKey, (me) =>
            me ? withRating(me, assessment.id, skill, rating) : me,
          )
          // What an earlier assessment says counts again; an answer that is being read knows nothing of this one.
          if (rating === null || queries.isFetching({ queryKey: meQuery.queryKey }) > 0)
            void queries.invalidateQueries({ queryKey: meQuery.queryKey })
        },
      }),
  )
  const unsaved = useSyncExternalStore(keeper.subscribe, keeper.unsaved)
  useEffect(() => {
    keeper.retry()
    const timer = setInterval(keeper.retry, TRY_AGAIN_MS)
    addEventListener('online', keeper.retry)
    return () => {
      clearInterval(timer)
      removeEventListener('online', keeper.retry)
      void queries.invalidateQueries({ queryKey: meQuery.queryKey })
      if (isAsked) void queries.invalidateQueries({ queryKey: [ASKED_KEY] })
    }
  }, [keeper, queries, isAsked])
  return { keeper, unsaved }
}

function withRating(me: Me, assessmentId: string, skill: string, rating: Rating | null): Me {
  const replace = (ratings: Rating[]) => [
    ...ratings.filter((one) => one.skill !== skill),
    ...(rating ? [rating] : []),
  ]
  const inAssessment = (one: Assessment | null) =>
    one?.id === assessmentId ? { ...one, ratings: replace(one.ratings) } : one
  return {
    ...me,
    levels: replace(me.levels),
    openAssessment: inAssessment(me.openAssessment),
    latestAssessment: inAssessment(me.latestAssessment),
  }
}
