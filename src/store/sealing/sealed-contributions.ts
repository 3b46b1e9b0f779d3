// What closed confidential rounds left about somebody.

import { sealedContributionRules } from '../../core/access/sealed-contribution.ts'
import type { SealedContribution } from '../../core/measurement/sealed-contribution.ts'
import type { Purpose } from '../../core/round/round.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

const contributionRow: FactColumns = {
  org: 'org_id',
  owner: 'owner_id',
  subject: null,
  releasedAt: 'released_at',
}

export interface ClosedConfidentialRound {
  roundId: string
  frameworkDigest: string
  purpose: Purpose
  /** ISO day. */
  closedOn: string
  /** Null where too few answered. */
  contribution: SealedContribution | null
}

/** What counts for development, on one framework version: as the measurement reads it. */
export async function listCountedContributions(
  tx: ViewerTransaction,
  personId: string,
  digest: string,
): Promise<SealedContribution[]> {
  return (await listSealedContributions(tx, personId)).flatMap(
    ({ contribution, purpose, frameworkDigest }) =>
      contribution !== null && purpose === 'development' && frameworkDigest === digest ? [contribution] : [],
  )
}

/** About the viewer; of anybody else nothing loads. Oldest first. */
export async function listSealedContributions(
  tx: ViewerTransaction,
  personId: string,
): Promise<ClosedConfidentialRound[]> {
  const rows = await tx.db
    .selectFrom('sealed_contribution')
    .selectAll()
    .where(allowedBy(sealedContributionRules.see, tx.viewer, contributionRow))
    .where('owner_id', '=', personId)
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    frameworkDigest: row.framework_digest,
    purpose: row.purpose,
    closedOn: row.closed_on,
    contribution: row.content === null ? null : { ...row.content, closedOn: row.closed_on },
  }))
}
