// The version of the data folder's layout: an older Skillmap must not touch what a newer one wrote.

import { existsSync, readFileSync } from 'node:fs'
import { NewerFormatError } from '../failures.ts'
import type { Places } from './data-folder.ts'
import { writeWhole } from './write-whole.ts'

/** Rises when the folder's layout or the engine's major version changes. */
export const DATA_FORMAT = 1
/** The Postgres that PGlite is; another major version cannot read its files. */
const ENGINE = 'postgres-18'

/** Refuses a folder from a newer Skillmap; marks a new one. */
export function checkFormat(places: Places): void {
  if (!existsSync(places.format)) {
    const mark = { skillmapDataFormat: DATA_FORMAT, engine: ENGINE }
    writeWhole(places.format, `${JSON.stringify(mark, null, 2)}\n`)
    return
  }
  const found = JSON.parse(readFileSync(places.format, 'utf8')) as {
    skillmapDataFormat: number
    engine: string
  }
  if (found.skillmapDataFormat > DATA_FORMAT)
    throw new NewerFormatError(
      `The data in ${places.root} was written by a newer Skillmap (data format ${found.skillmapDataFormat}; this one knows up to ${DATA_FORMAT}). Nothing was changed. Start the newer version, or choose another folder with SKILLMAP_DATA.`,
    )
  if (found.engine !== ENGINE)
    throw new NewerFormatError(
      `The database in ${places.root} was written by ${found.engine}; this Skillmap brings ${ENGINE}. Nothing was changed. Take a backup with the version that wrote it and restore it here.`,
    )
}
