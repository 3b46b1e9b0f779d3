// Which plan held before the one that holds now.

import type { PlanSummary } from './kept-plan.ts'

/** `history` newest first. After going back, going back again goes further back. Null where there is no earlier plan. */
export function revisionBefore(
  history: readonly Pick<PlanSummary, 'revisionId' | 'repeats'>[],
): string | null {
  const [now] = history
  const shown = history.findIndex(({ revisionId }) => revisionId === (now?.repeats ?? now?.revisionId))
  return history[shown + 1]?.revisionId ?? null
}
