// Starts the embedded database: durable on disk, or in memory for checks and tests.

import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { DurableNodeFs, type FsyncCount } from './durable-file-system.ts'

export interface Engine {
  pglite: PGlite
  fsyncs: FsyncCount
}

const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20

/** Times as ISO strings, dates as they are, counts as numbers: domain objects are plain JSON. */
export const isoTime = (text: string): string =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()

const parsers = {
  [TIMESTAMPTZ]: isoTime,
  [DATE]: (text: string) => text,
  [INT8]: (text: string) => Number(text),
}

/**
 * Postgres fills its buffers with zeros when it starts, and PGlite's own 128 MB took a fifth of a second of each
 * start. What one person keeps is a few megabytes beside the catalogue, and the system caches the files as well.
 */
const BUFFERS = 'shared_buffers=16MB'

// `-F` would switch fsync off for good.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'synchronous_commit=on',
    'full_page_writes=on',
    'min_wal_size=32MB',
    'max_wal_size=64MB',
    'timezone=UTC',
    BUFFERS,
  ].flatMap((setting) => ['-c', setting]),
]

/** Opens a Postgres data directory; `dataDir` must be locked by the caller. */
export async function startOnDisk(dataDir: string): Promise<Engine> {
  const fs = new DurableNodeFs(dataDir)
  const pglite = await PGlite.create({ fs, startParams, parsers, relaxedDurability: false })
  stopOnFailure(pglite, fs.fsyncs)
  return { pglite, fsyncs: fs.fsyncs }
}

/** The functions by which PGlite enters Postgres for a message; only the last takes anything. */
const ENTRANCES = [
  '_PostgresMainLoopOnce',
  '_PostgresSendReadyForQueryIfNecessary',
  '_pgl_pq_flush',
  'stackRestore',
] as const
type EngineModule = Record<(typeof ENTRANCES)[number], (pointer: number) => void>

/**
 * PGlite catches whatever comes out of Postgres and goes on with the same message: after a failed fsync, a panic
 * or a full memory it would spin for ever. So the first error that is not Postgres's own way of reporting one is
 * kept, thrown again from the function that PGlite calls after each catch, and nothing enters Postgres any more.
 */
function stopOnFailure(pglite: PGlite, fsyncs: FsyncCount): void {
  const internal = pglite as unknown as { Module: EngineModule; POSTGRES_MAIN_LONGJMP: number }
  const { Module: module, POSTGRES_MAIN_LONGJMP: reported } = internal
  const throwFailure = (): void => {
    if (fsyncs.failure !== null) throw fsyncs.failure
  }
  for (const name of ENTRANCES) {
    const enter = module[name]
    if (typeof enter !== 'function' || typeof reported !== 'number')
      throw new Error('This PGlite is built differently: a broken disk would not be noticed.')
    module[name] = (pointer: number) => {
      if (name !== 'stackRestore') throwFailure()
      try {
        enter(pointer)
      } catch (error) {
        if ((error as { status?: unknown }).status !== reported) fsyncs.failure ??= error as Error
        throw error
      }
      throwFailure()
    }
  }
}

const fastParams = [...PGlite.defaultStartParams, ...['timezone=UTC', BUFFERS].flatMap((one) => ['-c', one])]

/** In a folder that nobody relies on yet: nothing is made lasting. */
export async function startUnsynced(dataDir: string): Promise<PGlite> {
  return PGlite.create({ fs: new NodeFS(dataDir), startParams: fastParams, parsers })
}

/** A database that vanishes with the process, empty or from a template. */
export async function startInMemory(template: Uint8Array | null): Promise<Engine> {
  const options: PGliteOptions = { parsers }
  if (template !== null)
    options.loadDataDir = new Blob([template as Uint8Array<ArrayBuffer>], { type: 'application/x-gzip' })
  const pglite = await PGlite.create({ ...options, startParams: fastParams })
  return { pglite, fsyncs: { files: 0, folders: 0, failure: null } }
}
