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
import { listErasedPeople } from './erased-people.ts'

const PARTS = ['keys', 'backups', 'pages'] as const
type Part = (typeof PARTS)[number]

interface Note {
  personId: string
  left: readonly Part[]
}

/** Written before the deed, so that the next start goes on after a crash in the middle of it. */
export function noteErasing(store: Store, personId: string): void {
  saveNote(store, { personId, left: PARTS })
}

/**
 * Removes what is left of it, part by part. Each part is struck off when it is gone: whoever goes on after one that
 * failed must not lose a key or a backup made since. Returns how many backups there were.
 */
export async function eraseBeside(store: Store): Promise<number> {
  let backups = 0
  const note = findNote(store)
  if (note === null) return backups
  const { personId, left } = note
  if (left.includes('keys')) {
    removeKeys(store)
    saveNote(store, { personId, left: ['backups', 'pages'] })
  }
  if (left.includes('backups')) {
    backups = removeAllBackups(store)
    saveNote(store, { personId, left: ['pages'] })
  }
  if (left.includes('pages')) {
    await rewriteDatabase(store)
    removeNote(store)
  }
  return backups
}

/** At a start. A disk without space is no reason not to start: it waits for the next. */
export async function finishErasingBeside(store: Store): Promise<void> {
  const note = findNote(store)
  if (note === null || store.spaceProblem() !== null) return
  const isErased = listErasedPeople(store.places).some(({ personId }) => personId === note.personId)
  // Cut off before anybody was on the list of erased people: nothing was erased, and nothing beside it may be.
  if (isErased) await eraseBeside(store)
  else removeNote(store)
}

function findNote({ places }: Store): Note | null {
  return existsSync(places.erasing) ? (JSON.parse(readFileSync(places.erasing, 'utf8')) as Note) : null
}

function saveNote({ places }: Store, note: Note): void {
  writeWhole(places.erasing, `${JSON.stringify(note, null, 2)}\n`)
}

function removeNote({ places }: Store): void {
  rmSync(places.erasing, { force: true })
  fsyncFolder(places.root)
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
