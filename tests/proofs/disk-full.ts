// Proof: a full disk is refused in time with clear words, and nothing is lost once there is space again.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { listAssessments } from '../../src/store/assessment/assessments.ts'
import { listRatingRevisions, saveRating } from '../../src/store/assessment/ratings.ts'
import { FREE_SPACE_FLOOR } from '../../src/store/engine/free-space.ts'
import { DiskFullError, type DiskFullError as Refusal } from '../../src/store/failures.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { ratingOf, settlePerson } from '../store-of-one.ts'
import { folderOnDisk, templateFile } from '../test-store.ts'
import { notRun, type ProofOptions, type ProofResult } from './proof.ts'

const NAME = 'disk full'
const MEGABYTE = 1024 * 1024

/** `volume` times: fill a small disk up to near the floor, write until refused, fill it wholly, free it, go on. */
export async function prove({ volume }: ProofOptions): Promise<ProofResult> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return notRun(NAME, 'needs root on Linux')
  const mounted = join(folderOnDisk(), 'disk')
  mkdirSync(mounted)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', mounted]).status !== 0)
    return notRun(NAME, 'cannot mount a small file system')
  const settings = { dataDir: join(mounted, 'data'), templateFile: await templateFile() }
  const acknowledged: string[] = []
  let lost = 0
  let store = await openStore(settings)
  try {
    const { viewer, assessmentId } = await settlePerson(store)
    for (let point = 0; point < volume; point++) {
      const filler = join(mounted, 'filler')
      fill(filler, mounted, FREE_SPACE_FLOOR + Math.random() * 3 * MEGABYTE)
      acknowledged.push(...(await writeUntilRefused(store, viewer, assessmentId, `full-${point}`)))
      fill(filler, mounted, 0)
      await refusesAndReads(store, viewer, assessmentId)
      rmSync(filler)
      acknowledged.push(await write(store, viewer, assessmentId, `free-${point}`))
      if (point % 10 === 9 || point === volume - 1) {
        await store.close()
        store = await openStore(settings)
        lost += await missing(store, viewer, assessmentId, acknowledged)
      }
    }
    return {
      name: NAME,
      volume,
      lost,
      notes: `${acknowledged.length} acknowledged writes on a disk of 400 MB in memory; each refusal said that the disk is full`,
    }
  } finally {
    await store.close()
    spawnSync('umount', [mounted])
    rmSync(join(mounted, '..'), { recursive: true, force: true })
  }
}

async function write(store: Store, viewer: Viewer, assessmentId: string, skill: string): Promise<string> {
  // Random, so that it cannot be compressed and the log grows.
  const rating = ratingOf(assessmentId, skill, 1, randomBytes(30_000).toString('base64'))
  const saved = await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
  if (!saved.ok) throw new Error(`not saved: ${saved.failure.kind}`)
  return rating.revisionId
}

async function writeUntilRefused(
  store: Store,
  viewer: Viewer,
  assessmentId: string,
  prefix: string,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (let n = 0; n < 100_000; n++) {
    try {
      acknowledged.push(await write(store, viewer, assessmentId, `${prefix}-${n}`))
    } catch (error) {
      mustBeRefusal(error)
      return acknowledged
    }
  }
  throw new Error('The disk never became full.')
}

async function refusesAndReads(store: Store, viewer: Viewer, assessmentId: string): Promise<void> {
  try {
    await write(store, viewer, assessmentId, 'never')
  } catch (error) {
    mustBeRefusal(error)
    const found = await store.withViewer(viewer, (tx) => listAssessments(tx, viewer.personId as string))
    if (found.length === 0) throw new Error('Nothing could be read while the disk was full.')
    return
  }
  throw new Error('A write was accepted on a full disk.')
}

function mustBeRefusal(error: unknown): asserts error is Refusal {
  if (!(error instanceof DiskFullError) || !error.message.startsWith('disk is full: ')) throw error
}

async function missing(
  store: Store,
  viewer: Viewer,
  assessmentId: string,
  acknowledged: string[],
): Promise<number> {
  const revisions = await store.withViewer(viewer, (tx) => listRatingRevisions(tx, assessmentId))
  const ids = new Set(revisions.map((revision) => revision.revisionId))
  return acknowledged.filter((id) => !ids.has(id)).length
}

/** Adds to a file until only so many bytes are free. */
function fill(file: string, mounted: string, free: number): void {
  const handle = openSync(file, 'a')
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(mounted)
      const room = bavail * bsize - free
      if (room < bsize) return
      writeSync(handle, Buffer.alloc(Math.min(room, 8 * MEGABYTE)))
    }
  } finally {
    closeSync(handle)
  }
}
