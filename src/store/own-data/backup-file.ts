// The backup file: a gzipped dump, written so that it is whole or not there, and read with suspicion.

import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, createGzip } from 'node:zlib'
import { DUMP_VERSION, type DumpEnd, type DumpHeader, type DumpRow } from '../dump.ts'
import { fsyncFolder } from '../engine/durable-file-system.ts'

/** The file is not what was written: damaged, cut off, or from a newer Skillmap. The message is for the person. */
export class DamagedBackupError extends Error {
  readonly code = 'damaged-backup'
}

/** Calls `fill` with a function that adds a line; then write, fsync, rename, fsync the folder. */
export async function writeBackupFile<Value>(
  file: string,
  fill: (write: (line: string) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const fresh = `${file}.${process.pid}.tmp`
  const handle = openSync(fresh, 'w', 0o600)
  const gzip = createGzip({ level: 6 })
  const drained = writeAll(gzip, handle)
  // Noticed when it is awaited; until then it must not count as unhandled.
  drained.catch((error: Error) => gzip.destroy(error))
  try {
    const value = await fill(async (line) => {
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), drained])
    })
    gzip.end()
    await drained
    fsyncSync(handle)
    renameSync(fresh, file)
    fsyncFolder(dirname(file))
    return value
  } catch (error) {
    gzip.destroy()
    rmSync(fresh, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

async function writeAll(source: AsyncIterable<Uint8Array>, handle: number): Promise<void> {
  for await (const chunk of source)
    for (let written = 0; written < chunk.length; ) written += writeSync(handle, chunk, written)
}

export interface ReadDump {
  header: DumpHeader
  /** To be read to its end, once: only then is it known that nothing is missing or changed. */
  rows: AsyncIterable<DumpRow>
  /** Counts and hashes, after the rows were read. */
  end(): DumpEnd
}

/** Opens a backup file and checks it line by line. Throws DamagedBackupError, at the latest at the end. */
export async function readBackupFile(file: string): Promise<ReadDump> {
  return readDump(linesOf(file))
}

/** The same for lines from anywhere. */
export async function readDump(source: AsyncIterable<string>): Promise<ReadDump> {
  const lines = source[Symbol.asyncIterator]()
  const first = await lines.next()
  const header = parseHeader(first.done === true ? '' : first.value)
  const found: { end: DumpEnd | null } = { end: null }
  return {
    header,
    rows: checkedRows(lines, header, found),
    end: () => {
      if (found.end === null) throw new Error('A backup was used before it was read to its end.')
      return found.end
    },
  }
}

const ROW = /^\{"t":"([a-z_]+)","r":(\{.*\})\}$/s

async function* checkedRows(
  lines: AsyncIterator<string>,
  header: DumpHeader,
  found: { end: DumpEnd | null },
): AsyncGenerator<DumpRow> {
  const tables = new Map(header.tables.map((table) => [table, { rows: 0, hash: createHash('sha256') }]))
  for (;;) {
    const next = await lines.next()
    if (next.done === true) throw damaged('it ends too early')
    if (next.value.startsWith('{"end":')) {
      found.end = checkEnd(next.value, tables)
      if ((await lines.next()).done !== true) throw damaged('something follows its end')
      return
    }
    const match = ROW.exec(next.value)
    const seen = match === null ? undefined : tables.get(match[1] as string)
    if (match === null || seen === undefined) throw damaged('it holds a line that makes no sense')
    const line = match[2] as string
    seen.rows += 1
    seen.hash.update(line).update('\n')
    yield { table: match[1] as string, line }
  }
}

function checkEnd(text: string, seen: Map<string, { rows: number; hash: Hash }>): DumpEnd {
  const end = parseJson(text) as DumpEnd
  for (const [table, { rows, hash }] of seen) {
    const promised = end.tables?.[table]
    if (promised === undefined) throw damaged(`table ${table} is not accounted for`)
    if (promised.rows !== rows)
      throw damaged(`table ${table} should have ${promised.rows} rows and has ${rows}`)
    if (promised.sha256 !== hash.digest('hex')) throw damaged(`the content of table ${table} was changed`)
  }
  return end
}

function parseHeader(text: string): DumpHeader {
  const header = parseJson(text) as Partial<DumpHeader> | null
  if (header?.format !== 'skillmap-backup') throw damaged('it does not begin as a Skillmap backup does')
  if (header.version !== DUMP_VERSION)
    throw new DamagedBackupError(
      `This backup was made by a newer Skillmap (backup format ${header.version}). Restore it with that version.`,
    )
  if (!Array.isArray(header.tables) || !Array.isArray(header.migrations))
    throw damaged('its first line is incomplete')
  return header as DumpHeader
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged('it holds a line that is not JSON')
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const text = input.pipe(createGunzip())
  input.once('error', (error) => text.destroy(error))
  try {
    yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    throw damaged('its compressed form is broken')
  } finally {
    input.destroy()
  }
}

function damaged(what: string): DamagedBackupError {
  return new DamagedBackupError(
    `This backup is damaged: ${what}. Nothing was changed; choose another backup.`,
  )
}
