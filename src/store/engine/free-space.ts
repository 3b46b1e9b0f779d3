// Refuses to write before the disk is so full that the database could not even stop in order.

import { statfsSync } from 'node:fs'

const MEGABYTE = 1024 * 1024
/** The floor: enough for the largest transaction, the log it leaves and a clean stop. */
export const FREE_SPACE_FLOOR = 64 * MEGABYTE

/** What is wrong with the free space of a folder's disk, in words; null when there is enough. */
export function spaceProblemAt(folder: string, floor: number = FREE_SPACE_FLOOR): string | null {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= floor) return null
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(0)
  return `disk is full: ${megabytes(free)} MB are free where Skillmap keeps its data, and it needs ${megabytes(floor)} MB to write safely. Nothing was saved; free some space and try again.`
}
