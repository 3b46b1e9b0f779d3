// Unpacks a zip archive within limits that hold while it is unpacked, not after.
import { crc32, inflateRawSync } from 'node:zlib'
import type { ImportProblem } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS, megabytes } from './byte-limits.ts'

export interface ZipEntry {
  path: string
  method: number
  packed: Uint8Array
  /** What the archive says that it unpacks to, in bytes: a hint and no more. */
  saidSize: number
  crc: number
}

// Section 4.3 of the ZIP specification (APPNOTE): offsets in the end record, and in each record of the directory.
const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const ENCRYPTED = 0x1
const STORED = 0
const DEFLATED = 8
const ZIP64 = 0xffffffff
/** The smallest that zlib takes, in bytes. */
const LEAST_CHUNK = 64

const DAMAGED = 'The archive is damaged or was only half written.'
const AGAIN = 'Make it once more, or copy it again from where it came, and bring it then.'

/** The files that an archive lists, still packed. Folders are left out. */
export function listZip(path: string, bytes: Uint8Array): Result<ZipEntry[], ImportProblem> {
  const problem = (message: string, mend: string) => fail({ place: { path }, message, mend })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return problem(DAMAGED, AGAIN)
  const count = view.getUint16(end + 10, true)
  if (count > BYTE_LIMITS.entries)
    return problem(
      `The archive holds ${count} files; at most ${BYTE_LIMITS.entries} are read.`,
      'Pack only the files of the framework.',
    )
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > view.byteLength || view.getUint32(at, true) !== CENTRAL)
      return problem(DAMAGED, AGAIN)
    const entry = readEntry(bytes, view, at)
    if (entry === 'damaged') return problem(DAMAGED, AGAIN)
    if (entry === 'encrypted')
      return problem('The archive is protected by a password.', 'Bring it without a password.')
    if (entry === 'unknown')
      return problem('The archive is packed in a way that is not read here.', 'Pack it as an ordinary zip.')
    if (!entry.path.endsWith('/')) entries.push(entry)
    at +=
      CENTRAL_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return succeed(entries)
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return null
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): ZipEntry | 'damaged' | 'encrypted' | 'unknown' {
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  const path = new TextDecoder().decode(
    bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + view.getUint16(at + 28, true)),
  )
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return 'encrypted'
  if ((method !== STORED && method !== DEFLATED) || size === ZIP64 || local === ZIP64) return 'unknown'
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL) return 'damaged'
  const from = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + size > view.byteLength) return 'damaged'
  return {
    path,
    method,
    packed: bytes.subarray(from, from + size),
    saidSize: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  }
}

/**
 * Unpacks one file after the other. `budget` is what may still be unpacked, in bytes; it is counted down, and inflating
 * stops at the first byte beyond it, whatever the archive says about its sizes.
 */
export function unpack(
  path: string,
  entry: ZipEntry,
  budget: { bytes: number; most: number },
): Result<Uint8Array, ImportProblem> {
  const place = { path }
  const content = inflate(entry, budget.bytes)
  if (content === 'too-large')
    return fail({
      place,
      message: `Unpacked, the archive holds more than ${megabytes(budget.most)}.`,
      mend: 'Bring a smaller part of it, without pictures.',
    })
  if (content === 'damaged' || crc32(content) !== entry.crc)
    return fail({ place, message: DAMAGED, mend: AGAIN })
  budget.bytes -= content.byteLength
  return succeed(content)
}

function inflate(entry: ZipEntry, most: number): Uint8Array | 'too-large' | 'damaged' {
  if (entry.method === STORED) return entry.packed.byteLength > most ? 'too-large' : entry.packed
  if (most <= 0) return 'too-large'
  try {
    // In one piece where the hint is true: joining pieces would need the room twice.
    const chunkSize = Math.max(LEAST_CHUNK, Math.min(entry.saidSize + 1, most))
    return inflateRawSync(entry.packed, { maxOutputLength: most, chunkSize })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged'
  }
}
