// A migrated database made at build time: unpacking it takes a second, making one takes several.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listMigrations } from './migrations.ts'

/** How templates are made; another word where `make-template.ts` makes other ones of the same migrations. */
const MADE = 'closed before it is packed, one database'

/** Changes whenever a template would: with the migrations, with PGlite, and with how it is made. */
export function templateHash(): string {
  // The package does not export its package.json, but its entry lies one folder below it.
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const engine = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as {
    version: string
  }
  const parts = [MADE, engine.version, ...listMigrations().map((migration) => migration.checksum)]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}

// In the build: build/store/template.js beside build/template.tar.gz.
const BUILT = fileURLToPath(new URL('../template.tar.gz', import.meta.url))

/** Where a template says which migrations and which PGlite it was made of. */
export function hashFileOf(templateFile: string): string {
  return `${templateFile}.hash`
}

/** The template that fits this build, or null: then the first start makes the database by itself. */
export function findTemplate(file: string = BUILT): Uint8Array | null {
  const hashFile = hashFileOf(file)
  if (!existsSync(file) || !existsSync(hashFile)) return null
  return readFileSync(hashFile, 'utf8').trim() === templateHash() ? readFileSync(file) : null
}
