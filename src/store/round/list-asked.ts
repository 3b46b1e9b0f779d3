// Everything that colleagues asked of each other and that the viewer may read, for their own export.

import type { ExportedAsked } from '../../core/export/exported-asked.ts'
import { listSeenAsked } from '../assessment/assessments.ts'
import { listDisputes } from '../assessment/disputes.ts'
import { listRatingRevisions } from '../assessment/ratings.ts'
import { listMembers } from '../organisation/members.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The oldest first. */
export async function listAsked(tx: ViewerTransaction): Promise<ExportedAsked[]> {
  const assessments = await listSeenAsked(tx)
  const disputes = await listDisputes(
    tx,
    assessments.map(({ id }) => id),
  )
  const ids = assessments.flatMap(({ subjectId, ownerId }) => [subjectId, ownerId ?? subjectId])
  const names = new Map(
    (await listMembers(tx, { ids: [...new Set(ids)] })).map((one) => [one.id, one.displayName]),
  )
  const asked = []
  for (const assessment of assessments)
    asked.push({
      ...assessment,
      raterName: names.get(assessment.ownerId ?? assessment.subjectId) ?? '',
      subjectName: names.get(assessment.subjectId) ?? '',
      revisions: await listRatingRevisions(tx, assessment.id),
      disputes: disputes.filter((one) => one.assessmentId === assessment.id),
    })
  return asked
}
