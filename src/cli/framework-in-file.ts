// Reads a framework out of whatever file or folder an import reads, in a process of its own, and keeps nothing.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Framework } from '../core/framework/framework.ts'
import type { ImportPreview } from '../core/importing/import-preview.ts'
import { placeInWords } from '../core/importing/import-words.ts'
import { BYTE_LIMITS } from '../server/importing/byte-limits.ts'
import { problemOf } from '../server/importing/import-desk.ts'
import { readApart } from '../server/importing/read-apart.ts'
import { CommandFailure } from './command.ts'
import { readToSend } from './read-to-send.ts'

export interface FoundFramework {
  framework: Framework
  /** How many parts of the file are not in it. */
  leftOut: number
}

/** Whether the word is a file, or a folder of something else than a framework's own files. */
export function isForeign(word: string): boolean {
  const found = statSync(resolve(word), { throwIfNoEntry: false })
  if (found?.isFile() === true) return true
  return found?.isDirectory() === true && !existsSync(join(resolve(word), 'framework.yaml'))
}

export async function frameworkInFile(word: string): Promise<FoundFramework> {
  const { bytes } = readToSend(word, BYTE_LIMITS.upload)
  const name = basename(resolve(word))
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-'))
  try {
    const file = join(folder, 'source')
    writeFileSync(file, bytes, { mode: 0o600 })
    const read = await readApart<ImportPreview>({ task: 'import', file, name, choices: null })
    if (!read.ok) throw nothingIn(word, [problemOf(name, read.failure)])
    const { framework, why, problems, losses } = read.value.reading
    if (framework === null) throw nothingIn(word, problems, why)
    return { framework, leftOut: losses.length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function nothingIn(word: string, problems: ImportPreview['reading']['problems'], why = ''): CommandFailure {
  const [first] = problems
  const lines = [
    `${word} holds no framework. ${why}`.trim(),
    first === undefined ? '' : `${placeInWords(first.place)}: ${first.message} ${first.mend}`,
  ]
  return new CommandFailure(lines.filter((line) => line !== '').join('\n'))
}
