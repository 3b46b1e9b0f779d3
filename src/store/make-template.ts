// Makes the database template at build time: `node build/store/make-template.js [out file]`.

import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sessionOf } from './embedded.ts'
import { listMigrations, migrate } from './migrations.ts'
import { startInMemory } from './start-pglite.ts'
import { templateName } from './template.ts'
import { writeWhole } from './write-whole.ts'

/** Writes a migrated, gzipped database folder. Takes several seconds and much memory: once per build. */
export async function makeTemplate(outFile: string): Promise<void> {
  const { pglite } = await startInMemory(null)
  await migrate(sessionOf(pglite), listMigrations())
  const dump = await pglite.dumpDataDir('gzip')
  await pglite.close()
  mkdirSync(dirname(outFile), { recursive: true })
  rmSync(outFile, { force: true })
  writeWhole(outFile, new Uint8Array(await dump.arrayBuffer()))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makeTemplate(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), templateName()))
}
