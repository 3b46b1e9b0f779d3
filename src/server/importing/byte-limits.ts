// How much of somebody's file is taken in, unpacked and read, and for how long; see docs/decisions/0023.

const MEGABYTE = 1024 * 1024

export const BYTE_LIMITS = {
  /** Of a file as it is sent, in bytes. */
  upload: 20 * MEGABYTE,
  /** Of all files in an archive together, unpacked, in bytes. */
  unpacked: 64 * MEGABYTE,
  /** Of the parts of a workbook that hold tables, unpacked, in bytes. */
  workbook: 32 * MEGABYTE,
  entries: 1000,
  /** Of a sheet: the last row and column that anything stands in. */
  rows: 100_000,
  columns: 1000,
  /** Of all sheets together: rows × columns, filled or not. */
  area: 1_000_000,
  /** Of what the reading process may answer, in bytes. */
  answer: 8 * MEGABYTE,
  /** What the reading process may keep on its heap, in megabytes: all of it stays below 256. */
  heapMegabytes: 128,
  /** After this it is ended. */
  milliseconds: 10_000,
} as const

/** Such as "20 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`
}
