// Packs files into one zip archive without compressing them, so that a folder can be brought as one file.

export interface PackedFile {
  /** With slashes; at most 65,535 bytes as UTF-8. */
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Names are UTF-8 (bit 11 of the flags). Section 4.4.4 of the ZIP specification (APPNOTE). */
const UTF8_NAMES = 0x0800
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, the earliest day that a zip archive can name: the day is left out. */
const NO_DAY = 0x0021

/** At most 65,535 files and 4 GB; the parts of the result lie one after the other. */
export function packFiles(files: readonly PackedFile[]): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = utf8Of(path)
    const common = [20, UTF8_NAMES, 0, 0, NO_DAY]
    const sizes = { crc: crc32(bytes), size: bytes.length }
    const local = header(LOCAL_HEADER, 30, common, sizes, name.length)
    const central = header(CENTRAL_HEADER, 46, [20, ...common], sizes, name.length)
    new DataView(central.buffer).setUint32(42, offset, true)
    parts.push(local, name, bytes)
    directory.push(central, name)
    offset += local.length + name.length + bytes.length
  }
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, END, true)
  end.setUint16(8, files.length, true)
  end.setUint16(10, files.length, true)
  end.setUint32(12, lengthOf(directory), true)
  end.setUint32(16, offset, true)
  return [...parts, ...directory, new Uint8Array(end.buffer)]
}

/** Both kinds of header hold the same fields after their versions: flags, method, time, day, CRC, sizes, lengths. */
function header(
  signature: number,
  length: number,
  fields: number[],
  { crc, size }: { crc: number; size: number },
  nameLength: number,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  fields.forEach((field, index) => {
    view.setUint16(4 + 2 * index, field, true)
  })
  const at = 4 + 2 * fields.length
  view.setUint32(at, crc, true)
  view.setUint32(at + 4, size, true)
  view.setUint32(at + 8, size, true)
  view.setUint16(at + 12, nameLength, true)
  return new Uint8Array(view.buffer)
}

/** Core has no TextEncoder: percent encoding is UTF-8 in other letters. Halves of characters become a line. */
function utf8Of(text: string): Uint8Array<ArrayBuffer> {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '_'))
  const bytes = encoded.match(/%[0-9A-F]{2}|[^%]/g) ?? []
  return Uint8Array.from(bytes, (one) =>
    one.length === 3 ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0),
  )
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

/** CRC-32 of ISO 3309, as zip archives use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let index = 0; index < bytes.length; index += 1)
    crc = (TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})
