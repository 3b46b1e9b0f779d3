// A larger organisation for views of several people: teams below teams, and levels that were agreed on.

import { randomUUID } from 'node:crypto'
import { visitor } from '../src/core/access/viewer.ts'
import type { Framework } from '../src/core/framework/framework.ts'
import { normalDraws, seededRandom } from '../src/core/measurement/seeded-random.ts'
import { saveFrameworkVersion } from '../src/store/framework/framework-versions.ts'
import type { Store } from '../src/store/open.ts'
import { saveMember } from '../src/store/organisation/members.ts'
import { saveTeamMembership } from '../src/store/organisation/teams.ts'
import { saveHeldRole } from '../src/store/person/held-roles.ts'
import { sessionIn } from '../src/store/sql-session.ts'
import type { ViewerTransaction } from '../src/store/viewer-transaction.ts'
import type { Organisation } from './organisation.ts'

export const TEAMS = ['Payments', 'Search', 'Delivery', 'Insights'] as const
const BEGAN = '2024-01-01'
const SKILLS = 16
/** Seven in each team are engineers of three kinds and two are managers. */
const ROLES = [
  ...Array<string>(5).fill('senior-engineer'),
  ...Array<string>(2).fill('staff-engineer'),
  ...Array<string>(2).fill('engineering-manager'),
]

/** Adds teams below one called Engineering; returns the ids of the people added. */
export async function settleManyAgreed(
  store: Store,
  { orgId, idOf }: Organisation,
  framework: Framework,
): Promise<string[]> {
  const draw = normalDraws(seededRandom(7))
  const top = framework.scale.at(-1)?.level ?? 5
  const skills = framework.skills.filter((skill) => !skill.private).slice(0, SKILLS)
  return store.withViewer(visitor(orgId), async (tx) => {
    const digest = await saveFrameworkVersion(tx, framework)
    const parent = await addTeam(tx, 'Engineering', null)
    const added: string[] = []
    for (const [at, name] of TEAMS.entries()) {
      const teamId = await addTeam(tx, name, parent)
      for (const [n, role] of ROLES.entries()) {
        const id = randomUUID()
        added.push(id)
        const line = { personId: id, from: BEGAN, until: null }
        await saveMember(tx, { id, displayName: `${name} ${n + 1}`, leftOn: null })
        await saveHeldRole(tx, { ...line, id: randomUUID(), frameworkId: framework.id, role })
        await saveTeamMembership(tx, { ...line, id: randomUUID(), teamId })
        const items = skills.map((skill, k) => {
          const usual = framework.expectations[role]?.[skill.id]?.level ?? 1
          const level = Math.round(usual - 0.4 + 0.35 * at - 0.08 * k + 0.7 * draw())
          return { skill: skill.id, level: Math.min(top, Math.max(0, level)), proof: '', by: null }
        })
        await agreed(tx, { owner: idOf.Ada, subject: id, digest, items })
      }
    }
    return added
  })
}

async function addTeam(tx: ViewerTransaction, name: string, parentId: string | null): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('team')
    .values({ org_id: tx.viewer.orgId, id, name, parent_id: parentId, created_at: tx.now })
    .execute()
  return id
}

/** Straight into the table, as of two who both signed; row security lets only the two of them write it. */
async function agreed(
  tx: ViewerTransaction,
  given: { owner: string; subject: string; digest: string; items: readonly object[] },
): Promise<void> {
  await sessionIn(tx).run(`SET LOCAL app.person_id = '${given.subject}'`)
  await tx.db
    .insertInto('agreement')
    .values({
      org_id: tx.viewer.orgId,
      id: randomUUID(),
      owner_id: given.owner,
      subject_id: given.subject,
      version: 1,
      framework_digest: given.digest,
      purpose: 'development',
      items: JSON.stringify(given.items),
      proposed_by: given.owner,
      proposed_at: tx.now,
      signed_at: tx.now,
    } as never)
    .execute()
}
