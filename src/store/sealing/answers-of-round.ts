// What was said in a confidential round while it is still known by whom; read as the keeper, within its closing alone.

import { everyone } from '../../core/access/rule.ts'
import type { RaterKind, Rating } from '../../core/assessment/assessment.ts'
import type { RatedLevel } from '../../core/measurement/measure-person.ts'
import type { RatedPerson } from '../../core/measurement/people-columns.ts'
import type { SealedContribution } from '../../core/measurement/sealed-contribution.ts'
import type { Round } from '../../core/round/round.ts'
import type { AnswerToRead } from '../../core/sealing/framework-quality.ts'
import { listRatings } from '../assessment/ratings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface AnswersOfRound {
  /** Whom the round is about, with what is known of them under a name. */
  people: RatedPerson[]
  confidential: Map<string, RatedLevel[]>
  answers: AnswerToRead[]
  /** Everybody whom the round asked in confidence. */
  raters: string[]
  asks: string[]
  /** Assessments of the round, given or not: all of them go. */
  assessments: string[]
}

/**
 * Holds questions and assessments until the commit, so that nothing is given, taken back or added while they are read and
 * removed.
 */
export async function findAnswersOfRound(tx: ViewerTransaction, round: Round): Promise<AnswersOfRound> {
  const { orgId } = tx.viewer
  const asks = await tx.db
    .selectFrom('ask')
    .select(['id', 'owner_id', 'subject_id', 'rater_kind', 'assessment_id', 'answered_at'])
    .where('org_id', '=', orgId)
    .where('round_id', '=', round.id)
    .where('confidential', '=', true)
    .forUpdate()
    .execute()
  const held = await tx.db
    .selectFrom('assessment')
    .select(['id', 'owner_id', 'subject_id'])
    .where('org_id', '=', orgId)
    .where('round_id', '=', round.id)
    .where('confidential', '=', true)
    .forUpdate()
    .execute()
  const given = new Map(asks.filter((ask) => ask.answered_at !== null).map((ask) => [ask.assessment_id, ask]))
  const subjects = await listSubjects(tx, round)
  const confidential = new Map<string, RatedLevel[]>(subjects.map((id) => [id, []]))
  const answers: AnswerToRead[] = []
  const ids = held.map(({ id }) => id)
  for (const row of await listRatings(tx, ids, everyone)) {
    const ask = given.get(row.assessmentId)
    if (ask === undefined) continue
    const rater = { id: ask.owner_id, kind: ask.rater_kind }
    confidential.get(ask.subject_id)?.push({ ...asRatedLevel(row), rater })
    const { skill, level, behaviours } = row
    answers.push({ subject: ask.subject_id, rater: ask.owner_id, skill, level, behaviours })
  }
  return {
    people: await listKnownPeople(tx, round, subjects),
    confidential,
    answers,
    raters: [...new Set(asks.map((ask) => ask.owner_id))],
    asks: asks.map(({ id }) => id),
    assessments: ids,
  }
}

async function listSubjects(tx: ViewerTransaction, round: Round): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('round_subject')
    .select('owner_id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('round_id', '=', round.id)
    .orderBy('owner_id')
    .execute()
  return rows.map((row) => row.owner_id)
}

/** What was given about these people for the same purpose; what they keep for themselves stays out of it. */
async function listKnownPeople(
  tx: ViewerTransaction,
  round: Round,
  subjects: readonly string[],
): Promise<RatedPerson[]> {
  if (subjects.length === 0) return []
  const { orgId } = tx.viewer
  const given = await tx.db
    .selectFrom('assessment')
    .select(['id', 'owner_id', 'subject_id', 'rater_kind', 'written_down'])
    .where('org_id', '=', orgId)
    .where('subject_id', 'in', [...subjects])
    .where('framework_digest', '=', round.frameworkDigest)
    .where('purpose', '=', round.purpose)
    .where('confidential', '=', false)
    .where('released_at', 'is not', null)
    .execute()
  const byId = new Map(given.map((row) => [row.id, row]))
  const ratings = await listRatings(tx, [...byId.keys()], everyone)
  const sealed = await tx.db
    .selectFrom('sealed_contribution')
    .select(['owner_id', 'content', 'closed_on'])
    .where('org_id', '=', orgId)
    .where('owner_id', 'in', [...subjects])
    .where('framework_digest', '=', round.frameworkDigest)
    .where('purpose', '=', round.purpose)
    .where('round_id', '<>', round.id)
    .execute()
  return subjects.map((id) => ({
    id,
    ratings: ratings.flatMap((row): RatedLevel[] => {
      const assessment = byId.get(row.assessmentId)
      if (assessment?.subject_id !== id) return []
      const kind: RaterKind = assessment.owner_id === id ? 'self' : assessment.rater_kind
      // Who said what its owner wrote down is not known.
      const raterId = assessment.written_down ? assessment.id : assessment.owner_id
      return [{ ...asRatedLevel(row), rater: { id: raterId, kind } }]
    }),
    sealed: sealed.flatMap((row): SealedContribution[] =>
      row.owner_id === id && row.content !== null ? [{ ...row.content, closedOn: row.closed_on }] : [],
    ),
  }))
}

function asRatedLevel(rating: Rating): Omit<RatedLevel, 'rater'> {
  const { skill, level, approaching, confidence, ratedAt } = rating
  return { skill, level, approaching, confidence, ratedAt }
}
