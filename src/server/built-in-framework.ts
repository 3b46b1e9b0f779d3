// Reads the framework folder that comes with Skillmap, and finds its identity.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../core/framework/canonical-json.ts'
import type { FolderFile } from '../core/framework/framework-files.ts'
import { hasErrors } from '../core/framework/problem.ts'
import { readFrameworkFolder } from '../core/framework/read-folder.ts'
import type { CurrentFramework } from './app-env.ts'

/** Every file of a framework folder, with paths as the framework's own messages name them. */
export function readFolderFiles(root: string): FolderFile[] {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile() && /\.(ya?ml|csv|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
      text: readFileSync(file, 'utf8'),
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Throws with every problem of the folder: without its framework Skillmap has nothing to show. */
export function readBuiltInFramework(root: string): CurrentFramework {
  const { framework, problems } = readFrameworkFolder(readFolderFiles(root))
  if (framework === null || hasErrors(problems)) {
    const errors = problems.filter((problem) => problem.severity === 'error')
    const said = errors.map((problem) => `${problem.file}: ${problem.message}`).join('\n')
    throw new Error(`The framework in ${root} cannot be used.\n${said}`)
  }
  return { framework, digest: createHash('sha256').update(canonicalJson(framework)).digest('hex') }
}
