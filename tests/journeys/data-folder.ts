// A folder for one journey's data, removed at its end.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { placeForFolders } from '../memory-folder.ts'

export function newDataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(placeForFolders(), 'skillmap-journey-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
