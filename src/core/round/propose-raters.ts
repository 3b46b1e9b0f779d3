// Who might rate somebody, from the organisation chart of a day: a proposal that the person changes.

import type { RaterKind } from '../assessment/assessment.ts'
import { holdsOn, type Management, type TeamMembership } from '../organisation/member.ts'

export interface Chart {
  management: readonly Management[]
  memberships: readonly TeamMembership[]
}

/** More than this at once is a burden on everybody. */
const MOST_PROPOSED = 6

export interface ProposedRater {
  raterId: string
  kind: RaterKind
}

export function managerOn(chart: Chart, personId: string, day: string): string | null {
  return (
    chart.management.findLast((line) => line.personId === personId && holdsOn(line, day))?.managerId ?? null
  )
}

/** What one person is to another on a day, as the chart has it; whoever is neither above nor below is a peer. */
export function kindBetween(chart: Chart, raterId: string, subjectId: string, day: string): RaterKind {
  if (raterId === subjectId) return 'self'
  if (isManagedBy(chart, subjectId, raterId, day)) return 'manager'
  if (isManagedBy(chart, raterId, subjectId, day)) return 'report'
  return 'peer'
}

/** In the order of `kinds`; `present` are those who still work there, in the order in which to propose them. */
export function proposeRaters(
  chart: Chart,
  subjectId: string,
  kinds: readonly RaterKind[],
  present: readonly string[],
  day: string,
): ProposedRater[] {
  const manager = managerOn(chart, subjectId, day)
  const others = present.filter((id) => id !== subjectId && id !== manager)
  const teams = new Set(teamsOf(chart, subjectId, day))
  const isReport = (id: string) => isManagedBy(chart, id, subjectId, day)
  const proposed: Record<RaterKind, string[]> = {
    self: [subjectId],
    manager: manager !== null && present.includes(manager) ? [manager] : [],
    peer: others
      .filter((id) => !isReport(id) && teamsOf(chart, id, day).some((team) => teams.has(team)))
      .slice(0, MOST_PROPOSED),
    report: others.filter(isReport).slice(0, MOST_PROPOSED),
    // Nothing in the chart says who is served by whom.
    client: [],
  }
  return kinds.flatMap((kind) => proposed[kind].map((raterId) => ({ raterId, kind })))
}

function isManagedBy(chart: Chart, personId: string, managerId: string, day: string): boolean {
  return chart.management.some(
    (line) => line.personId === personId && line.managerId === managerId && holdsOn(line, day),
  )
}

function teamsOf(chart: Chart, personId: string, day: string): string[] {
  return chart.memberships
    .filter((line) => line.personId === personId && holdsOn(line, day))
    .map(({ teamId }) => teamId)
}
