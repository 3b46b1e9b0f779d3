// Writes a file so that a crash leaves the old one or the new one, never a part.

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { fsyncFolder } from './durable-file-system.ts'

/** Write, fsync, rename, fsync the folder. The file is readable by its owner only. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const fresh = `${file}.${process.pid}.tmp`
  const handle = openSync(fresh, 'w', 0o600)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, file)
  fsyncFolder(dirname(file))
}
