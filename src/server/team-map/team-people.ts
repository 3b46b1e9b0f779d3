// The people whom a viewer manages today, each with what they handed over or agreed on: for every view of a team.

import { evaluateRule } from '../../core/access/rule.ts'
import { inTeamMap } from '../../core/access/team-map.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import type { Handover } from '../../core/handover/handover.ts'
import { holdsOn } from '../../core/organisation/member.ts'
import { knownFromAgreements } from '../../core/team-map/known-from-agreement.ts'
import { knownFromHandover } from '../../core/team-map/known-from-handover.ts'
import { newestKnown, type TeamPerson } from '../../core/team-map/team-map.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { listHeldRoles } from '../../store/person/held-roles.ts'
import { listAgreements } from '../../store/round/agreements.ts'
import { listHandovers } from '../../store/share/handovers.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'

/** By name. Of each: the newest word on each skill of this framework version, and nothing that was withdrawn. */
export async function listTeamPeople(
  tx: ViewerTransaction,
  { framework, digest }: { framework: Framework; digest: string },
): Promise<TeamPerson[]> {
  const { orgId, personId, reports } = tx.viewer
  const today = tx.now.slice(0, 10)
  const facts = (id: string) => ({ orgId, ownerId: id, subjectId: id, releasedAt: null })
  const ids = [...new Set(reports.map((report) => report.personId))].filter((id) =>
    evaluateRule(inTeamMap(today), tx.viewer, facts(id)),
  )
  if (personId === null || ids.length === 0) return []
  const members = await listMembers(tx, { ids, left: false })
  const roles = (await listHeldRoles(tx, { personIds: ids })).filter(
    (held) => held.frameworkId === framework.id && holdsOn(held, today),
  )
  const agreements = (await listAgreements(tx)).filter(
    (one) => one.managerId === personId && one.frameworkDigest === digest,
  )
  const handovers = await listHandovers(tx, { ownerIds: ids, recipientId: personId })
  return members.map(({ id, displayName }) => {
    const role = roles.findLast((held) => held.personId === id)?.role ?? null
    const given = handovers.filter((one) => one.ownerId === id && one.frameworkDigest === digest)
    return {
      id,
      name: displayName,
      role: role !== null && findRole(framework, role) !== undefined ? role : null,
      known: newestKnown([
        ...given.flatMap(({ content }) => knownFromHandover(content)),
        ...knownFromAgreements(agreements.filter(({ subjectId }) => subjectId === id)),
      ]),
      ...wishesOf(given),
    }
  })
}

/** As the newest handover that says anything of it has it: an older wish may have gone. */
function wishesOf(given: readonly Handover[]): Pick<TeamPerson, 'areas' | 'destinations'> {
  const areasOf = ({ content }: Handover) =>
    content.items.flatMap((item) =>
      item.kind === 'area' ? [{ skill: item.skill.id, level: item.level, quarter: item.quarter }] : [],
    )
  const withAreas = given.find((one) => areasOf(one).length > 0)
  const withDestinations = given.find(({ content }) => content.destinations.length > 0)
  return {
    areas: withAreas === undefined ? [] : areasOf(withAreas),
    destinations: withDestinations?.content.destinations ?? [],
  }
}
