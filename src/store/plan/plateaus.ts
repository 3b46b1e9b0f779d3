// What the remark on a plateau rests on, and whether the person has put it away.

import { plateauRules } from '../../core/access/plateau.ts'
import { ratingRules } from '../../core/access/rating.ts'
import type { RatingStep } from '../../core/assessment/level-history.ts'
import { allowedBy, ratedRow } from '../access.ts'
import { findSetting, removeSetting, saveSetting } from '../settings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

interface PutAway {
  revisionId: string
}

/** Every revision of what the person said about themselves, of all framework versions, oldest first. */
export async function listRatingSteps(tx: ViewerTransaction, personId: string): Promise<RatingStep[]> {
  const rows = await tx.db
    .selectFrom('rating_revision')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.org_id', '=', 'rating_revision.org_id')
        .onRef('assessment.id', '=', 'rating_revision.assessment_id'),
    )
    .select([
      'rating_revision.skill',
      'rating_revision.revision_id',
      'rating_revision.level',
      'rating_revision.rated_at',
      'rating_revision.carried_from',
      'rating_revision.withdrawn',
      'assessment.framework_digest',
    ])
    .where(
      allowedBy(ratingRules.see, tx.viewer, {
        ...ratedRow,
        org: 'rating_revision.org_id',
        owner: 'rating_revision.owner_id',
        subject: 'rating_revision.subject_id',
        releasedAt: 'rating_revision.released_at',
        audience: 'rating_revision.audience',
      }),
    )
    .where('rating_revision.subject_id', '=', personId)
    .where('assessment.rater_kind', '=', 'self')
    .where((row) =>
      row.or([row('assessment.purpose', 'is', null), row('assessment.purpose', '=', 'development')]),
    )
    .orderBy('rating_revision.rated_at')
    .execute()
  return rows.map((row) => ({
    skill: row.skill,
    revisionId: row.revision_id,
    level: row.level,
    ratedAt: row.rated_at,
    withdrawn: row.withdrawn,
    frameworkDigest: row.framework_digest,
    ...(row.carried_from === null ? {} : { carriedFrom: row.carried_from }),
  }))
}

export async function isPlateauPutAway(tx: ViewerTransaction, personId: string): Promise<boolean> {
  return (await findPutAway(tx, personId)) !== null
}

/** Puts the remark away for good, or takes that back. Doing either twice is done once. */
export async function savePlateauPutAway(
  tx: ViewerTransaction,
  putAway: boolean,
  revisionId: string,
): Promise<void> {
  const personId = tx.viewer.personId ?? ''
  const known = await findPutAway(tx, personId)
  if (putAway === (known !== null)) return
  const rule = plateauRules.putAway
  if (known === null) await saveSetting(tx, rule, { name: 'plateau', value: { revisionId } }, null)
  else await removeSetting(tx, rule, 'plateau', known.revisionId)
  const action = putAway ? 'add' : 'remove'
  tx.changes.push({ action, noun: 'plateau', objectId: personId, revisionId: null })
}

function findPutAway(tx: ViewerTransaction, personId: string): Promise<PutAway | null> {
  return findSetting<PutAway>(tx, plateauRules.see, personId, 'plateau')
}
