// Reads what somebody wants to bring: a file as it is, a folder packed into one archive.
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { BYTE_LIMITS, megabytes } from '../server/importing/byte-limits.ts'
import { CommandFailure } from './command.ts'

export interface FileToSend {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What no framework is in, and what could be large. */
const PASSED_OVER = /^(?:\..*|node_modules)$/

/** `most` in bytes: an export that comes back may be larger than a file of a framework. */
export function readToSend(path: string, most: number): FileToSend {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new CommandFailure(`${path} is not there.`)
  if (found.isDirectory()) return packFolder(path)
  if (!found.isFile()) throw new CommandFailure(`${path} is neither a file nor a folder.`)
  if (found.size > most)
    throw new CommandFailure(
      `${path} holds ${megabytes(found.size)}; at most ${megabytes(most)} are read. Bring only the part that holds the framework.`,
    )
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch (error) {
    throw new CommandFailure(`${path} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}

function packFolder(folder: string): FileToSend {
  const files: Record<string, Uint8Array> = {}
  let bytes = 0
  for (const file of filesBelow(folder)) {
    bytes += statSync(file).size
    if (Object.keys(files).length >= BYTE_LIMITS.entries || bytes > BYTE_LIMITS.unpacked)
      throw new CommandFailure(
        `${folder} holds more than a framework: at most ${BYTE_LIMITS.entries} files and ${megabytes(BYTE_LIMITS.unpacked)} are read.`,
      )
    files[relative(folder, file).replaceAll('\\', '/')] = readFileSync(file)
  }
  if (Object.keys(files).length === 0) throw new CommandFailure(`${folder} holds no files.`)
  return { name: basename(resolve(folder)), bytes: zipSync(files, { level: 1 }) as Uint8Array<ArrayBuffer> }
}

/** Links are not followed: they may lead anywhere, and round in circles. */
function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (PASSED_OVER.test(name)) continue
    const path = join(folder, name)
    const found = lstatSync(path)
    if (found.isDirectory()) yield* filesBelow(path)
    else if (found.isFile()) yield path
  }
}
