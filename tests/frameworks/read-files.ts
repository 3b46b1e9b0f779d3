// Reads a folder from disk for the tests of frameworks.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { FolderFile } from '../../src/core/framework/framework-files.ts'

export const BUILT_IN = join(import.meta.dirname, '../../frameworks/skillmap')
export const SMALL = join(import.meta.dirname, 'small')

export function readFiles(folder: string): FolderFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
}
