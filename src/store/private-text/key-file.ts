// The file with the key of this data folder, kept outside the database and its backups: it opens the keys of people.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Places } from '../engine/data-folder.ts'
import { fsyncFolder } from '../engine/durable-file-system.ts'
import { writeWhole } from '../engine/write-whole.ts'

export const KEY_BYTES = 32

/** A key, and the short name by which what was sealed with it finds it again. */
export interface NamedKey {
  /** 16 hexadecimal digits that tell nothing about the key. */
  name: string
  key: Uint8Array
}

export type KeyFileProblem = 'missing' | 'damaged'

export interface KeyFile {
  /** Its place on the disk. */
  file: string
  /** Read anew each time, so that a file that is put back counts at once. */
  read(): NamedKey | KeyFileProblem
  /** Makes the file where there is none. Throws KeyFileError where it is damaged: nothing is overwritten. */
  readOrMake(): NamedKey
}

/** The key file is there and cannot be used. The message is for the person. */
export class KeyFileError extends Error {
  readonly code = 'key-file'
}

const content = z.object({
  format: z.literal('skillmap-key'),
  version: z.literal(1),
  key: z.base64().transform((text) => Buffer.from(text, 'base64')),
})

export function keyFileAt(file: string): KeyFile {
  return { file, read: () => readKey(file), readOrMake: () => readOrMakeKey(file) }
}

/** Where the key of a data folder lies, unless another place is named. */
export function keyFileIn(places: Places, elsewhere: string | undefined): KeyFile {
  const isNamed = elsewhere !== undefined && elsewhere !== ''
  return keyFileAt(isNamed ? elsewhere : join(places.keys, 'key.json'))
}

export function nameOfKey(key: Uint8Array): string {
  return createHash('sha256').update('skillmap name of a key\n').update(key).digest('hex').slice(0, 16)
}

function readKey(file: string): NamedKey | KeyFileProblem {
  if (!existsSync(file)) return 'missing'
  const parsed = content.safeParse(jsonIn(readFileSync(file, 'utf8')))
  if (!parsed.success || parsed.data.key.length !== KEY_BYTES) return 'damaged'
  return { name: nameOfKey(parsed.data.key), key: parsed.data.key }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function readOrMakeKey(file: string): NamedKey {
  if (readKey(file) === 'missing') makeKey(file)
  const known = readKey(file)
  if (known === 'missing' || known === 'damaged')
    throw new KeyFileError(
      `The key file ${file} is damaged, so nothing private can be written. Put a whole one in its place, or move it away: then a new key is made, and the recovery sheet opens what was written before.`,
    )
  return known
}

// Of two processes that make it at once, one does: a link is never put in another file's place.
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${process.pid}.new`
  const key = randomBytes(KEY_BYTES).toString('base64')
  writeWhole(fresh, `${JSON.stringify({ format: 'skillmap-key', version: 1, key }, null, 2)}\n`)
  try {
    linkSync(fresh, file)
  } catch (error) {
    // Some disks of cameras and sticks know no links.
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EEXIST' && !existsSync(file)) renameSync(fresh, file)
  } finally {
    rmSync(fresh, { force: true })
  }
  fsyncFolder(dirname(file))
}
