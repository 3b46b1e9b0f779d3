// A small organisation: an administrator, two managers, two teams, and somebody who has left.
import { randomUUID } from 'node:crypto'
import { ADMIN_SCOPES, visitor } from '../src/core/access/viewer.ts'
import type { Store } from '../src/store/open.ts'
import { saveAdminGrant } from '../src/store/organisation/admin-grants.ts'
import { saveManagement } from '../src/store/organisation/management.ts'
import { saveMember } from '../src/store/organisation/members.ts'
import { saveOrgName } from '../src/store/organisation/team-org.ts'
import { saveTeamMembership } from '../src/store/organisation/teams.ts'
import { saveHeldRole } from '../src/store/person/held-roles.ts'

/**
 * Ada administers everything. Nia manages Max and the team Apps (Fay, Gus, Hal); Max manages the team Platform (Bea,
 * Cem, Dia, Eli). Bea was in Apps, managed by Nia, until the end of 2025. Lea has left.
 */
export type PersonName = 'Ada' | 'Nia' | 'Max' | 'Bea' | 'Cem' | 'Dia' | 'Eli' | 'Fay' | 'Gus' | 'Hal' | 'Lea'

export interface Organisation {
  orgId: string
  idOf: Record<PersonName, string>
  teamOf: Record<'Platform' | 'Apps', string>
}

const ROLES: Record<PersonName, string> = {
  Ada: 'engineering-manager',
  Nia: 'director-of-engineering',
  Max: 'engineering-manager',
  Bea: 'senior-engineer',
  Cem: 'senior-engineer',
  Dia: 'staff-engineer',
  Eli: 'senior-engineer',
  Fay: 'senior-engineer',
  Gus: 'tech-lead',
  Hal: 'senior-engineer',
  Lea: 'senior-engineer',
}
const BEGAN = '2024-01-01'
const LEFT = '2026-03-31'

export async function settleOrganisation(
  store: Store,
  orgId: string,
  frameworkId = 'skillmap',
  /** Ids to use again, for two organisations whose ids collide. */
  same?: Pick<Organisation, 'idOf' | 'teamOf'>,
): Promise<Organisation> {
  const names = Object.keys(ROLES) as PersonName[]
  const newIds = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<PersonName, string>
  const idOf = same?.idOf ?? newIds
  const teamOf = same?.teamOf ?? { Platform: randomUUID() as string, Apps: randomUUID() as string }
  await store.withViewer(visitor(orgId), async (tx) => {
    await saveOrgName(tx, 'Hello Ltd')
    for (const [name, id] of Object.entries(idOf)) {
      const leftOn = name === 'Lea' ? LEFT : null
      await saveMember(tx, { id, displayName: name, leftOn })
      const line = { id: randomUUID(), personId: id, from: BEGAN, until: leftOn }
      await saveHeldRole(tx, { ...line, frameworkId, role: ROLES[name as PersonName] })
    }
    for (const scope of ADMIN_SCOPES)
      await saveAdminGrant(tx, { id: randomUUID(), personId: idOf.Ada, scope })
    for (const [name, id] of Object.entries(teamOf))
      await tx.db.insertInto('team').values({ org_id: orgId, id, name, created_at: tx.now }).execute()
    const joins = (who: PersonName, team: 'Platform' | 'Apps', from = BEGAN, until: string | null = null) =>
      saveTeamMembership(tx, { id: randomUUID(), personId: idOf[who], teamId: teamOf[team], from, until })
    const reportsTo = (who: PersonName, boss: PersonName, from = BEGAN, until: string | null = null) =>
      saveManagement(tx, { id: randomUUID(), personId: idOf[who], managerId: idOf[boss], from, until })
    for (const who of ['Cem', 'Dia', 'Eli'] as const) {
      await joins(who, 'Platform')
      await reportsTo(who, 'Max')
    }
    for (const who of ['Fay', 'Gus', 'Hal'] as const) {
      await joins(who, 'Apps')
      await reportsTo(who, 'Nia')
    }
    await joins('Max', 'Platform')
    await reportsTo('Max', 'Nia')
    await joins('Bea', 'Apps', BEGAN, '2025-12-31')
    await reportsTo('Bea', 'Nia', BEGAN, '2025-12-31')
    await joins('Bea', 'Platform', '2026-01-01')
    await reportsTo('Bea', 'Max', '2026-01-01')
    await joins('Lea', 'Platform', BEGAN, LEFT)
    await reportsTo('Lea', 'Max', BEGAN, LEFT)
  })
  return { orgId, idOf, teamOf }
}
