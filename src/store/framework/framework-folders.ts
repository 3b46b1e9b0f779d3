// People's own frameworks as folders: written beside, made lasting, and put in place when the database has agreed.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import type { Places } from '../engine/data-folder.ts'
import { fsyncFolder, fsyncTree } from '../engine/durable-file-system.ts'
import { READ, readFolderFiles } from './read-folder-files.ts'

/** Lower-case words joined by hyphens: an id is the name of its folder, on every file system. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const MOST_ID_LENGTH = 60
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A folder that is whole and on the disk, beside the place it is meant for. */
export interface StagedFolder {
  filesHash: string
  /** Puts it in place, after the commit. */
  settle(): void
  /** Takes it back, when there was no commit. */
  drop(): void
}

export function isFolderId(id: string): boolean {
  return id.length <= MOST_ID_LENGTH && ID.test(id) && !RESERVED.test(id)
}

/** The identity of the files themselves, comments and all. */
export function filesHashOf(files: readonly FolderFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${text}\0`)
  return hash.digest('hex')
}

/** Made with the first choice or framework of one's own: where it is, the built-in framework is not the only one. */
export function makeFrameworksFolder(places: Places): void {
  mkdirSync(places.frameworks, { recursive: true, mode: 0o700 })
}

/** The ids of the folders there are, in their order. */
export function listFrameworkFolders(places: Places): string[] {
  if (!existsSync(places.frameworks)) return []
  return readdirSync(places.frameworks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isFolderId(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** Every file of a framework in a folder of one's own; null where there is no such folder. */
export function findFrameworkFiles(places: Places, id: string): FolderFile[] | null {
  const root = join(places.frameworks, id)
  return isFolderId(id) && existsSync(root) ? readFolderFiles(root) : null
}

/** Writes a folder whole beside its place. A crash before `settle` is mended at the next start. */
export function stageFrameworkFolder(places: Places, id: string, files: readonly FolderFile[]): StagedFolder {
  if (!isFolderId(id)) throw new Error('A framework whose id is no name of a folder reached the disk.')
  const { next, making } = placesOf(places, id)
  makeFrameworksFolder(places)
  rmSync(making, { recursive: true, force: true })
  rmSync(next, { recursive: true, force: true })
  for (const { path, text } of files) {
    const file = join(making, path)
    if (!file.startsWith(`${making}/`) && !file.startsWith(`${making}\\`))
      throw new Error('A file outside its framework reached the disk.')
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, text, { mode: 0o600 })
  }
  fsyncTree(making)
  renameSync(making, next)
  fsyncFolder(places.frameworks)
  return {
    filesHash: filesHashOf(files),
    settle: () => settle(places, id),
    drop: () => rmSync(next, { recursive: true, force: true }),
  }
}

/** Removes a folder of one's own; true when there was one. */
export function removeFrameworkFolder(places: Places, id: string): boolean {
  const { place, gone } = placesOf(places, id)
  if (!isFolderId(id) || !existsSync(place)) return false
  rmSync(gone, { recursive: true, force: true })
  // First out of sight as a whole, then away: a crash in between leaves no half a framework.
  renameSync(place, gone)
  fsyncFolder(places.frameworks)
  rmSync(gone, { recursive: true, force: true })
  return true
}

/**
 * At start: what a crash left on its way. A staged folder whose files the database has published goes to its place;
 * one that it does not know never was.
 */
export function mendFrameworkFolders(
  places: Places,
  isPublished: (id: string, filesHash: string) => boolean,
): void {
  if (!existsSync(places.frameworks)) return
  for (const name of readdirSync(places.frameworks)) {
    const [, kind, id = ''] = /^\.(next|before)-(.+)$/.exec(name) ?? []
    const at = join(places.frameworks, name)
    if (kind === 'next' && isFolderId(id) && isPublished(id, filesHashOf(readFolderFiles(at))))
      settle(places, id)
    else if (kind === 'before' && isFolderId(id) && !existsSync(placesOf(places, id).place))
      renameSync(at, placesOf(places, id).place)
    else if (/^\.(next|before|making|gone)-/.test(name)) rmSync(at, { recursive: true, force: true })
  }
}

function settle(places: Places, id: string): void {
  const { place, next, before } = placesOf(places, id)
  rmSync(before, { recursive: true, force: true })
  if (existsSync(place)) {
    bringStrangers(place, next)
    renameSync(place, before)
  }
  renameSync(next, place)
  fsyncFolder(places.frameworks)
  rmSync(before, { recursive: true, force: true })
}

/**
 * What else lies in the folder, such as a licence or the history of Git, moves along by renaming. After a crash in
 * between, what has moved is in `next`, what has not is still in `from`, and settling again brings the rest.
 */
function bringStrangers(from: string, next: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(next, entry.name)]
    if (!entry.isDirectory()) {
      if (!READ.test(entry.name) && !existsSync(there)) renameSync(here, there)
    } else if (existsSync(there) || holdsReadFiles(here)) {
      mkdirSync(there, { recursive: true, mode: 0o700 })
      bringStrangers(here, there)
    } else renameSync(here, there)
  }
}

function holdsReadFiles(folder: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && READ.test(entry.name),
  )
}

function placesOf(places: Places, id: string) {
  const at = (name: string) => join(places.frameworks, name)
  return {
    place: at(id),
    next: at(`.next-${id}`),
    making: at(`.making-${id}`),
    before: at(`.before-${id}`),
    gone: at(`.gone-${id}`),
  }
}
