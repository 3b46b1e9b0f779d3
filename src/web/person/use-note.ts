// Writing down what somebody said, correcting it, taking it back and undoing that.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RaterKind, RatingContent } from '../../core/assessment/assessment.ts'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import { type KeptPerson, myKindFor, type Relation } from '../../core/person/kept-person.ts'
import { type Result, succeed } from '../../core/result.ts'
import { newId, type Problem } from '../api.ts'
import { saveRating, withdrawRating } from '../assess/api-assessments.ts'
import { useOnce } from '../data/use-once.ts'
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
function kindOf(subject: Subject, rater: KnownRater): RaterKind {
  if (rater === 'unknown') return 'peer'
  if (subject === 'me') return rater === 'me' ? 'self' : (rater.relation ?? 'peer')
  if (rater === 'me') return myKindFor(subject.relation)
  return rater.id === subject.id ? 'self' : 'peer'
}

export function useNote(subject: Subject, frameworkDigest: string) {
  const queries = useQueryClient()
  const once = useOnce()
  return useMutation({
    // Whoever is new is added once, also where what they said is corrected before it is tried again.
    mutationFn: async (note: Note) =>
      expectValue(await once(note.rater, (key) => write(note, { subject, frameworkDigest, key }))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
}

type KnownRater = Exclude<Rater, { name: string }>

async function write(
  { rater, day, skill, content }: Note,
  { subject, frameworkDigest, key }: { subject: Subject; frameworkDigest: string; key: string },
): Promise<Result<KnownRater, Problem>> {
  const known = await knownRater(rater, key)
  if (!known.ok) return known
  const who = known.value
  const command = {
    frameworkDigest,
    rater: who === 'unknown' ? null : who === 'me' ? 'me' : who.id,
    raterKind: kindOf(subject, who),
    ratedOn: day,
  }
  const noted = await noteAssessment(subject === 'me' ? 'me' : subject.id, command, newId())
  if (!noted.ok) return noted
  const current = noted.value.ratings.find((rating) => rating.skill === skill)?.revisionId ?? null
  const saved = await saveRating(noted.value.id, skill, { ...content, revisionId: newId() }, current)
  return saved.ok ? succeed(who) : saved
}

async function knownRater(rater: Rater, key: string): Promise<Result<KnownRater, Problem>> {
  if (rater === 'me' || rater === 'unknown' || 'id' in rater) return succeed(rater)
  const { name, relation } = rater
  return addPerson({ displayName: name, relation, role: null }, key)
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
