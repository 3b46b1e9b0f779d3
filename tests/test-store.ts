// Gives each test a store of its own, on the real database: embedded, or Postgres when its address is set.

import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { makeTemplate } from '../src/store/make-template.ts'
import { openStore, type Store, type StoreOptions } from '../src/store/open.ts'
import { hashFileOf, templateHash } from '../src/store/template.ts'
import { placeForFolders } from './memory-folder.ts'

const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
const server = process.env.SKILLMAP_TEST_DATABASE_URL
const MAKING_AT_MOST = 90_000
const OPENING = 7_311_906
const LOGIN = 'skillmap_test_login'

/** The file of the current template, made once by the first of the workers that need it. */
export async function templateFile(): Promise<string> {
  const file = join(cache, `template-${templateHash()}.tar.gz`)
  const making = `${file}.making`
  mkdirSync(cache, { recursive: true })
  while (!existsSync(hashFileOf(file))) {
    try {
      mkdirSync(making)
    } catch {
      if (existsSync(making) && Date.now() - statSync(making).mtimeMs > MAKING_AT_MOST)
        rmSync(making, { recursive: true, force: true })
      await sleep(100)
      continue
    }
    try {
      if (!existsSync(hashFileOf(file))) await makeTemplate(file)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  return file
}

/** A new, empty data folder; removed by the test that asked for it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(placeForFolders(), 'skillmap-test-'))
}

/** The same on a real disk, for what is about the disk. */
export function folderOnDisk(): string {
  return mkdtempSync(join(tmpdir(), 'skillmap-test-'))
}

export type TestStore = Store & { dispose(): Promise<void> }

/** A store on a temporary folder. `dispose` closes it and removes what it kept. */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const settings = { ...options, dataDir }
  const opened =
    server === undefined ? await openEmbeddedStore(settings) : await openOnServer(settings, server)
  return {
    ...opened.store,
    async dispose() {
      await opened.store.close()
      await opened.remove()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

interface Opened {
  store: Store
  remove(): Promise<void>
}

/** The embedded database whatever the environment says, for what concerns its files. */
export async function openEmbeddedStore(settings: StoreOptions): Promise<Opened> {
  const store = await openStore({ templateFile: await templateFile(), ...settings })
  return { store, remove: async () => undefined }
}

async function openOnServer(settings: StoreOptions, address: string): Promise<Opened> {
  const name = newDatabaseName()
  const options = { templateFile: await templateFile(), ...settings }
  return inTurn(address, async (keeper) => {
    const migrated = await migratedDatabase(keeper, options, address)
    await keeper.query(`CREATE DATABASE ${name} OWNER ${LOGIN} TEMPLATE ${migrated}`)
    const store = await openStore({ ...options, databaseUrl: urlOf(address, name) })
    return { store, remove: () => dropDatabase(address, name) }
  })
}

/**
 * Starts something on a database in which nothing was made yet: one of its own on the Postgres of the environment, or,
 * where there is none, whatever `start` takes without an address.
 */
export async function startOnEmptyDatabase<Started>(
  start: (database: { databaseUrl?: string }) => Promise<Started>,
): Promise<{ started: Started; remove(): Promise<void> }> {
  if (server === undefined) return { started: await start({}), remove: async () => undefined }
  const name = newDatabaseName()
  return inTurn(server, async (keeper) => {
    await keeper.query(`CREATE DATABASE ${name} OWNER ${LOGIN}`)
    const started = await start({ databaseUrl: urlOf(server, name) })
    return { started, remove: () => dropDatabase(server, name) }
  })
}

function newDatabaseName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`
}

// Roles belong to the whole server, so test files take turns to make them. With a login that is no superuser and owns
// the tables: row security must hold all the same.
async function inTurn<Made>(address: string, make: (keeper: pg.Client) => Promise<Made>): Promise<Made> {
  const keeper = new pg.Client({ connectionString: address })
  await keeper.connect()
  await keeper.query('SELECT pg_advisory_lock($1)', [OPENING])
  try {
    await keeper.query(`DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${LOGIN}')
      THEN CREATE ROLE ${LOGIN} LOGIN CREATEROLE; END IF; END $$`)
    return await make(keeper)
  } finally {
    await keeper.end()
  }
}

/** The name of a database with all migrations and nothing else, which the others are copied from; made once. */
async function migratedDatabase(keeper: pg.Client, options: StoreOptions, address: string): Promise<string> {
  const name = `migrated_${templateHash()}`
  const { rows } = await keeper.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rows.length > 0) return name
  const making = `${name}_making`
  await keeper.query(`DROP DATABASE IF EXISTS ${making}`)
  await keeper.query(`CREATE DATABASE ${making} OWNER ${LOGIN}`)
  const store = await openStore({ ...options, databaseUrl: urlOf(address, making) })
  await store.close()
  await keeper.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
  return name
}

function urlOf(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  url.username = LOGIN
  url.password = ''
  return url.href
}

async function dropDatabase(address: string, name: string): Promise<void> {
  const keeper = new pg.Client({ connectionString: address })
  await keeper.connect()
  await keeper.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await keeper.end()
}
