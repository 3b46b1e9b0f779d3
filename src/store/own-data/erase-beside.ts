// What lies beside the rows of somebody who erased themselves: the key file, the backups, and old pages of the database.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { dumpDatabase } from '../dump.ts'
import { fsyncFolder } from '../engine/durable-file-system.ts'
import { buildFolder } from '../engine/scratch.ts'
import { swapPlaces } from '../engine/swap-folder.ts'
import { writeWhole } from '../engine/write-whole.ts'
import type { Store } from '../open.ts'
import { readDump } from './backup-file.ts'
import { removeAllBackups } from './backups.ts'

const PARTS = ['keys', 'backups', 'pages'] as const
type Part = (typeof PARTS)[number]

/** Written before the deed, so that the next start goes on after a crash in the middle of it. */
export function noteErasing(store: Store): void {
  saveLeft(store, PARTS)
}

/**
 * Removes what is left of it, part by part. Each part is struck off when it is gone: whoever goes on after one that
 * failed must not lose a key or a backup made since. Returns how many backups there were.
 */
export async function eraseBeside(store: Store): Promise<number> {
  let backups = 0
  const left = listLeft(store)
  if (left.includes('keys')) {
    removeKeys(store)
    saveLeft(store, ['backups', 'pages'])
  }
  if (left.includes('backups')) {
    backups = removeAllBackups(store)
    saveLeft(store, ['pages'])
  }
  if (left.includes('pages')) {
    await rewriteDatabase(store)
    rmSync(store.places.erasing, { force: true })
    fsyncFolder(store.places.root)
  }
  return backups
}

/** At a start. A disk without space is no reason not to start: it waits for the next. */
export async function finishErasingBeside(store: Store): Promise<void> {
  if (listLeft(store).length > 0 && store.spaceProblem() === null) await eraseBeside(store)
}

function listLeft({ places }: Store): Part[] {
  if (!existsSync(places.erasing)) return []
  return (JSON.parse(readFileSync(places.erasing, 'utf8')) as { left: Part[] }).left
}

function saveLeft({ places }: Store, left: readonly Part[]): void {
  writeWhole(places.erasing, `${JSON.stringify({ left }, null, 2)}\n`)
}

function removeKeys({ places, keyFile }: Store): void {
  rmSync(places.keys, { recursive: true, force: true })
  fsyncFolder(places.root)
  // SKILLMAP_KEY_FILE may name a place in which this program may read only. A key left there opens nothing any more.
  try {
    rmSync(keyFile.file, { force: true })
    if (existsSync(dirname(keyFile.file))) fsyncFolder(dirname(keyFile.file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !['EACCES', 'EBUSY', 'EPERM', 'EROFS'].includes(code)) throw error
  }
}

// Deleted rows stay readable in pages and log until they are overwritten; a new folder has never held them.
async function rewriteDatabase(store: Store): Promise<void> {
  await store.database.rebuild?.(async (session, replace) => {
    const lines: string[] = []
    await dumpDatabase(session, store.now().toISOString(), (line) => {
      lines.push(line)
    })
    const dump = await readDump(inOrder(lines))
    await buildFolder(swapPlaces(store.places).next, dump, store.template(), async () => undefined)
    await replace()
  })
}

async function* inOrder(lines: string[]): AsyncGenerator<string> {
  yield* lines
}
