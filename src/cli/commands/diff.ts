// skillmap diff: what became of a framework from one version to another.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Framework } from '../../core/framework/framework.ts'
import { hasErrors } from '../../core/framework/problem.ts'
import { readFrameworkFolder } from '../../core/framework/read-folder.ts'
import { currentShape } from '../../core/framework/stored-framework.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { type DiffSection, sectionsOf } from '../../core/revision/diff-sections.ts'
import { summariseDiff } from '../../core/revision/diff-summary.ts'
import { sayChange } from '../../core/revision/diff-words.ts'
import { readFolderFiles } from '../../store/read-folder-files.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { bullets, heading, paragraph, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'What changed from one version of a framework to another',
  usage: 'skillmap diff <before> <after>',
  about:
    'Compares two versions by meaning: skills, sentences, expectations, roles and moves. Each is a folder, a file of JSON, the id of a framework (its newest version), or a digest or its beginning.',
  examples: [
    'skillmap diff ./our-framework ../next/our-framework',
    'skillmap diff skillmap ./our-framework',
    'skillmap diff 3f2a91 b20c77 --json',
  ],
  positionals: [2, 2],
  async run({ positionals: [one = '', other = ''], json }, terminal) {
    const versions = storedVersions(terminal)
    try {
      const before = await load(one, versions)
      const after = await load(other, versions)
      const found = diffFrameworks(before, after)
      const summary = summariseDiff(found)
      if (json) {
        const changes = found.changes.map((change) => ({ ...change, sentence: sayChange(change) }))
        return printJson(terminal, { before: found.before, after: found.after, summary, changes })
      }
      const title = `${before.name} ${before.version} → ${after.name} ${after.version}`
      terminal.out(styled(terminal, 'bold', title))
      for (const sentence of summary) paragraph(terminal, sentence)
      for (const section of sectionsOf(found)) show(section, terminal)
    } finally {
      await versions.close()
    }
  },
}

function show(section: DiffSection, terminal: Terminal): void {
  heading(terminal, section.title)
  bullets(terminal, section.changes.map(sayChange))
}

interface StoredVersions {
  find(word: string): Promise<Framework>
  close(): Promise<void>
}

/** Opens the data only when a version is neither a folder nor a file. */
function storedVersions(terminal: Terminal): StoredVersions {
  let opened: Promise<Connection> | null = null
  return {
    async find(word) {
      opened ??= connect(terminal.env)
      const connection = await opened
      const { body } = await connection.call<{ digest: string; id: string }[]>('GET', '/api/frameworks')
      const found = body.filter(
        ({ digest, id }) => id === word || (word.length >= 4 && digest.startsWith(word)),
      )
      const digests = new Set(found.map(({ digest }) => digest))
      const [first] = found
      if (first === undefined || (first.id !== word && digests.size > 1))
        throw new CommandFailure(notFound(word, digests))
      return (await connection.call<Framework>('GET', `/api/frameworks/${first.digest}`)).body
    },
    close: async () => (await opened)?.close(),
  }
}

function notFound(word: string, digests: Set<string>): string {
  return digests.size > 1
    ? `“${word}” begins ${digests.size} digests. Give more of it.`
    : `“${word}” is no folder, no file, and no framework or version that is stored here.`
}

async function load(word: string, versions: StoredVersions): Promise<Framework> {
  const place = resolve(word)
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isDirectory()) return loadFolder(word, place)
  if (found?.isFile()) return loadJson(word, place)
  return versions.find(word)
}

function loadFolder(word: string, place: string): Framework {
  const { framework, problems } = readFrameworkFolder(readFolderFiles(place))
  if (framework === null || hasErrors(problems))
    throw new CommandFailure(
      `${word} has errors, so that it cannot be compared. skillmap lint ${word} lists them.`,
    )
  return framework
}

async function loadJson(word: string, place: string): Promise<Framework> {
  const { frameworkSchema } = await import('../../server/framework-wire.ts')
  let value: unknown
  try {
    value = JSON.parse(readFileSync(place, 'utf8'))
  } catch {
    throw new CommandFailure(`${word} is not JSON.`)
  }
  // A file that `skillmap export` or the page wrote has the framework in an envelope.
  const inside = (value as { framework?: unknown } | null)?.framework ?? value
  const parsed = frameworkSchema.safeParse(currentShape(inside as Framework))
  if (!parsed.success)
    throw new CommandFailure(
      `${word} does not hold a framework of Skillmap: ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
    )
  return parsed.data as Framework
}
