// Makes the database template at build time: `node build/store/make-template.js <out file>`.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PGlite } from '@electric-sql/pglite'
import { sessionOf } from './engine/embedded.ts'
import { packTar } from './engine/pack-tar.ts'
import { startUnsynced } from './engine/start-pglite.ts'
import { writeWhole } from './engine/write-whole.ts'
import { listMigrations, migrate } from './migrations.ts'
import { hashFileOf, templateHash } from './template.ts'

/**
 * Writes a migrated, gzipped database folder. Takes several seconds and much memory: once per build. The database is
 * closed before it is packed: a copy of a running one would take every first start for a crash, replay all migrations
 * and sync each file twice. What CREATE DATABASE would copy from is left out, because there is one database here.
 */
export async function makeTemplate(outFile: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-template-'))
  try {
    const pglite = await startUnsynced(folder)
    await migrate(sessionOf(pglite), listMigrations())
    await dropUnused(pglite)
    await pglite.close()
    mkdirSync(dirname(outFile), { recursive: true })
    // The hash goes first and comes last: an old hash must never vouch for a new template.
    rmSync(hashFileOf(outFile), { force: true })
    writeWhole(outFile, packTar(folder))
    writeWhole(hashFileOf(outFile), `${templateHash()}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function dropUnused(pglite: PGlite): Promise<void> {
  const unused = ['template0', 'template1']
  await pglite.exec(
    `UPDATE pg_database SET datistemplate = false WHERE datname IN ('${unused.join("', '")}')`,
  )
  for (const name of unused) await pglite.exec(`DROP DATABASE ${name}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outFile = process.argv[2]
  if (outFile === undefined) throw new Error('Say where to write the template.')
  await makeTemplate(outFile)
}
