// Puts a new database folder in the place of the old one; a crash at any step leaves one of them whole.

import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Places } from './data-folder.ts'
import { fsyncFolder } from './durable-file-system.ts'

/** Where the parts of a swap lie. */
export function swapPlaces(places: Places): { next: string; before: string } {
  return { next: `${places.database}.next`, before: `${places.database}.before` }
}

/** The database must be stopped, and `next` whole and on the disk. The old one stays until `finishSwap`. */
export function swapFolder(places: Places): void {
  const { next, before } = swapPlaces(places)
  rmSync(before, { recursive: true, force: true })
  renameSync(places.database, before)
  renameSync(next, places.database)
  fsyncFolder(places.root)
}

/** Removes the old one, once the new one has been opened. */
export function finishSwap(places: Places): void {
  if (!existsSync(swapPlaces(places).before)) return
  rmSync(swapPlaces(places).before, { recursive: true, force: true })
  fsyncFolder(places.root)
}

/** Puts the old one back: the new one would not open. */
export function undoSwap(places: Places): void {
  const { before } = swapPlaces(places)
  if (!existsSync(before)) return
  rmSync(places.database, { recursive: true, force: true })
  renameSync(before, places.database)
  fsyncFolder(places.root)
}

/** At start: a crash between the two renames left only the old one, which goes back to its place. */
export function mendSwap(places: Places): void {
  const { next, before } = swapPlaces(places)
  if (!existsSync(places.database) && existsSync(before)) {
    renameSync(before, places.database)
    fsyncFolder(places.root)
  }
  rmSync(next, { recursive: true, force: true })
}
