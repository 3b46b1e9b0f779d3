// Rounds of ratings, whom they are about, and who rates whom in them.

import type { Selectable } from 'kysely'
import { roundRules, roundSubjectRules } from '../../core/access/round.ts'
import { everyone } from '../../core/access/rule.ts'
import { FEWEST_COUNTED, type Round, type RoundRater, type RoundSubject } from '../../core/round/round.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { RoundTable } from './round-tables.ts'

const roundRow: FactColumns = { org: 'org_id', owner: 'started_by', subject: null, releasedAt: null }
/** Whom the line is about owns it. */
const partRow: FactColumns = { org: 'org_id', owner: 'owner_id', subject: 'owner_id', releasedAt: null }

/** That the viewer organises: those they started, and all of them for organisers. The newest first. */
export async function listRounds(tx: ViewerTransaction): Promise<Round[]> {
  const rows = await tx.db
    .selectFrom('round')
    .selectAll()
    .where(allowedBy(roundRules.see, tx.viewer, roundRow))
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asRound)
}

/** Rounds that a line of the viewer's names: whoever takes part knows what in. */
export async function listRoundsNamed(tx: ViewerTransaction, ids: readonly string[]): Promise<Round[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('round')
    .selectAll()
    .where(allowedBy(everyone, tx.viewer, roundRow))
    .where('id', 'in', [...ids])
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asRound)
}

/** One that the viewer organises; null where there is none. */
export async function findRound(tx: ViewerTransaction, id: string): Promise<Round | null> {
  const row = await tx.db
    .selectFrom('round')
    .selectAll()
    .where(allowedBy(roundRules.see, tx.viewer, roundRow))
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asRound(row)
}

/** Whom rounds are about: the viewer, whom they manage today, or everybody for organisers. */
export async function listRoundSubjects(
  tx: ViewerTransaction,
  wanted: { roundId?: string } = {},
): Promise<RoundSubject[]> {
  let query = tx.db
    .selectFrom('round_subject')
    .selectAll()
    .where(allowedBy(roundSubjectRules(tx.now.slice(0, 10)).see, tx.viewer, partRow))
    .orderBy('id')
  if (wanted.roundId !== undefined) query = query.where('round_id', '=', wanted.roundId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    personId: row.owner_id,
    agreedBy: row.agreed_by,
    agreedAt: row.agreed_at,
  }))
}

/**
 * One line that the viewer may see, with its round, held until the commit: meanwhile nobody else changes or agrees to the
 * list, and nobody closes the round.
 */
export async function findHeldPart(
  tx: ViewerTransaction,
  roundId: string,
  personId: string,
): Promise<{ round: Round; agreedAt: string | null } | null> {
  const line = await tx.db
    .selectFrom('round_subject')
    .select('agreed_at')
    .where(allowedBy(roundSubjectRules(tx.now.slice(0, 10)).see, tx.viewer, partRow))
    .where('round_id', '=', roundId)
    .where('owner_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (line === undefined) return null
  const row = await tx.db
    .selectFrom('round')
    .selectAll()
    .where(allowedBy(everyone, tx.viewer, roundRow))
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirst()
  return row === undefined ? null : { round: asRound(row), agreedAt: line.agreed_at }
}

/** Who is to rate these people in a round; lines that were taken off are not among them. */
export async function listRoundRaters(
  tx: ViewerTransaction,
  roundId: string,
  subjectId?: string,
): Promise<RoundRater[]> {
  let query = tx.db
    .selectFrom('round_rater')
    .selectAll()
    .where(allowedBy(roundSubjectRules(tx.now.slice(0, 10)).see, tx.viewer, partRow))
    .where('round_id', '=', roundId)
    .where('ended_at', 'is', null)
    .orderBy('proposed_at')
    .orderBy('id')
  if (subjectId !== undefined) query = query.where('owner_id', '=', subjectId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    subjectId: row.owner_id,
    raterId: row.rater_id,
    kind: row.rater_kind,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    endedAt: row.ended_at,
  }))
}

/** The caller has decided that the viewer may. */
export async function saveRound(
  tx: ViewerTransaction,
  round: Round,
  subjects: readonly RoundSubject[],
  raters: readonly RoundRater[],
): Promise<void> {
  const orgId = tx.viewer.orgId
  await tx.db
    .insertInto('round')
    .values({
      org_id: orgId,
      id: round.id,
      title: round.title,
      purpose: round.purpose,
      confidential: round.confidential,
      manager_sees: round.managerSees,
      framework_digest: round.frameworkDigest,
      skills: JSON.stringify(round.skills),
      kinds: JSON.stringify(round.kinds),
      starts_on: round.startsOn,
      ends_on: round.endsOn,
      started_by: round.startedBy,
      started_at: round.startedAt,
    })
    .execute()
  for (const one of subjects)
    await tx.db
      .insertInto('round_subject')
      .values({
        org_id: orgId,
        id: one.id,
        round_id: round.id,
        owner_id: one.personId,
        audience: 'organisation',
      })
      .execute()
  await saveRoundRaters(tx, raters)
  tx.changes.push({ action: 'add', noun: 'round', objectId: round.id, revisionId: null })
}

/** The caller has decided that the viewer may propose for this person. */
export async function saveRoundRaters(tx: ViewerTransaction, raters: readonly RoundRater[]): Promise<void> {
  if (raters.length === 0) return
  await tx.db
    .insertInto('round_rater')
    .values(
      raters.map((one) => ({
        org_id: tx.viewer.orgId,
        id: one.id,
        round_id: one.roundId,
        owner_id: one.subjectId,
        rater_id: one.raterId,
        rater_kind: one.kind,
        proposed_by: one.proposedBy,
        proposed_at: one.proposedAt,
        audience: 'organisation',
      })),
    )
    .execute()
}

/** Takes lines off the list of who rates somebody. */
export async function saveRoundRatersEnded(tx: ViewerTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('round_rater')
    .set({ ended_at: tx.now })
    .where(allowedBy(roundSubjectRules(tx.now.slice(0, 10)).propose, tx.viewer, partRow))
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

/** False when the viewer may not agree for this person, or somebody did already. */
export async function saveRatersAgreed(
  tx: ViewerTransaction,
  roundId: string,
  subjectId: string,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('round_subject')
    .set({ agreed_by: tx.viewer.personId, agreed_at: tx.now })
    .where(allowedBy(roundSubjectRules(tx.now.slice(0, 10)).agree, tx.viewer, partRow))
    .where('round_id', '=', roundId)
    .where('owner_id', '=', subjectId)
    .where('agreed_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'round', objectId: roundId, revisionId: null })
  return true
}

export interface RoundCounts {
  asked: number
  /** Null where a count this small, or its remainder, would point at people. */
  answered: number | null
}

/**
 * How many were asked in a round and how many answered, never by person. The number who answered is told only where at
 * least three did and at least three did not, or nobody is missing.
 */
export async function countRound(tx: ViewerTransaction, roundId: string): Promise<RoundCounts> {
  const row = await asKeeper(tx, () =>
    tx.db
      .selectFrom('ask')
      .select((of) => [
        of.fn.countAll<string>().as('asked'),
        of.fn.count<string>('answered_at').as('answered'),
      ])
      .where('org_id', '=', tx.viewer.orgId)
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow(),
  )
  const asked = Number(row.asked)
  const answered = Number(row.answered)
  const isTold = answered >= FEWEST_COUNTED && (asked === answered || asked - answered >= FEWEST_COUNTED)
  return { asked, answered: isTold ? answered : null }
}

export function asRound(row: Selectable<RoundTable>): Round {
  return {
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    confidential: row.confidential,
    managerSees: row.manager_sees,
    frameworkDigest: row.framework_digest,
    skills: row.skills,
    kinds: row.kinds,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    startedBy: row.started_by,
    startedAt: row.started_at,
    closedAt: row.closed_at,
  }
}
