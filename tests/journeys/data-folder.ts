// A folder for one journey's data, removed at its end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function newDataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'skillmap-journey-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
