// What was told may count as an unsure rating by whoever said it: noted with the record, and taken back with it.
import { noteAssessment } from '../../core/assessment/note-assessment.ts'
import { rateSkill } from '../../core/assessment/rate-skill.ts'
import type { CountedRating, Feedback } from '../../core/feedback/feedback.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findAssessment, findNotedAssessment, saveAssessment } from '../../store/assessment/assessments.ts'
import { findRating, listRatings, saveRating, saveRatingWithdrawn } from '../../store/assessment/ratings.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import { type Refusal, refuseField } from '../errors.ts'

interface Counting {
  record: Omit<Feedback, 'version' | 'counted'>
  framework: Framework
  rater: KeptPerson
  level: number
}

/** Notes the rating. What that person said about the skill on that day already stays, and is a refusal. */
export async function noteCountedRating(
  tx: ViewerTransaction,
  services: Pick<Services, 'newId'>,
  { record, framework, rater, level }: Counting,
): Promise<Result<CountedRating, Refusal>> {
  const personId = tx.viewer.personId ?? ''
  const { frameworkDigest, saidOn: ratedOn, skills } = record
  const role = (await findTarget(tx, personId, frameworkDigest))?.role ?? ''
  const raterKind = rater.relation ?? 'peer'
  const noted = noteAssessment(
    { subjectId: personId, raterId: rater.id, raterKind, ratedOn, frameworkDigest, role },
    { id: services.newId(), keeperId: personId, now: tx.now },
  )
  if (!noted.ok) return fail(refuseField('saidOn', noted.failure.message))
  const there = await findNotedAssessment(tx, noted.value, rater.id, raterKind)
  const saved = there ?? (await saveAssessment(tx, noted.value, rater.id))
  const assessment = await findAssessment(tx, saved.id)
  if (assessment === null) throw new Error('An assessment that was just saved is not there.')
  const command = {
    ...{ skill: skills[0] ?? '', revisionId: services.newId(), level, reason: null, approaching: false },
    ...{ behaviours: [], confidence: 'low' as const, observedOn: null, note: '' },
  }
  const rated = rateSkill(assessment, framework, command, tx.now)
  if (!rated.ok) return fail(refuseField('countsAs', rated.failure.message))
  const rating = await saveRating(tx, rated.value, null)
  if (!rating.ok)
    return fail(
      refuseField(
        'countsAs',
        `What ${rater.displayName} said about this skill on ${ratedOn} is written down already, under what others said.`,
      ),
    )
  return succeed({ assessmentId: saved.id, revisionId: rating.value.revisionId, level })
}

/** Takes the rating back, unless it was corrected or taken back since: then it is no longer the record's. */
export async function takeCountedBack(
  tx: ViewerTransaction,
  services: Pick<Services, 'newId'>,
  { skills, counted }: Pick<Feedback, 'skills' | 'counted'>,
): Promise<void> {
  const skill = skills[0]
  if (counted === null || skill === undefined) return
  const current = await findRating(tx, counted.assessmentId, skill)
  if (current?.revisionId !== counted.revisionId) return
  const withdrawal = {
    ...{ assessmentId: counted.assessmentId, skill },
    ...{ revisionId: services.newId(), withdrawnAt: tx.now },
  }
  await saveRatingWithdrawn(tx, withdrawal, counted.revisionId)
}

/** The records as they count now: a rating that was corrected or taken back since is no longer theirs. */
export async function withStandingRatings(
  tx: ViewerTransaction,
  records: readonly Feedback[],
): Promise<Feedback[]> {
  const ids = new Set(records.flatMap(({ counted }) => counted?.assessmentId ?? []))
  const standing = new Set((await listRatings(tx, [...ids])).map(({ revisionId }) => revisionId))
  return records.map((record) =>
    record.counted === null || standing.has(record.counted.revisionId)
      ? record
      : { ...record, counted: null },
  )
}
