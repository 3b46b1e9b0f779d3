// Takes the plans, the progress and the forecasts of an export over.

import type { ExportedGrowth } from '../../core/export/exported-growth.ts'
import { listForecasts, saveForecastOutcomes, saveForecasts } from '../forecast/forecasts.ts'
import { newEnd } from '../new-end.ts'
import { listPlanRevisions, planRow } from '../plan/plans.ts'
import { listProgressRevisions, progressRow } from '../plan/progress.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedGrowth(
  tx: ViewerTransaction,
  personId: string,
  growth: ExportedGrowth,
  result: Imported,
): Promise<string | null> {
  const taken =
    (await savePlans(tx, personId, growth.plans, result)) ?? (await saveReports(tx, personId, growth, result))
  if (taken !== null) return taken
  // The same numbers for the same plan and day may be here under another id: then those stay.
  const known = await forecastIds(tx, personId)
  const coming = growth.forecasts.filter(({ id }) => !known.has(id))
  const added = await saveForecasts(tx, coming, 'import')
  const here = await forecastIds(tx, personId)
  await saveForecastOutcomes(
    tx,
    growth.forecasts.flatMap(({ id, outcome }) =>
      outcome === null || !here.has(id) ? [] : { ...outcome, forecastId: id },
    ),
  )
  result.added.forecasts += added
  result.kept.forecasts += growth.forecasts.length - added
  return null
}

async function forecastIds(tx: ViewerTransaction, personId: string): Promise<Set<string>> {
  return new Set((await listForecasts(tx, personId, null)).map(({ id }) => id))
}

async function savePlans(
  tx: ViewerTransaction,
  personId: string,
  plans: ExportedGrowth['plans'],
  result: Imported,
): Promise<string | null> {
  for (const digest of new Set(plans.map((plan) => plan.frameworkDigest))) {
    const coming = plans.filter((plan) => plan.frameworkDigest === digest)
    const fresh = newEnd(await listPlanRevisions(tx, personId, digest), coming)
    result.added.plans += fresh.length
    result.kept.plans += coming.length - fresh.length
    for (const plan of fresh) {
      const before = coming.find(({ version }) => version === plan.version - 1)?.revisionId ?? null
      const added = await tx.db
        .insertInto('plan_revision')
        .values(planRow(tx.viewer.orgId, personId, plan, before))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) return '/plans'
      tx.changes.push({ action: 'import', noun: 'plan', objectId: personId, revisionId: plan.revisionId })
    }
  }
  return null
}

async function saveReports(
  tx: ViewerTransaction,
  personId: string,
  { progress }: ExportedGrowth,
  result: Imported,
): Promise<string | null> {
  const keyOf = ({ frameworkId, week, skill, level }: ExportedGrowth['progress'][number]) =>
    `${frameworkId} ${week} ${skill} ${level}`
  const here = await listProgressRevisions(tx, personId)
  for (const key of new Set(progress.map(keyOf))) {
    const coming = progress.filter((entry) => keyOf(entry) === key)
    const fresh = newEnd(
      here.filter((entry) => keyOf(entry) === key),
      coming,
    )
    result.added.reports += fresh.length
    result.kept.reports += coming.length - fresh.length
    for (const entry of fresh) {
      const added = await tx.db
        .insertInto('progress_revision')
        .values(progressRow(tx.viewer.orgId, personId, entry.frameworkId, entry))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) return '/progress'
      const change = { objectId: personId, revisionId: entry.revisionId }
      tx.changes.push({ action: 'import', noun: 'progress', ...change })
    }
  }
  return null
}
