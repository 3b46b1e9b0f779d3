// Unpacks the database template so that every file and folder has reached the disk before it counts.

import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fsyncFolder } from './durable-file-system.ts'

const BLOCK = 512

/** Unpacks a gzipped tar (plain files and folders, as PGlite writes it) into a folder that exists. */
export function unpackTar(gz: Uint8Array, into: string): void {
  const bytes = gunzipSync(gz)
  const folders = new Set([into])
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = readHeader(bytes.subarray(at, at + BLOCK))
    if (header === null) break
    const path = resolve(into, `.${header.name.startsWith('/') ? '' : '/'}${header.name}`)
    if (relative(into, path).startsWith('..'))
      throw new Error('The template names a file outside its folder.')
    if (header.isFolder) makeFolder(path, folders)
    else {
      makeFolder(dirname(path), folders)
      writeFile(path, bytes.subarray(at + BLOCK, at + BLOCK + header.size))
    }
    at += BLOCK + Math.ceil(header.size / BLOCK) * BLOCK
  }
  for (const folder of folders) fsyncFolder(folder)
}

function makeFolder(folder: string, folders: Set<string>): void {
  if (folders.has(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  folders.add(folder)
}

function writeFile(path: string, content: Uint8Array): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    for (let written = 0; written < content.length; ) written += writeSync(handle, content, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readHeader(block: Buffer): { name: string; size: number; isFolder: boolean } | null {
  const text = (from: number, length: number): string => {
    const field = block.subarray(from, from + length)
    const end = field.indexOf(0)
    return field.toString('utf8', 0, end === -1 ? length : end)
  }
  const name = text(0, 100)
  if (name === '') return null
  const prefix = text(345, 155)
  return {
    name: prefix === '' ? name : join(prefix, name),
    size: Number.parseInt(text(124, 12).trim() || '0', 8),
    isFolder: text(156, 1) === '5' || name.endsWith('/'),
  }
}
