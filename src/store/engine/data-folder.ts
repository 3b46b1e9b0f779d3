// Where Skillmap keeps its data on this machine.

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** The data folder: SKILLMAP_DATA if set, else the platform's own place for application data. */
export function dataFolder(env: Record<string, string | undefined>): string {
  const chosen = env.SKILLMAP_DATA
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  return envPaths('skillmap', { suffix: '' }).data
}

/** The places inside a data folder. Only `database` belongs to Postgres. */
export interface Places {
  root: string
  database: string
  run: string
  lock: string
  backups: string
  keys: string
  /** People's own frameworks, one folder each; made with the first of them. */
  frameworks: string
  format: string
  tombstones: string
  /** What is still to be removed of an erase in personal use; there only while one goes on, or was cut off. */
  erasing: string
}

export function placesIn(dataDir: string): Places {
  const root = resolve(dataDir)
  return {
    root,
    database: join(root, 'database'),
    run: join(root, 'run'),
    lock: join(root, 'run', 'lock'),
    backups: join(root, 'backups'),
    keys: join(root, 'keys'),
    frameworks: join(root, 'frameworks'),
    format: join(root, 'format.json'),
    tombstones: join(root, 'erased.json'),
    erasing: join(root, 'erasing.json'),
  }
}

/** Makes the folders, readable by nobody else (PGlite itself would write files that everybody can read). */
export function makeFolders(places: Places): void {
  for (const folder of [places.root, places.run, places.backups])
    mkdirSync(folder, { recursive: true, mode: 0o700 })
}
