// What closing a confidential round does beyond ending its questions: contributions are sealed, and all that says who
// answered is destroyed, in the one transaction that closes the round.

import { randomInt, randomUUID } from 'node:crypto'
import { normalDraws } from '../../core/measurement/seeded-random.ts'
import type { Round } from '../../core/round/round.ts'
import { frameworkQuality } from '../../core/sealing/framework-quality.ts'
import { type SealedRound, sealAnswers } from '../../core/sealing/seal-answers.ts'
import { asKeeper } from '../as-keeper.ts'
import { findFramework } from '../framework/framework-versions.ts'
import { listStrictnessOf, scopeOf, sealStrictness } from '../round/strictness.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { type AnswersOfRound, findAnswersOfRound } from './answers-of-round.ts'

/**
 * Called in the transaction that closes the round, once, after its open questions have ended. The audit chain gets
 * nothing but the id of the round, from the caller.
 */
export async function sealConfidentialRound(tx: ViewerTransaction, round: Round): Promise<void> {
  const framework = await findFramework(tx, round.frameworkDigest)
  if (framework === null) throw new Error('The framework version of a round is gone.')
  const day = tx.now.slice(0, 10)
  await asKeeper(tx, async () => {
    const found = await findAnswersOfRound(tx, round)
    const scope = scopeOf(framework, round.purpose)
    const sealed = sealAnswers({
      ...{ framework, ...found, closedOn: `${day}T00:00:00.000Z` },
      known: await listStrictnessOf(tx, found.raters, scope),
      draw: normalDraws(chance),
    })
    await saveContributions(tx, { round, sealed, day })
    await saveStrictness(tx, { sealed, day, scope })
    await tx.db
      .insertInto('round_quality')
      .values({
        org_id: tx.viewer.orgId,
        round_id: round.id,
        framework_digest: round.frameworkDigest,
        content: JSON.stringify(frameworkQuality(framework, found.answers)),
        closed_on: day,
      })
      .execute()
    await removeLinks(tx, round, found)
  })
}

/** In random order, with the day alone: neither place nor time of a row says anything. */
async function saveContributions(
  tx: ViewerTransaction,
  { round, sealed, day }: { round: Round; sealed: SealedRound; day: string },
): Promise<void> {
  const rows = [
    ...sealed.contributions.map(({ subject, contribution: { closedOn: _, ...content } }) => ({
      subject,
      content,
    })),
    ...sealed.tooFew.map((subject) => ({ subject, content: null })),
  ].map(({ subject, content }) => ({
    org_id: tx.viewer.orgId,
    id: randomUUID() as string,
    owner_id: subject,
    round_id: round.id,
    framework_digest: round.frameworkDigest,
    purpose: round.purpose,
    content: content === null ? (null as never) : JSON.stringify(content),
    closed_on: day,
    released_at: `${day}T00:00:00.000Z`,
  }))
  if (rows.length > 0) await tx.db.insertInto('sealed_contribution').values(shuffled(rows)).execute()
}

async function saveStrictness(
  tx: ViewerTransaction,
  { sealed, day, scope }: { sealed: SealedRound; day: string; scope: ReturnType<typeof scopeOf> },
): Promise<void> {
  const rows = sealed.strictness.map((strictness) => {
    const id = randomUUID() as string
    return {
      org_id: tx.viewer.orgId,
      id,
      owner_id: strictness.rater,
      sealed: sealStrictness(tx, id, strictness, scope),
      closed_on: day,
    }
  })
  if (rows.length > 0) await tx.db.insertInto('rater_strictness').values(shuffled(rows)).execute()
}

/** Questions, lists of raters, ratings, and answers kept for requests that come twice. */
async function removeLinks(tx: ViewerTransaction, round: Round, found: AnswersOfRound): Promise<void> {
  const { orgId } = tx.viewer
  const { assessments, asks, raters } = found
  if (assessments.length > 0) {
    for (const table of ['rating_revision', 'assessment_rater', 'dispute'] as const)
      await tx.db
        .deleteFrom(table)
        .where('org_id', '=', orgId)
        .where('assessment_id', 'in', assessments)
        .execute()
    await tx.db.deleteFrom('assessment').where('org_id', '=', orgId).where('id', 'in', assessments).execute()
  }
  if (asks.length > 0)
    await tx.db.deleteFrom('ask').where('org_id', '=', orgId).where('id', 'in', asks).execute()
  await tx.db.deleteFrom('round_rater').where('org_id', '=', orgId).where('round_id', '=', round.id).execute()
  // Whoever started the round was answered with the lists as they were proposed.
  await tx.db
    .deleteFrom('idempotency')
    .where('org_id', '=', orgId)
    .where('owner_id', 'in', [...raters, round.startedBy])
    .where('created_at', '>=', round.startedAt)
    .execute()
}

/** Evenly distributed, 0 ≤ x < 1, from the randomness of the system: nobody can draw it again. */
function chance(): number {
  return randomInt(2 ** 47) / 2 ** 47
}

/** Fisher and Yates, with the randomness of the system. */
function shuffled<Row>(rows: readonly Row[]): Row[] {
  const mixed = [...rows]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    const kept = mixed[at] as Row
    mixed[at] = mixed[other] as Row
    mixed[other] = kept
  }
  return mixed
}
