// Writing down what somebody said, correcting it, taking it back and undoing that.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RaterKind, RatingContent } from '../../core/assessment/assessment.ts'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import { type KeptPerson, myKindFor, type Relation } from '../../core/person/kept-person.ts'
import { newId } from '../api.ts'
import { saveRating, withdrawRating } from '../assess/api-assessments.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { addPerson, noteAssessment } from './api-people.ts'

/** Who is rated: oneself, or somebody who is kept. */
export type Subject = 'me' | KeptPerson

/** Somebody who is kept, `me`, `unknown`, or somebody to be added. */
export type Rater = KeptPerson | 'me' | 'unknown' | { name: string; relation: Relation | null }

export interface Note {
  rater: Rater
  /** ISO date. */
  day: string
  skill: string
  content: RatingContent
}

/** What the rater is to whoever is rated. */
function kindOf(subject: Subject, rater: Exclude<Rater, { name: string }>): RaterKind {
  if (rater === 'unknown') return 'peer'
  if (subject === 'me') return rater === 'me' ? 'self' : (rater.relation ?? 'peer')
  if (rater === 'me') return myKindFor(subject.relation)
  return rater.id === subject.id ? 'self' : 'peer'
}

export function useNote(subject: Subject, frameworkDigest: string) {
  const queries = useQueryClient()
  // The same request may be tried again under its key; after an answer another one is meant.
  const [key, setKey] = useState(newId)
  return useMutation({
    mutationFn: async ({ rater, day, skill, content }: Note) => {
      const who = await knownRater(rater, key)
      const command = {
        frameworkDigest,
        rater: who === 'unknown' ? null : who === 'me' ? 'me' : who.id,
        raterKind: kindOf(subject, who),
        ratedOn: day,
      }
      const subjectId = subject === 'me' ? 'me' : subject.id
      const noted = expectValue(await noteAssessment(subjectId, command, newId()))
      const current = noted.ratings.find((rating) => rating.skill === skill)?.revisionId ?? null
      expectValue(await saveRating(noted.id, skill, { ...content, revisionId: newId() }, current))
      return who
    },
    onSettled: () => {
      setKey(newId())
      return queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
}

async function knownRater(rater: Rater, key: string): Promise<Exclude<Rater, { name: string }>> {
  if (rater === 'me' || rater === 'unknown' || 'id' in rater) return rater
  const { name, relation } = rater
  return expectValue(await addPerson({ displayName: name, relation, role: null }, key))
}

/** Says a rating again as corrected, or as it was before it was taken back. */
export function useCorrect() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (change: { rating: RatingAbout; content: RatingContent; isBack?: boolean }) => {
      const { rating, content, isBack = false } = change
      const next = { ...content, revisionId: newId() }
      const current = isBack ? null : rating.revisionId
      return expectValue(await saveRating(rating.assessmentId, rating.skill, next, current))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
}

export function useTakeBack() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (rating: RatingAbout) => {
      expectValue(await withdrawRating(rating.assessmentId, rating.skill, rating.revisionId))
      return rating
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
}
