// One process per data folder: two would silently lose each other's writes.

import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { FolderInUseError } from '../failures.ts'
import { isAlive, machine, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** What the lock file says about the process that holds the folder. */
export interface LockHolder extends ProcessIdentity {
  /** New for each lock, so that a successor can be named. */
  id: string
  /** Where to reach it, once it listens. */
  address: string | null
  takenAt: string
}

export interface FolderLock {
  holder: LockHolder
  /** Adds where the process can be reached, for the message that others get. */
  setAddress(address: string): void
  release(): void
}

const TRIES = 50

/**
 * Takes the lock, or throws FolderInUseError at once, naming the holder. A lock whose process is gone is
 * inherited, and by one process only: whoever wants it must first become the one successor of the dead holder
 * (a file named after the holder's id, created exclusively), then look again, then replace the lock.
 */
export function takeLock(lockFile: string, now: Date): FolderLock {
  const mine: LockHolder = {
    id: randomUUID(),
    ...thisProcess(),
    address: null,
    takenAt: now.toISOString(),
  }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (createWhole(lockFile, mine)) return heldLock(lockFile, mine)
    const head = readHolder(lockFile)
    if (head === null) continue
    const tail = lastInLine(lockFile, head)
    if (isAlive(tail)) throw inUse(tail)
    if (inherit(lockFile, head, tail, mine)) return heldLock(lockFile, mine)
  }
  throw new FolderInUseError(
    `Other processes are fighting over ${dirname(dirname(lockFile))}. Try again in a moment.`,
    null,
  )
}

// Follows the claims: the holder died, its successor may have died while succeeding, and so on.
function lastInLine(lockFile: string, head: LockHolder): LockHolder {
  let tail = head
  for (;;) {
    if (isAlive(tail)) return tail
    const successor = readHolder(claimOn(lockFile, tail))
    if (successor === null) return tail
    tail = successor
  }
}

function inherit(lockFile: string, head: LockHolder, tail: LockHolder, mine: LockHolder): boolean {
  const claim = claimOn(lockFile, tail)
  if (!createWhole(claim, mine)) return false
  // While the claim is ours nobody else may replace this lock; but it may have been replaced before.
  if (readHolder(lockFile)?.id !== head.id) {
    rmSync(claim, { force: true })
    return false
  }
  const fresh = `${lockFile}.${mine.id}.tmp`
  writeWhole(fresh, mine)
  renameSync(fresh, lockFile)
  removeOldClaims(lockFile)
  return true
}

function heldLock(lockFile: string, mine: LockHolder): FolderLock {
  let holder = mine
  return {
    get holder() {
      return holder
    },
    setAddress(address) {
      holder = { ...holder, address }
      const fresh = `${lockFile}.${mine.id}.tmp`
      writeWhole(fresh, holder)
      renameSync(fresh, lockFile)
    },
    release() {
      if (readHolder(lockFile)?.id === mine.id) rmSync(lockFile, { force: true })
    },
  }
}

// A link appears with all its content or not at all, and never over another file.
function createWhole(file: string, holder: LockHolder): boolean {
  const fresh = `${file}.${holder.id}.tmp`
  writeWhole(fresh, holder)
  try {
    linkSync(fresh, file)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    // Some file systems have no links: an exclusive creation is next best, and a half-written lock counts as held.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS')
      return createExclusively(file, holder)
    throw error
  } finally {
    rmSync(fresh, { force: true })
  }
}

function createExclusively(file: string, holder: LockHolder): boolean {
  try {
    writeWhole(file, holder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function writeWhole(file: string, holder: LockHolder): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(holder, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readHolder(file: string): LockHolder | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return JSON.parse(text) as LockHolder
  } catch {
    throw new FolderInUseError(
      `The lock file ${file} cannot be read. If no Skillmap is running, delete it and start again.`,
      null,
    )
  }
}

function claimOn(lockFile: string, holder: LockHolder): string {
  return `${lockFile}.after-${holder.id}`
}

// Only whole claims: a temporary file is one that another process is making at this moment.
function removeOldClaims(lockFile: string): void {
  const folder = dirname(lockFile)
  const start = `${basename(lockFile)}.after-`
  for (const name of readdirSync(folder))
    if (name.startsWith(start) && !name.endsWith('.tmp')) rmSync(join(folder, name), { force: true })
}

function inUse(holder: LockHolder): FolderInUseError {
  const where = holder.address === null ? '' : `, at ${holder.address}`
  const sameMachine = holder.machine === machine() && holder.host === hostname()
  const mend = sameMachine
    ? 'Use that one, or stop it first.'
    : `It ran on another machine or in another container, which cannot be looked into from here. If it is gone, delete run/lock in the data folder.`
  return new FolderInUseError(
    `Another Skillmap uses this data folder: process ${holder.pid} on ${holder.host}${where}, since ${holder.takenAt}. ${mend}`,
    { pid: holder.pid, host: holder.host, address: holder.address },
  )
}
