// Where tests keep their data: in memory where the machine has room for files there, because most tests are not about the disk.
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const LINUX_MEMORY = '/dev/shm'
/** Several databases of about 50 MB each, with their backups, while other tests do the same. */
const ENOUGH = 2 * 1024 ** 3

/**
 * The folder in which tests make folders of their own. The same calls are made there, fsync included; they only return
 * sooner. What is about the disk itself asks for a folder on it (`folderOnDisk`).
 */
export function placeForFolders(): string {
  try {
    const { bavail, bsize } = statfsSync(LINUX_MEMORY)
    return bavail * bsize >= ENOUGH ? LINUX_MEMORY : tmpdir()
  } catch {
    // Other systems have no such place.
    return tmpdir()
  }
}
