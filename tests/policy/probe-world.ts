// Two organisations in one database whose ids collide, and what is so in each of them.
import { randomUUID } from 'node:crypto'
import { ADMIN_SCOPES, visitor } from '../../src/core/access/viewer.ts'
import { saveAdminGrant } from '../../src/store/organisation/admin-grants.ts'
import { saveManagement } from '../../src/store/organisation/management.ts'
import { openTeamServer, type TeamServer } from '../contracts/team-server.ts'
import type { PersonName } from '../organisation.ts'
import type { Grant, World } from './oracle.ts'
import type { Chance } from './random-world.ts'

/** Something that somebody made, and what is needed to ask the oracle about it. */
export interface MadeThing {
  org: number
  noun: string
  id: string
  /** The entity tag of its current version; null where it has none. */
  revisionId: string | null
  owner: PersonName
  /** Whom it is about, where that is not its owner. */
  about: PersonName | null
  givenTo: PersonName | null
  isWithdrawn: boolean
  isGiven: boolean
  /** A word that stands in nothing else, but in copies that its owner handed over. */
  canary: string
  /** The id of a part, such as the version of a packet. */
  partId: string | null
}

/** A request that its owner made successfully, to be tried by others. */
export interface Template {
  org: number
  owner: PersonName
  method: string
  /** As the route is declared. */
  route: string
  path: string
  body: Record<string, unknown>
  key: string | null
}

export interface ProbeWorld {
  servers: [TeamServer, TeamServer]
  /** What is so in each organisation, as far as the oracle asks. */
  facts: [World, World]
  things: MadeThing[]
  templates: Template[]
}

export const TODAY = '2026-11-23'
/** Who has things of their own. Ada, Nia and Eli have none, so that whatever changes for them came from others. */
export const OWNERS = ['Max', 'Bea', 'Cem', 'Dia', 'Fay', 'Gus', 'Hal'] as const
export const BYSTANDERS = ['Ada', 'Nia', 'Eli'] as const
export const EVERYBODY = [...OWNERS, ...BYSTANDERS] as const

export async function openProbeWorld(chance: Chance): Promise<ProbeWorld> {
  const first = await openTeamServer()
  const second = await openTeamServer(undefined, first)
  const facts: [World, World] = [await settle(first, chance), await settle(second, chance)]
  for (const server of [first, second])
    for (const view of ['opportunities', 'conversation-prep'])
      await server.as('Ada', 'PUT', `/api/views/${view}`, {
        body: { purpose: 'Plan work so that everybody grows by it.' },
      })
  return { servers: [first, second], facts, things: [], templates: [] }
}

/** Adds random lines and grants to the organisation, and writes down for the oracle what is so. */
async function settle({ store, organisation }: TeamServer, chance: Chance): Promise<World> {
  const { orgId, idOf } = organisation
  const days = ['2026-11-21', '2026-11-22', TODAY, '2026-11-24', '2026-11-25'] as const
  await store.withViewer(visitor(orgId), async (tx) => {
    for (let line = 0; line < 10; line += 1) {
      const personId = idOf[chance.oneOf(EVERYBODY)]
      const managerId = idOf[chance.oneOf(OWNERS)]
      if (personId === managerId) continue
      const from = chance.oneOf([...days, '2025-01-01'])
      const until = chance.oneOf(days)
      if (until < from) continue
      await saveManagement(tx, { id: randomUUID(), personId, managerId, from, until })
    }
    for (const who of ['Max', 'Cem', 'Gus'] as const)
      await saveAdminGrant(tx, { id: randomUUID(), personId: idOf[who], scope: chance.oneOf(ADMIN_SCOPES) })
    await saveAdminGrant(tx, { id: randomUUID(), personId: idOf.Hal, scope: 'frameworks' })
  })
  const session = store.database
  const read = (sql: string) => session.alone(async (one) => (await one.query(sql)).rows)
  const lines = await read(`SELECT * FROM management WHERE org_id = '${orgId}'`)
  const grants = await read(`SELECT * FROM admin_grant WHERE org_id = '${orgId}' AND ended_at IS NULL`)
  const day = (value: unknown) => (value === null ? null : String(value).slice(0, 10))
  return {
    today: TODAY,
    manages: lines.map((row) => ({
      orgId,
      managerId: String(row.manager_id),
      personId: String(row.owner_id),
      from: day(row.from_on) ?? '',
      until: day(row.until_on),
    })),
    grants: grants.map((row) => ({ orgId, personId: String(row.owner_id), grant: row.scope as Grant })),
    lastDay: [{ orgId, personId: idOf.Lea, day: '2026-03-31' }],
  }
}
