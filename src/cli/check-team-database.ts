// Looks into a Postgres without changing it: its tables, who logs in, the record, the keys of people, and who was erased.
import { counted } from '../core/planning/plain-words.ts'
import type { Places } from '../store/engine/data-folder.ts'
import { lookInto } from '../store/engine/postgres.ts'
import { listMigrations, listMissing } from '../store/migrations.ts'
import { listErasedPeople } from '../store/own-data/erased-people.ts'
import { PERSONAL_ORG_ID } from '../store/personal.ts'
import { keyFileIn, type NamedKey } from '../store/private-text/key-file.ts'
import { listKeysNeeded } from '../store/private-text/key-names.ts'
import { nameIfOpened } from '../store/private-text/private-keys.ts'
import type { SqlSession } from '../store/sql-session.ts'
import { checkIn, linesInDigits } from './check-live-record.ts'
import type { Finding } from './doctor-checks.ts'

type Env = Record<string, string | undefined>

export interface DatabaseFound {
  findings: Finding[]
  /** Whether it holds the data of one person, who is looked after as on a computer of their own. */
  isPersonal: boolean
}

/** Every finding in one transaction that reads alone, so that they are about one moment. */
export async function checkTeamDatabase(env: Env, places: Places): Promise<DatabaseFound> {
  try {
    return await lookInto(env.DATABASE_URL ?? '', (session) => findIn(session, env, places))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const mend = 'Is the server there, and does DATABASE_URL name it?'
    return { findings: [{ state: 'problem', what: 'Database', said, mend }], isPersonal: false }
  }
}

async function findIn(session: SqlSession, env: Env, places: Places): Promise<DatabaseFound> {
  const missing = await listMissing(session, listMigrations())
  const tables: Finding = {
    ...(missing.length === 0
      ? { state: 'ok', said: 'up to date' }
      : {
          state: 'warning',
          said: `${counted(missing.length, 'change is', 'changes are')} missing`,
          mend: 'Run: skillmap migrate',
        }),
    what: 'Tables',
  }
  // Without any table there is nothing else to look at; with an older one the rest may not be there yet.
  if (missing.length > 0) return { findings: [tables], isPersonal: false }
  const login = await checkLogin(session)
  const rules = await checkRules(session)
  await session.run('SET LOCAL ROLE skillmap_keeper')
  const { rows } = await session.query(
    `SELECT org_id::text AS id, (SELECT count(*) FROM person p WHERE p.org_id = org.org_id AND p.keeper_id IS NULL) AS people
     FROM org ORDER BY org_id`,
  )
  const people = rows
    .map((row) => `${row.id} (${row.people} ${Number(row.people) === 1 ? 'person' : 'people'})`)
    .join(', ')
  const organisations: Finding = {
    state: 'ok',
    what: 'Organisations',
    said: rows.length === 0 ? 'none yet' : people,
  }
  return {
    findings: [
      tables,
      login,
      rules,
      organisations,
      ...(await checkRecord(session)),
      await checkKeys(session, env, places),
      await checkErased(session, places),
    ],
    isPersonal: rows.some(({ id }) => id === PERSONAL_ORG_ID),
  }
}

async function checkLogin(session: SqlSession): Promise<Finding> {
  const what = 'Login'
  const { rows } = await session.query(
    'SELECT rolname, rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user',
  )
  const name = String(rows[0]?.rolname)
  if (rows[0]?.passes !== true) return { state: 'ok', what, said: `${name}, whom row security holds` }
  const mend =
    'Give the server a login that is no superuser and has no BYPASSRLS, and make it the owner of the tables.'
  return { state: 'warning', what, said: `${name} is not held by row security`, mend }
}

/** What a restore could leave out without an error that anybody reads. */
async function checkRules(session: SqlSession): Promise<Finding> {
  const what = 'Row security and keys'
  const { rows } = await session.query(`
    SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r') AS tables,
      (SELECT count(*) FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND NOT (relrowsecurity AND relforcerowsecurity
          AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))) AS open,
      (SELECT count(*) FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')) AS keyless,
      (SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f') AS keys,
      (SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND NOT convalidated) AS unchecked`)
  const found = rows[0] as Record<'tables' | 'open' | 'keyless' | 'keys' | 'unchecked', unknown>
  const wrong = Number(found.open) + Number(found.keyless) + Number(found.unchecked)
  if (wrong === 0 && Number(found.keys) > 0)
    return { state: 'ok', what, said: `${found.tables} tables, ${found.keys} references that hold` }
  return {
    state: 'problem',
    what,
    said: `tables without row security: ${found.open}, without a key: ${found.keyless}; references that were not checked: ${found.unchecked}`,
    mend: 'The restore is not whole. Restore again into an empty database, with pg_restore --exit-on-error.',
  }
}

async function checkRecord(session: SqlSession): Promise<Finding[]> {
  const what = 'Record'
  return (await checkIn(session, { head: null, proof: null })).organisations.map(
    ({ orgId, lines, brokenAt, head }) => {
      if (brokenAt === null)
        return {
          state: 'ok',
          what,
          said:
            head === null
              ? 'nothing in it yet'
              : `unbroken, ${linesInDigits(lines)}; newest ${head.seq}:${head.hash}`,
        }
      const said = `line ${brokenAt} of ${orgId} does not fit the line before it`
      return {
        state: 'problem',
        what,
        said,
        mend: 'Compare with a record that was taken out earlier, or with another backup.',
      }
    },
  )
}

async function checkKeys(session: SqlSession, env: Env, places: Places): Promise<Finding> {
  const what = 'Keys of private text'
  const { file, read } = keyFileIn(places, env.SKILLMAP_KEY_FILE)
  const { rows } = await session.query(
    'SELECT org_id::text AS org_id, owner_id::text AS owner_id, id::text AS id, wrapped_key FROM key',
  )
  if (rows.length === 0) return { state: 'ok', what, said: 'none yet' }
  const key = read()
  const keyOf = (orgId: string, ownerId: string, name: string) => `${orgId} ${ownerId} ${name}`
  const opened = new Set<string>()
  for (const row of typeof key === 'string' ? [] : rows) {
    const [orgId, personId] = [String(row.org_id), String(row.owner_id)]
    const kept = { orgId, personId, id: String(row.id), wrappedKey: String(row.wrapped_key) }
    const name = nameIfOpened(key as NamedKey, kept)
    if (name !== null) opened.add(keyOf(orgId, personId, name))
  }
  // By what was written: a key that came back from a recovery sheet is another row than the one that opens no more.
  const needed = await listKeysNeeded(session, null)
  const missing = needed.filter(({ orgId, ownerId, name }) => !opened.has(keyOf(orgId, ownerId, name))).length
  if (missing === 0) return { state: 'ok', what, said: `${file} opens all ${opened.size}` }
  return {
    state: 'problem',
    what,
    said: `${file} opens ${opened.size} of ${opened.size + missing}${typeof key === 'string' ? ` (it is ${key})` : ''}`,
    mend: 'Put the key file there that belongs to this database, or name it with SKILLMAP_KEY_FILE. Without it what people sealed stays unreadable, but for each who has a recovery sheet.',
  }
}

async function checkErased(session: SqlSession, places: Places): Promise<Finding> {
  const what = 'Erased people'
  const listed = listErasedPeople(places)
  const { rows } = await session.query(
    'SELECT org_id::text AS org_id, person_id::text AS person_id FROM erasure',
  )
  const done = new Set(rows.map((row) => `${row.org_id} ${row.person_id}`))
  const { rows: there } = await session.query('SELECT org_id::text AS org_id, id::text AS id FROM person')
  const back = new Set(there.map((row) => `${row.org_id} ${row.id}`))
  const returned = listed.filter(({ orgId, personId }) => back.has(`${orgId} ${personId}`))
  if (returned.length > 0) {
    const said = `${returned.length} of ${listed.length} came back with an older state of the database`
    return {
      state: 'warning',
      what,
      said,
      mend: 'The next start of a server with this data folder erases them again.',
    }
  }
  return { state: 'ok', what, said: `${Math.max(done.size, listed.length)}, none of them here` }
}
