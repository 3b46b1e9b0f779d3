// How strict a rater is, as closed rounds kept it: sealed with the key file, so that a dump of the database tells nothing.

import { raterStrictnessRules } from '../../core/access/sealed-contribution.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import type { Purpose } from '../../core/round/round.ts'
import type { Strictness, StrictnessEvidence } from '../../core/sealing/strictness.ts'
import { allowedBy, ownedRow } from '../access.ts'
import { openBytes, sealBytes } from '../private-text/seal.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Every entry takes as many bytes, whoever it is of and whatever they answered; ids of frameworks have 80 at most. */
const BYTES = 240

/** What a round was for, and in whose levels it speaks: only alike may be put together. */
interface Scope {
  purpose: Purpose
  framework: string
  top: number
}

type Kept = Omit<Strictness, 'rater'> & Scope

/** What all rounds of one scope say of the viewer. */
export interface OwnStrictness {
  evidence: StrictnessEvidence[]
  top: number
  /** ISO day of the newest. */
  closedOn: string
}

export function scopeOf(framework: Framework, purpose: Purpose): Scope {
  return { purpose, framework: framework.id, top: topLevel(framework) }
}

export function sealStrictness(
  tx: ViewerTransaction,
  id: string,
  { rater, ...kept }: Strictness,
  scope: Scope,
): string {
  const text = JSON.stringify({ ...kept, ...scope } satisfies Kept)
  if (text.length > BYTES) throw new Error('A strictness does not fit into its place.')
  return sealBytes(tx.keyFile.readOrMake(), placeOf(tx, rater, id), Buffer.from(text.padEnd(BYTES)))
}

/**
 * Of the viewer, from rounds that may be told; of the newest purpose and framework where there are several. Null where
 * there is none.
 */
export async function findOwnStrictness(tx: ViewerTransaction): Promise<OwnStrictness | null> {
  const rows = await tx.db
    .selectFrom('rater_strictness')
    .selectAll()
    .where(allowedBy(raterStrictnessRules.see, tx.viewer, ownedRow))
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  const opened = open(tx, rows)
  const newest = opened.findLast(({ kept }) => kept.told)
  if (newest === undefined) return null
  const alike = opened.filter(({ kept }) => isAlike(kept, newest.kept))
  return {
    evidence: alike.flatMap(({ kept }) => kept.evidence ?? []),
    top: newest.kept.top,
    closedOn: newest.closedOn,
  }
}

/**
 * By rater what earlier rounds of the same purpose said of them, for the closing of a round and nothing else; called as
 * the keeper. Entries that the key file does not open are left out.
 */
export async function listStrictnessOf(
  tx: ViewerTransaction,
  raters: readonly string[],
  scope: Scope,
): Promise<Map<string, StrictnessEvidence[]>> {
  const known = new Map<string, StrictnessEvidence[]>()
  if (raters.length === 0) return known
  const rows = await tx.db
    .selectFrom('rater_strictness')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', 'in', [...raters])
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  for (const { rater, kept } of open(tx, rows)) {
    if (kept.evidence === null || !isAlike(kept, scope)) continue
    known.set(rater, [...(known.get(rater) ?? []), kept.evidence])
  }
  return known
}

function isAlike(a: Scope, b: Scope): boolean {
  return a.purpose === b.purpose && a.framework === b.framework && a.top === b.top
}

/** What was kept before entries said what for is of no use to anybody: it does not say in whose levels either. */
function open(
  tx: ViewerTransaction,
  rows: readonly { id: string; owner_id: string; sealed: string; closed_on: string }[],
): { rater: string; kept: Kept; closedOn: string }[] {
  const key = tx.keyFile.read()
  if (typeof key === 'string') return []
  return rows.flatMap((row) => {
    const bytes = openBytes(key, placeOf(tx, row.owner_id, row.id), row.sealed)
    if (bytes === null) return []
    const kept = JSON.parse(Buffer.from(bytes).toString()) as Partial<Kept>
    if (kept.purpose === undefined) return []
    return [{ rater: row.owner_id, kept: kept as Kept, closedOn: row.closed_on }]
  })
}

function placeOf(tx: ViewerTransaction, rater: string, id: string): string {
  return [tx.viewer.orgId, rater, 'rater-strictness', id].join('\n')
}
