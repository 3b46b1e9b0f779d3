// Checks the record where it lies: through the server that holds the data folder, or in the database itself.
import type { ServerFile } from '../server/serving/server-file.ts'
import type { AuditRow } from '../store/audit/audit.ts'
import { CHAIN_START, firstBrokenLink } from '../store/audit/audit-chain.ts'
import type { SqlSession } from '../store/sql-session.ts'
import { MISSING_HEAD, MISSING_PROOF, type Sought } from './check-record-file.ts'
import { CommandFailure } from './command.ts'
import { findServer, overHttp } from './connect.ts'

export interface LiveChecked {
  orgId: string
  lines: number
  brokenAt: number | null
  head: { seq: number; hash: string } | null
}

export interface LiveRecord {
  organisations: LiveChecked[]
  /** What was sought and is nowhere, in words. */
  missing: string[]
}

/** Digits, because somebody compares them. */
export function linesInDigits(count: number): string {
  return `${count} ${count === 1 ? 'line' : 'lines'}`
}

type Env = Record<string, string | undefined>
/** Lines in memory at a time. */
const AT_ONCE = 10_000

/** Each organisation of the database. Reads alone; `tell` is called after each part of a long record. */
export async function checkLiveRecord(
  env: Env,
  sought: Sought,
  tell: (done: number, of: number) => void,
): Promise<LiveRecord> {
  const url = env.DATABASE_URL ?? ''
  if (url !== '') {
    const { lookInto } = await import('../store/engine/postgres.ts')
    return lookInto(url, (session) => checkIn(session, sought, tell))
  }
  const server = await findServer(env)
  if (server !== null) return { organisations: [await checkThrough(server, sought, tell)], missing: [] }
  const [{ openStore }, { dataFolder }] = await Promise.all([
    import('../store/open.ts'),
    import('../store/engine/data-folder.ts'),
  ])
  const store = await openStore({ dataDir: dataFolder(env) })
  try {
    return await store.database.alone(async (session) => {
      await session.run('BEGIN READ ONLY')
      try {
        return await checkIn(session, sought, tell)
      } finally {
        await session.run('ROLLBACK')
      }
    })
  } finally {
    await store.close()
  }
}

/** The embedded database is open in one process, so its server is asked; it tells numbers and hashes. */
async function checkThrough(
  server: ServerFile,
  sought: Sought,
  tell: (done: number, of: number) => void,
): Promise<LiveChecked> {
  if (sought.head !== null || sought.proof !== null)
    throw new CommandFailure(
      `A server runs here (${server.address}) and holds the database. Stop it to look for a head or a proof, or take the record out and use --file.`,
    )
  const connection = overHttp(server)
  for (let after = 0; ; ) {
    const { body } = await connection.call<Part>('POST', '/api/operator/audit/check', { body: { after } })
    const { brokenAt, checkedTo, head, orgId } = body
    if (brokenAt !== null || checkedTo === after || head === null || checkedTo >= head.seq)
      return { orgId, lines: checkedTo, brokenAt, head }
    after = checkedTo
    tell(after, head.seq)
  }
}

interface Part {
  orgId: string
  checkedTo: number
  brokenAt: number | null
  head: { seq: number; hash: string } | null
}

/** In a transaction of the caller, which reads one moment. */
export async function checkIn(
  session: SqlSession,
  sought: Sought,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<LiveRecord> {
  await session.run('SET LOCAL ROLE skillmap_keeper')
  const { rows } = await session.query('SELECT org_id FROM org ORDER BY org_id')
  const found: LiveChecked[] = []
  for (const { org_id } of rows) found.push(await checkOrganisation(session, String(org_id), tell))
  return { organisations: found, missing: await listMissing(session, sought) }
}

async function checkOrganisation(
  session: SqlSession,
  orgId: string,
  tell: (done: number, of: number) => void,
): Promise<LiveChecked> {
  const newest = await session.query(
    'SELECT seq, hash FROM audit WHERE org_id = $1 ORDER BY seq DESC LIMIT 1',
    [orgId],
  )
  const last = newest.rows[0]
  const head = last === undefined ? null : { seq: Number(last.seq), hash: String(last.hash) }
  let before = { seq: 0, hash: CHAIN_START }
  for (;;) {
    const lines = await listLines(session, orgId, before.seq)
    const end = lines.at(-1)
    if (end === undefined) return { orgId, lines: before.seq, brokenAt: null, head }
    const brokenAt = firstBrokenLink(lines, before)
    if (brokenAt !== null) return { orgId, lines: before.seq, brokenAt, head }
    before = { seq: end.seq, hash: end.hash }
    if (lines.length === AT_ONCE) tell(before.seq, head?.seq ?? before.seq)
  }
}

async function listLines(session: SqlSession, orgId: string, after: number): Promise<AuditRow[]> {
  const { rows } = await session.query(
    `SELECT seq, at, actor_id, action, noun, object_id, revision_id, salt, previous_hash, hash FROM audit
     WHERE org_id = $1 AND seq > $2 ORDER BY seq LIMIT ${AT_ONCE}`,
    [orgId, after],
  )
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: String(row.at),
    actorId: row.actor_id as string | null,
    action: row.action as AuditRow['action'],
    noun: row.noun as AuditRow['noun'],
    objectId: String(row.object_id),
    revisionId: row.revision_id as string | null,
    salt: row.salt as string | null,
    previousHash: String(row.previous_hash),
    hash: String(row.hash),
  }))
}

async function listMissing(session: SqlSession, { head, proof }: Sought): Promise<string[]> {
  const isThere = async (where: string, values: unknown[]) =>
    (await session.query(`SELECT 1 FROM audit WHERE ${where} LIMIT 1`, values)).rows.length > 0
  return [
    ...(head === null || (await isThere('seq = $1 AND hash = $2', [head.seq, head.hash]))
      ? []
      : [MISSING_HEAD(head.seq)]),
    ...(proof === null || (await isThere(`noun = 'erasure' AND object_id = $1`, [proof]))
      ? []
      : [MISSING_PROOF]),
  ]
}
