// The organisation of a team's server: found by what is in the database, made on the first start.

import { randomUUID } from 'node:crypto'
import { visitor } from '../../core/access/viewer.ts'
import type { Store } from '../open.ts'
import { listOrgIds } from '../org-ids.ts'
import { PERSONAL_ORG_ID, WrongUseError } from '../personal.ts'
import { inTransaction } from '../sql-session.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface TeamChoice {
  /** Which organisation, where a database holds several. */
  orgId?: string
}

/** The id of the organisation that this server is for. */
export async function findOrMakeTeamOrg(store: Store, choice: TeamChoice): Promise<string> {
  const known = await listOrgIds(store.database)
  if (known.includes(PERSONAL_ORG_ID) && choice.orgId === undefined)
    throw new WrongUseError(
      'This data belongs to one person. Give the team a database of its own (SKILLMAP_DATA or DATABASE_URL); what the person kept can be brought into their account with an export.',
    )
  const teams = known.filter((id) => id !== PERSONAL_ORG_ID)
  if (choice.orgId !== undefined) {
    if (!teams.includes(choice.orgId)) await makeOrg(store, choice.orgId)
    return choice.orgId
  }
  const [only] = teams
  if (teams.length > 1)
    throw new WrongUseError(
      `This database holds ${teams.length} organisations. Say which one with SKILLMAP_ORG: ${teams.join(', ')}.`,
    )
  return only ?? makeFirstOrg(store)
}

/** Any number, as long as nobody else uses it for an advisory lock. */
const MAKING_FIRST = 7_311_909

/** Once, however many processes start on an empty database at a time: whoever comes later finds the one that was made. */
async function makeFirstOrg({ database }: Pick<Store, 'database'>): Promise<string> {
  return database.alone((session) =>
    inTransaction(session, async () => {
      await session.query('SELECT pg_advisory_xact_lock($1)', [MAKING_FIRST])
      await session.run('SET LOCAL ROLE skillmap_keeper')
      const known = await session.query('SELECT org_id::text AS id FROM org WHERE org_id <> $1', [
        PERSONAL_ORG_ID,
      ])
      const [first] = known.rows
      if (first !== undefined) return String(first.id)
      const orgId = randomUUID()
      await session.query('INSERT INTO org (org_id, name) VALUES ($1, NULL)', [orgId])
      return orgId
    }),
  )
}

async function makeOrg(store: Store, orgId: string): Promise<void> {
  await store.withViewer(visitor(orgId), async (tx) => {
    await tx.db
      .insertInto('org')
      .values({ org_id: orgId, name: null })
      .onConflict((conflict) => conflict.column('org_id').doNothing())
      .execute()
  })
}

/** The viewer's organisation. */
export async function findOrg(tx: ViewerTransaction): Promise<{ name: string | null } | null> {
  const row = await tx.db
    .selectFrom('org')
    .select('name')
    .where('org_id', '=', tx.viewer.orgId)
    .executeTakeFirst()
  return row ?? null
}

/** The caller has decided that the viewer may. */
export async function saveOrgName(tx: ViewerTransaction, name: string): Promise<void> {
  await tx.db.updateTable('org').set({ name }).where('org_id', '=', tx.viewer.orgId).execute()
  tx.changes.push({ action: 'change', noun: 'organisation', objectId: tx.viewer.orgId, revisionId: null })
}
