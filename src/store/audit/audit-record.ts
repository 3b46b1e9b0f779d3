// What administrators of the audit read of the chain, and what each person reads of what they did themselves.

import { sql } from 'kysely'
import { auditRules } from '../../core/access/audit.ts'
import { isReadable, type ReadableKind, readableParts } from '../../core/audit/readable.ts'
import type { AuditFacts } from '../../core/audit/say-line.ts'
import { allowedBy, sharedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { type AuditRow, asAuditRow, listAudit } from './audit.ts'
import { commitmentOf } from './audit-chain.ts'

export interface LinesWanted {
  by?: string | undefined
  kind?: ReadableKind | undefined
  /** ISO times; the first included, the second not. */
  from?: string
  until?: string
  /** Lines before this one; the newest where left out. */
  before?: number | undefined
  limit: number
}

/** The rows in which an actor's own lines are found. */
const ofActor = { org: 'org_id', owner: 'actor_id', subject: null, releasedAt: null }

/** Newest first. */
export async function listReadableLines(tx: ViewerTransaction, wanted: LinesWanted): Promise<AuditRow[]> {
  let query = tx.db
    .selectFrom('audit')
    .selectAll()
    .where(allowedBy(auditRules.read, tx.viewer, sharedRow))
    // Written out, so that the database knows the index that holds these lines alone.
    .where(sql<boolean>`noun IN (${sql.raw(ALL_NOUNS)})`)
    .where(sql<boolean>`(${sql.raw(partsIn(wanted.kind))})`)
    .where(sql<boolean>`NOT (noun = 'person' AND action <> 'erase' AND salt IS NULL)`)
    .orderBy('seq', 'desc')
    .limit(wanted.limit)
  if (wanted.by !== undefined) query = query.where('actor_id', '=', wanted.by)
  if (wanted.from !== undefined) query = query.where('at', '>=', wanted.from)
  if (wanted.until !== undefined) query = query.where('at', '<', wanted.until)
  if (wanted.before !== undefined) query = query.where('seq', '<', wanted.before)
  return (await query.execute()).map(asAuditRow)
}

const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`
const ALL_NOUNS = [...new Set(readableParts().map(({ noun }) => noun))].map(quoted).join(', ')

function partsIn(kind: ReadableKind | undefined): string {
  return readableParts(kind)
    .map(({ noun, actions }) => `noun = ${quoted(noun)} AND action IN (${actions.map(quoted).join(', ')})`)
    .join(' OR ')
}

/** What the viewer did, newest first, with what is private of it: nobody else reads these lines. */
export async function listOwnLines(
  tx: ViewerTransaction,
  wanted: Pick<LinesWanted, 'before' | 'limit'>,
): Promise<AuditRow[]> {
  let query = tx.db
    .selectFrom('audit')
    .selectAll()
    .where(allowedBy(auditRules.see, tx.viewer, ofActor))
    .orderBy('seq', 'desc')
    .limit(wanted.limit)
  if (wanted.before !== undefined) query = query.where('seq', '<', wanted.before)
  return (await query.execute()).map(asAuditRow)
}

/** The number of the newest line, and its hash; null before the first. */
export async function findHead(tx: ViewerTransaction): Promise<{ seq: number; hash: string } | null> {
  const row = await tx.db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('org_id', '=', tx.viewer.orgId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** A line that is withheld shows that it is there, and holds whoever withholds it to what it says. */
export type ExportedLine =
  | AuditRow
  | { seq: number; commitment: string; hash: string }
  /** From before lines had a salt: anything more would let its contents be guessed. */
  | { seq: number; withheld: true }

/** The next lines of the chain as an outsider may have them. */
export async function listLinesToExport(
  tx: ViewerTransaction,
  after: number,
  limit: number,
): Promise<ExportedLine[]> {
  return (await listAudit(tx, after, limit)).map((line) => {
    if (isReadable(line)) return line
    if (line.salt === null) return { seq: line.seq, withheld: true }
    return { seq: line.seq, commitment: commitmentOf(line), hash: line.hash }
  })
}

/** Whether the viewer read the record within the hour; then another reading is no line of its own. */
export async function hasReadLately(tx: ViewerTransaction): Promise<boolean> {
  const hourAgo = new Date(Date.parse(tx.now) - 3_600_000).toISOString()
  const row = await tx.db
    .selectFrom('audit')
    .select('seq')
    .where('org_id', '=', tx.viewer.orgId)
    .where('actor_id', '=', tx.viewer.personId)
    .where('noun', '=', 'audit')
    .where('action', '=', 'read')
    .where('at', '>=', hourAgo)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What sentences need of the objects of readable lines. As the keeper: the caller has decided that the viewer may. */
export async function findAuditFacts(tx: ViewerTransaction, lines: readonly AuditRow[]): Promise<AuditFacts> {
  const idsOf = (noun: string) => [
    ...new Set(lines.filter((one) => one.noun === noun).map((one) => one.objectId)),
  ]
  const { orgId } = tx.viewer
  return asKeeper(tx, async () => {
    const rowsOf = async <Row>(noun: string, find: (ids: string[]) => Promise<Row[]>): Promise<Row[]> => {
      const ids = idsOf(noun)
      return ids.length === 0 ? [] : find(ids)
    }
    const grants = await rowsOf('admin-grant', (ids) =>
      tx.db
        .selectFrom('admin_grant')
        .select(['id', 'owner_id', 'scope'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const invitations = await rowsOf('invitation', (ids) =>
      tx.db
        .selectFrom('invitation')
        .select(['id', 'owner_id'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const people = [
      ...idsOf('person'),
      ...grants.map((one) => one.owner_id),
      ...invitations.map((one) => one.owner_id),
      ...lines.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
    ]
    const views = await rowsOf('view-switch', (ids) =>
      tx.db
        .selectFrom('view_switch')
        .select(['id', 'view', 'purpose'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const teams = await rowsOf('team', (ids) =>
      tx.db
        .selectFrom('team')
        .select(['id', 'name'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const tokens = await rowsOf('directory-token', (ids) =>
      tx.db
        .selectFrom('directory_token')
        .select(['id', 'label'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const listChanges = await rowsOf('list-change', (ids) =>
      tx.db
        .selectFrom('list_change')
        .select(['id', 'source', 'label', 'people'])
        .where('org_id', '=', orgId)
        .where('id', 'in', ids)
        .execute(),
    )
    const frameworks = await rowsOf('framework', (ids) =>
      tx.db
        .selectFrom('framework_version')
        .select(['digest', 'name', 'version_label'])
        .where('org_id', '=', orgId)
        .where('digest', 'in', ids)
        .execute(),
    )
    return {
      people: await findNames(tx, people),
      teams: new Map(teams.map(({ id, name }) => [id, name])),
      grants: new Map(grants.map(({ id, owner_id, scope }) => [id, { personId: owner_id, scope }])),
      invitations: new Map(invitations.map(({ id, owner_id }) => [id, owner_id])),
      tokens: new Map(tokens.map(({ id, label }) => [id, label])),
      views: new Map(views.map(({ id, view, purpose }) => [id, { view, purpose }])),
      listChanges: new Map(listChanges.map(({ id, ...rest }) => [id, rest])),
      frameworks: new Map(frameworks.map((one) => [one.digest, `${one.name} ${one.version_label}`])),
    }
  })
}

/** Of members alone: people whom somebody keeps have names that are theirs who keep them. */
async function findNames(tx: ViewerTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('keeper_id', 'is', null)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, display_name }) => [id, display_name ?? '']))
}
