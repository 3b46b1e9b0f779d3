// The people whom a manager plans work with: who reports to them today, by name.
import { agreedGrowthRules } from '../../core/access/opportunity.ts'
import { evaluateRule, managedOn } from '../../core/access/rule.ts'
import { newcomers } from '../../core/opportunity/newcomers.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'

export interface PlannedPerson {
  id: string
  displayName: string
  /** Here for less than the quarters over which fairness is looked at, and came after the others. */
  isNew: boolean
}

export async function plannedPeople(tx: ViewerTransaction): Promise<PlannedPerson[]> {
  const today = tx.now.slice(0, 10)
  const ids = [...new Set(managedOn(tx.viewer, today))]
  const members = await listMembers(tx, { ids, left: false })
  const lines = await listManagement(tx, { personIds: ids })
  const isNew = newcomers(lines, today)
  return members.map(({ id, displayName }) => ({ id, displayName, isNew: isNew.has(id) }))
}

/** Whether the viewer plans for this person today. */
export function plansFor({ viewer, now }: ViewerTransaction, personId: string): boolean {
  const facts = { orgId: viewer.orgId, ownerId: personId, subjectId: personId, releasedAt: null }
  return evaluateRule(agreedGrowthRules(now.slice(0, 10)).change, viewer, facts)
}
