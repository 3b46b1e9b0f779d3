// Puts a rendered site into a folder: whole or not at all, and never over something that is not a site of ours.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { SiteFile } from '../site/render-site.ts'
import { CommandFailure } from './command.ts'

/** Stands in a folder that Skillmap wrote, and says what in it is its own. */
export const SITE_MARKER = '.skillmap-site.json'

interface Marker {
  skillmap: 'site'
  version: 1
  framework: { id: string; name: string; version: string; digest: string }
  /** What lies directly in the folder; everything else is the person's and is kept. */
  entries: string[]
}

/** Refuses, before anything is written, a folder that holds something and was not written here. */
export function checkSiteFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isDirectory()) throw new CommandFailure(`${folder} is a file. Name a folder.`)
  if (readdirSync(folder).length === 0 || readMarker(folder) !== null) return
  throw new CommandFailure(
    `${folder} is not empty, and Skillmap did not write it. Name another folder, or empty this one.`,
  )
}

function readMarker(folder: string): Marker | null {
  try {
    const marker = JSON.parse(readFileSync(join(folder, SITE_MARKER), 'utf8')) as Partial<Marker>
    return marker.skillmap === 'site' && Array.isArray(marker.entries) ? (marker as Marker) : null
  } catch {
    return null
  }
}

/**
 * The new site is made beside the folder and takes its place in one step; what a person added to the folder, such as
 * a domain's name for a host, moves over. `assets`: a folder that is copied to `assets/`.
 */
export function writeSite(
  out: string,
  files: SiteFile[],
  assets: string,
  framework: Marker['framework'],
): void {
  const folder = resolve(out)
  checkSiteFolder(folder)
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(join(dirname(folder), `.${basename(folder)}-new-`))
  try {
    cpSync(assets, join(fresh, 'assets'), { recursive: true })
    for (const { path, text } of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true })
      writeFileSync(join(fresh, path), text)
    }
    const entries = [...readdirSync(fresh), SITE_MARKER]
    const marker: Marker = { skillmap: 'site', version: 1, framework, entries }
    writeFileSync(join(fresh, SITE_MARKER), `${JSON.stringify(marker, null, 2)}\n`)
    takePlace(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure(`${out} was not written: ${error instanceof Error ? error.message : error}.`)
  }
}

function takePlace(fresh: string, folder: string): void {
  if (!existsSync(folder)) {
    renameSync(fresh, folder)
    return
  }
  const own = new Set(readMarker(folder)?.entries ?? [])
  const kept = readdirSync(folder).filter((name) => !own.has(name) && !existsSync(join(fresh, name)))
  const before = `${fresh}-before`
  renameSync(folder, before)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    renameSync(before, folder)
    throw error
  }
  for (const name of kept) renameSync(join(before, name), join(folder, name))
  rmSync(before, { recursive: true, force: true })
}
