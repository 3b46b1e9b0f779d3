// Packs a folder into a gzipped tar: what `unpack-tar.ts` and PGlite read.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const BLOCK = 512

/** Plain files and folders only. No times and owners, so that the same files are the same tar. */
export function packTar(folder: string): Uint8Array {
  const parts: Uint8Array[] = []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
  for (const { path, isFolder } of entries) {
    const name = `/${relative(folder, path).replaceAll(sep, '/')}`
    const content = isFolder ? new Uint8Array() : readFileSync(path)
    parts.push(headerOf(name, content.length, isFolder), content, padding(content.length))
  }
  return gzipSync(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]))
}

function headerOf(name: string, size: number, isFolder: boolean): Uint8Array {
  if (Buffer.byteLength(name) > 100) throw new Error(`This name is too long for a tar: ${name}`)
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(isFolder ? 0o700 : 0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  // The sum is taken with spaces in its own place.
  header.write(' '.repeat(8), 148)
  header.write(isFolder ? '5' : '0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function padding(size: number): Uint8Array {
  return new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)
}
