// Makes the database template at build time: `node build/store/make-template.js <out file>`.

import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sessionOf } from './embedded.ts'
import { listMigrations, migrate } from './migrations.ts'
import { startInMemory } from './start-pglite.ts'
import { hashFileOf, templateHash } from './template.ts'
import { writeWhole } from './write-whole.ts'

/** Writes a migrated, gzipped database folder. Takes several seconds and much memory: once per build. */
export async function makeTemplate(outFile: string): Promise<void> {
  const { pglite } = await startInMemory(null)
  await migrate(sessionOf(pglite), listMigrations())
  const dump = await pglite.dumpDataDir('gzip')
  await pglite.close()
  mkdirSync(dirname(outFile), { recursive: true })
  // The hash goes first and comes last: an old hash must never vouch for a new template.
  rmSync(hashFileOf(outFile), { force: true })
  writeWhole(outFile, new Uint8Array(await dump.arrayBuffer()))
  writeWhole(hashFileOf(outFile), `${templateHash()}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outFile = process.argv[2]
  if (outFile === undefined) throw new Error('Say where to write the template.')
  await makeTemplate(outFile)
}
