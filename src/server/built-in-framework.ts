// Reads the framework folder that comes with Skillmap, and remembers the result, because parsing takes a while.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '../core/framework/canonical-json.ts'
import type { FolderFile } from '../core/framework/framework-files.ts'
import { readFolderFiles } from '../store/framework/read-folder-files.ts'
import type { CurrentFramework } from './app-env.ts'

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url))
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000
/** The code that reads frameworks: when it changes, what was remembered is worth nothing. */
const READER = fileURLToPath(new URL('../core/framework', import.meta.url))

/** Throws with every problem of the folder: without its framework Skillmap has nothing to show. */
export async function readBuiltInFramework(root: string): Promise<CurrentFramework> {
  const files = readFolderFiles(root)
  const place = join(CACHE, `framework-${hashOf(files)}.json`)
  const remembered = findRemembered(place)
  if (remembered !== null) return remembered
  const framework = await parse(root, files)
  const digest = createHash('sha256').update(canonicalJson(framework)).digest('hex')
  remember(place, { framework, digest })
  return { framework, digest }
}

async function parse(root: string, files: FolderFile[]): Promise<CurrentFramework['framework']> {
  const [{ hasErrors }, { readFrameworkFolder }] = await Promise.all([
    import('../core/framework/problem.ts'),
    import('../core/framework/read-folder.ts'),
  ])
  const { framework, problems } = readFrameworkFolder(files)
  if (framework !== null && !hasErrors(problems)) return framework
  const errors = problems.filter((problem) => problem.severity === 'error')
  const said = errors.map((problem) => `${problem.file}: ${problem.message} ${problem.mend}`).join('\n')
  throw new Error(`The framework in ${root} cannot be used.\n${said}`)
}

function filesBelow(root: string, ending: RegExp): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((one, other) => (one < other ? -1 : 1))
}

function hashOf(files: FolderFile[]): string {
  const hash = createHash('sha256')
  for (const file of filesBelow(READER, /(?<!\.d)\.[jt]s$/)) hash.update(readFileSync(file)).update('\0')
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`)
  return hash.digest('hex').slice(0, 32)
}

function findRemembered(place: string): CurrentFramework | null {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as CurrentFramework
  } catch {
    return null
  }
}

/** Only a convenience: where the folder cannot be written, the next start reads the files again. */
function remember(place: string, found: CurrentFramework): void {
  const fresh = `${place}.${process.pid}.tmp`
  try {
    mkdirSync(CACHE, { recursive: true })
    removeOld()
    writeFileSync(fresh, JSON.stringify(found))
    renameSync(fresh, place)
  } catch {
    rmSync(fresh, { force: true })
  }
}

function removeOld(): void {
  for (const name of readdirSync(CACHE).filter((one) => one.startsWith('framework-'))) {
    const file = join(CACHE, name)
    if (Date.now() - statSync(file).mtimeMs > REMEMBERED_MS) rmSync(file, { force: true })
  }
}
