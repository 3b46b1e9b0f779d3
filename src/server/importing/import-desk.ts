// Imports on their way: what was sent lies on the disk until it is used, called off, or an hour has passed.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Framework } from '../../core/framework/framework.ts'
import type { ImportPreview } from '../../core/importing/import-preview.ts'
import type { ImportChoices, ImportedRating, ImportProblem } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS, megabytes } from './byte-limits.ts'
import { type ReadApartFailure, readApart } from './read-apart.ts'
import { type ReceiveFailure, saveUpload } from './save-upload.ts'
import { unreadablePreview } from './unreadable-preview.ts'

const KEPT_MS = 60 * 60 * 1000
/** Of one program; the oldest goes first. */
const MOST_PENDING = 20
const SOURCE = 'source'
const CHOICES = 'choices.json'
const FRAMEWORK = 'framework.json'
const RATINGS = 'ratings.json'

interface Pending {
  token: string
  personId: string
  name: string
  folder: string
  since: number
  /** Removes it in time, also where nobody asks for an import again. */
  late: NodeJS.Timeout
}

export interface ImportDesk {
  /** Takes in a file while it arrives; returns the token by which its owner finds it again. */
  receive(
    personId: string,
    name: string,
    upload: ReadableStream<Uint8Array>,
  ): Promise<Result<string, ReceiveFailure>>
  /** Reads it, with choices or as it looks; null where the person has nothing under this token. */
  preview(
    personId: string,
    token: string,
    choices: ImportChoices | null,
    signal?: AbortSignal,
  ): Promise<(ImportPreview & { name: string }) | null>
  /** What the last preview made of it; null where there is none. */
  framework(personId: string, token: string): Framework | null
  /** The ratings of people that the last preview found, with the name of the file; null where there is no file. */
  ratings(personId: string, token: string): { source: string; ratings: ImportedRating[] } | null
  has(personId: string, token: string): boolean
  drop(personId: string, token: string): boolean
}

/** `root` belongs to it alone: what is left there from an earlier run is removed. */
export function importDesk(root: string, now: () => Date, keptMs = KEPT_MS): ImportDesk {
  rmSync(root, { recursive: true, force: true })
  const pending = new Map<string, Pending>()
  const remove = (one: Pending) => {
    pending.delete(one.token)
    clearTimeout(one.late)
    rmSync(one.folder, { recursive: true, force: true })
  }
  const find = (personId: string, token: string): Pending | null => {
    for (const one of [...pending.values()]) if (now().getTime() - one.since > keptMs) remove(one)
    const found = pending.get(token)
    return found?.personId === personId ? found : null
  }
  const begin = (personId: string, name: string): Pending => {
    const token = randomUUID()
    const late = setTimeout(() => remove(one), keptMs).unref()
    const one: Pending = { token, personId, name, folder: join(root, token), since: now().getTime(), late }
    const oldest = pending.values().next().value
    if (pending.size >= MOST_PENDING && oldest !== undefined) remove(oldest)
    mkdirSync(one.folder, { recursive: true, mode: 0o700 })
    pending.set(token, one)
    return one
  }
  return {
    async receive(personId, name, upload) {
      const one = begin(personId, name)
      let isHere = false
      try {
        const failure = await saveUpload(join(one.folder, SOURCE), upload)
        isHere = failure === null
        return failure === null ? succeed(one.token) : fail(failure)
      } finally {
        if (!isHere) remove(one)
      }
    },
    async preview(personId, token, choices, signal) {
      const one = find(personId, token)
      if (one === null) return null
      const preview = await readPending(one, choices, signal)
      // Called off in the meantime: there is no folder to keep anything in.
      if (existsSync(one.folder)) keepReading(one, preview.reading)
      return { ...preview, name: one.name }
    },
    framework(personId, token) {
      const one = find(personId, token)
      const file = one === null ? '' : join(one.folder, FRAMEWORK)
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Framework) : null
    },
    ratings(personId, token) {
      const one = find(personId, token)
      const file = one === null ? '' : join(one.folder, RATINGS)
      if (one === null || !existsSync(file)) return null
      return { source: one.name, ratings: JSON.parse(readFileSync(file, 'utf8')) as ImportedRating[] }
    },
    has: (personId, token) => find(personId, token) !== null,
    drop(personId, token) {
      const one = find(personId, token)
      if (one !== null) remove(one)
      return one !== null
    },
  }
}

async function readPending(
  { folder, name }: Pending,
  choices: ImportChoices | null,
  signal: AbortSignal | undefined,
): Promise<ImportPreview> {
  const file = join(folder, CHOICES)
  if (choices !== null) writeFileSync(file, JSON.stringify(choices), { mode: 0o600 })
  const task = {
    task: 'import' as const,
    file: join(folder, SOURCE),
    name,
    choices: choices === null ? null : file,
  }
  const read = await readApart<ImportPreview>(task, signal === undefined ? {} : { signal })
  return read.ok ? read.value : unreadablePreview(problemOf(name, read.failure))
}

function keepReading({ folder }: Pending, { framework, ratings }: ImportPreview['reading']): void {
  const file = join(folder, FRAMEWORK)
  if (framework === null) rmSync(file, { force: true })
  else writeFileSync(file, JSON.stringify(framework), { mode: 0o600 })
  writeFileSync(join(folder, RATINGS), JSON.stringify(ratings), { mode: 0o600 })
}

const SMALLER = 'Bring a smaller part of it, or only the sheets that hold the framework.'

/** Why the process that read it had to be ended, in words. */
export function problemOf(path: string, failure: ReadApartFailure): ImportProblem {
  const seconds = BYTE_LIMITS.milliseconds / 1000
  const messages: Record<ReadApartFailure, string> = {
    'too-slow': `Reading it took longer than ${seconds} seconds, so it was ended. Nothing was changed.`,
    'too-much': 'Reading it needed more memory than an import may use, so it was ended. Nothing was changed.',
    'too-long': `What was read is larger than ${megabytes(BYTE_LIMITS.answer)}. Nothing was changed.`,
    cancelled: 'Reading was called off. Nothing was changed.',
  }
  return { place: { path }, message: messages[failure], mend: SMALLER }
}
