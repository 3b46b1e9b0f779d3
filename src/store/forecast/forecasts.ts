// Forecasts as they were shown, and what became of them. There is no way to change or remove one.

import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { forecastRules } from '../../core/access/forecast.ts'
import type { ForecastOutcome, KeptForecast } from '../../core/forecast/kept-forecast.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ForecastTable } from '../plan/growth-tables.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The forecasts of a person on one framework version, or with `null` on all of them, oldest first. */
export async function listForecasts(
  tx: ViewerTransaction,
  personId: string,
  frameworkDigest: string | null,
): Promise<KeptForecast[]> {
  const all = tx.db
    .selectFrom('forecast')
    .leftJoin('forecast_outcome', (join) =>
      join
        .onRef('forecast_outcome.org_id', '=', 'forecast.org_id')
        .onRef('forecast_outcome.forecast_id', '=', 'forecast.id'),
    )
    .selectAll('forecast')
    .select(['forecast_outcome.reached_on', 'forecast_outcome.resolved_at'])
    .where(allowedBy(forecastRules.see, tx.viewer, forecastRow))
    .where('forecast.owner_id', '=', personId)
    .orderBy('forecast.made_at')
    .orderBy('forecast.id')
  const wanted = frameworkDigest === null ? all : all.where('forecast.framework_digest', '=', frameworkDigest)
  return (await wanted.execute()).map(asForecast)
}

/** Keeps what is new; the same numbers for the same plan and day are kept once. Returns how many were new. */
export async function saveForecasts(
  tx: ViewerTransaction,
  forecasts: readonly Omit<KeptForecast, 'outcome'>[],
  action: 'add' | 'import' = 'add',
): Promise<number> {
  const ownerId = ownerOf(tx)
  let added = 0
  for (const forecast of forecasts) {
    const saved = await tx.db
      .insertInto('forecast')
      .values({
        org_id: tx.viewer.orgId,
        owner_id: ownerId,
        id: forecast.id,
        plan_revision_id: forecast.planRevisionId,
        framework_digest: forecast.frameworkDigest,
        role: forecast.role,
        milestone: forecast.milestone,
        skill: forecast.skill,
        level: forecast.level,
        made_on: forecast.madeOn,
        quantiles: JSON.stringify(forecast.quantiles),
        numbers: createHash('sha256').update(JSON.stringify(forecast.quantiles)).digest('hex'),
        horizon_weeks: forecast.horizonWeeks,
        made_at: forecast.madeAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows === 0n) continue
    added += 1
    tx.changes.push({ action, noun: 'forecast', objectId: forecast.id, revisionId: null })
  }
  return added
}

/** Says what became of forecasts that are kept; what was said first stays. */
export async function saveForecastOutcomes(
  tx: ViewerTransaction,
  outcomes: readonly (ForecastOutcome & { forecastId: string })[],
): Promise<void> {
  const ownerId = ownerOf(tx)
  for (const { forecastId, reachedOn, resolvedAt } of outcomes) {
    const saved = await tx.db
      .insertInto('forecast_outcome')
      .values({
        org_id: tx.viewer.orgId,
        forecast_id: forecastId,
        owner_id: ownerId,
        reached_on: reachedOn,
        resolved_at: resolvedAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows !== 0n)
      tx.changes.push({ action: 'resolve', noun: 'forecast', objectId: forecastId, revisionId: null })
  }
}

function ownerOf(tx: ViewerTransaction): string {
  if (tx.viewer.personId === null) throw new Error('A visitor has no forecast.')
  return tx.viewer.personId
}

const forecastRow = { ...ownedRow, org: 'forecast.org_id', owner: 'forecast.owner_id' }

function asForecast(
  row: Selectable<ForecastTable> & { reached_on: string | null; resolved_at: string | null },
): KeptForecast {
  return {
    id: row.id,
    planRevisionId: row.plan_revision_id,
    frameworkDigest: row.framework_digest,
    role: row.role,
    milestone: row.milestone,
    skill: row.skill,
    level: row.level,
    madeOn: row.made_on,
    madeAt: row.made_at,
    quantiles: row.quantiles,
    horizonWeeks: row.horizon_weeks,
    outcome: row.resolved_at === null ? null : { reachedOn: row.reached_on, resolvedAt: row.resolved_at },
  }
}
