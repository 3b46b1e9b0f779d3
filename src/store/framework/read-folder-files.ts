// Reads the files of a framework's folder, and no more than a framework can have.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderFile } from '../../core/framework/framework-files.ts'

/** A framework is at most this; more is somebody's home folder, named by mistake. */
const MOST_FILES = 5_000
const MOST_BYTES = 64 * 1024 * 1024
/** The files that are read, and written again with the framework; others in the folder are not ours. */
export const READ = /\.(ya?ml|csv|md)$/

class FolderTooLargeError extends Error {}

/**
 * Every file of a framework folder, with paths as the framework's own messages name them. Throws FolderTooLargeError
 * where there are more than 5,000 files or 64 MB.
 */
export function readFolderFiles(root: string): FolderFile[] {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && READ.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const bytes = names.slice(0, MOST_FILES).reduce((sum, name) => sum + statSync(name).size, 0)
  if (names.length > MOST_FILES || bytes > MOST_BYTES)
    throw new FolderTooLargeError(
      `${root} holds more than a framework can: at most ${MOST_FILES} files and ${MOST_BYTES / 1024 / 1024} MB are read.`,
    )
  return names.map((file) => ({
    path: file.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
    text: readFileSync(file, 'utf8'),
  }))
}
