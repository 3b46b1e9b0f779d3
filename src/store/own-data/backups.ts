// Backups: complete, and each one restored and compared before it counts.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Result, succeed } from '../../core/result.ts'
import { dumpDatabase } from '../dump.ts'
import { makeFolders } from '../engine/data-folder.ts'
import { fsyncFolder } from '../engine/durable-file-system.ts'
import { buildFolder, checkByRestoring, replaceContent } from '../engine/scratch.ts'
import { swapPlaces } from '../engine/swap-folder.ts'
import { writeWhole } from '../engine/write-whole.ts'
import type { Store } from '../open.ts'
import { inTransaction, type SqlSession } from '../sql-session.ts'
import { DamagedBackupError, readBackupFile, writeBackupFile } from './backup-file.ts'
import { type ClosedAgain, closeAgain, listClosedDoors } from './closed-doors.ts'
import { listErasedPeople, removeErasedPeople } from './erased-people.ts'
import { isErasedWithProof } from './erasures.ts'

export interface Backup {
  /** The file's name in the folder of backups. */
  name: string
  takenAt: string
  bytes: number
  /** It was restored and compared after it was written. */
  verified: boolean
}

export type RestoreFailure = { kind: 'not-found' } | { kind: 'damaged'; message: string }

const NAME = /^skillmap-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)(\d\d\d)Z\.jsonl\.gz$/
const UNCHECKED = '.unchecked'
/** Remembers how many changes the newest backup holds. */
const NEWEST = 'newest.json'
const DAY = 24 * 60 * 60 * 1000
/** The newest ones, and the newest of each of the last so many days and weeks that have one. */
const KEEP = { newest: 10, days: 7, weeks: 4 }

/** Newest first. What was not verified has another name and is not among them. */
export function listBackups(store: Store): Backup[] {
  if (!existsSync(store.places.backups)) return []
  return readdirSync(store.places.backups)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => ({
      name,
      takenAt: timeIn(name),
      bytes: statSync(join(store.places.backups, name)).size,
      verified: true,
    }))
}

/**
 * Takes a backup as of now, checks it by restoring it elsewhere, and removes those beyond what is kept; `needed`, the
 * one that is about to be put back, stays in any case.
 */
export async function saveBackup(store: Store, needed?: string): Promise<Backup> {
  const { takenAt, name } = freeName(store)
  const file = join(store.places.backups, name)
  const unchecked = `${file}${UNCHECKED}`
  try {
    const end = await writeBackupFile(unchecked, (write) =>
      store.database.alone((session) => dumpDatabase(session, takenAt, write)),
    )
    await checkByRestoring(await readBackupFile(unchecked), store.template())
    renameSync(unchecked, file)
    fsyncFolder(store.places.backups)
    writeWhole(
      join(store.places.backups, NEWEST),
      JSON.stringify({ name, changes: end.tables.audit?.rows ?? 0 }),
    )
  } finally {
    rmSync(unchecked, { force: true })
  }
  removeOldBackups(store, needed)
  return { name, takenAt, bytes: statSync(file).size, verified: true }
}

/** Once a day, when something changed since the last one. Null when none was due. */
export async function saveBackupIfDue(store: Store): Promise<Backup | null> {
  const newest = listBackups(store)[0]
  if (newest !== undefined && store.now().getTime() - Date.parse(newest.takenAt) < DAY) return null
  const changes = await countChanges(store)
  if (changes === 0 || (newest !== undefined && changesIn(store, newest) === changes)) return null
  return saveBackup(store)
}

/** Removes every backup: after an erase in personal use. Returns how many there were. */
export function removeAllBackups(store: Store): number {
  const names = listBackups(store).length
  rmSync(store.places.backups, { recursive: true, force: true })
  makeFolders(store.places)
  fsyncFolder(store.places.root)
  return names
}

/**
 * Puts a backup in the place of what is there, erases again whom this folder knows as erased since, but for those whose
 * erase has a proof: whoever calls it goes on with finishErasing. Closes again what was closed since, and answers with the
 * ways in that it removed again. The old database is kept until the new one has opened; a crash on the way leaves one or
 * the other.
 */
export async function restoreBackup(
  store: Store,
  name: string,
): Promise<Result<ClosedAgain[], RestoreFailure>> {
  const file = join(store.places.backups, name)
  if (!NAME.test(name) || !existsSync(file)) return fail({ kind: 'not-found' })
  const { database, places } = store
  // Whose erase has a proof is erased again as the first time, by finishErasing: that also finds, by rows of theirs, as
  // whom others kept them.
  const erased = listErasedPeople(places).filter((person) => !isErasedWithProof(person))
  const doors = await database.alone(listClosedDoors)
  let closed: ClosedAgain[] = []
  const finish = async (session: SqlSession): Promise<void> => {
    await removeErasedPeople(session, erased)
    closed = await closeAgain(session, { now: store.now().toISOString(), doors })
  }
  try {
    await checkFile(file)
    const dump = await readBackupFile(file)
    if (database.rebuild === undefined) await replaceContent(database, dump, finish)
    else {
      await buildFolder(swapPlaces(places).next, dump, store.template(), finish)
      await database.rebuild((_session, replace) => replace())
    }
    return succeed(closed)
  } catch (error) {
    if (error instanceof DamagedBackupError) return fail({ kind: 'damaged', message: error.message })
    throw error
  }
}

// Two backups of one moment must not share a file: the later one takes the next free millisecond.
function freeName(store: Store): { takenAt: string; name: string } {
  for (let at = store.now().getTime(); ; at += 1) {
    const takenAt = new Date(at).toISOString()
    const name = `skillmap-${takenAt.replaceAll(/[:.]/g, '')}.jsonl.gz`
    if (!existsSync(join(store.places.backups, name))) return { takenAt, name }
  }
}

// Reads all of it once: most damage shows before any database is started.
async function checkFile(file: string): Promise<void> {
  for await (const _row of (await readBackupFile(file)).rows);
}

function timeIn(name: string): string {
  const [, year, month, day, hour, minute, second, milli] = NAME.exec(name) ?? []
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`
}

// Counted by the audit chain, which outlives a restart of the program.
async function countChanges(store: Store): Promise<number> {
  return store.database.alone((session) =>
    inTransaction(session, async () => {
      await session.run('SET LOCAL ROLE skillmap_keeper')
      const { rows } = await session.query('SELECT count(*) AS n FROM audit')
      return Number(rows[0]?.n ?? 0)
    }),
  )
}

function changesIn(store: Store, backup: Backup): number | null {
  const file = join(store.places.backups, NEWEST)
  if (!existsSync(file)) return null
  const newest = JSON.parse(readFileSync(file, 'utf8')) as { name: string; changes: number }
  return newest.name === backup.name ? newest.changes : null
}

function removeOldBackups(store: Store, needed?: string): void {
  const kept = namesToKeep(listBackups(store).map((backup) => backup.name))
  if (needed !== undefined) kept.add(needed)
  for (const { name } of listBackups(store))
    if (!kept.has(name)) rmSync(join(store.places.backups, name), { force: true })
}

/** Of names, newest first, those to keep: the last ten, and the newest of each of the last days and weeks that have any. */
export function namesToKeep(names: string[]): Set<string> {
  const kept = new Set(names.slice(0, KEEP.newest))
  const keepNewestPer = (period: (name: string) => string, count: number): void => {
    const seen = new Set<string>()
    for (const name of names) {
      if (seen.has(period(name))) continue
      if (seen.size === count) return
      seen.add(period(name))
      kept.add(name)
    }
  }
  keepNewestPer((name) => timeIn(name).slice(0, 10), KEEP.days)
  keepNewestPer((name) => String(Math.floor(Date.parse(timeIn(name)) / (7 * DAY))), KEEP.weeks)
  return kept
}
