// Finds the framework that somebody names on the command line: a folder, the built-in one, or a stored version.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkFramework } from '../core/framework/check-framework.ts'
import type { Framework } from '../core/framework/framework.ts'
import { readFolderFiles } from '../store/read-folder-files.ts'
import { loadFramework } from './built-in.ts'
import { CommandFailure } from './command.ts'
import { connect } from './connect.ts'

const SHORTEST_DIGEST = 8

interface Version {
  digest: string
  id: string
  name: string
}

interface Listed {
  id: string
  name: string
  versions: { digest: string }[]
}

/** Without a word, the built-in framework. Of several stored versions with the same id or name, the newest. */
export async function frameworkNamed(
  word: string | undefined,
  env: Record<string, string | undefined>,
): Promise<Framework> {
  if (word === undefined) return loadFramework()
  if (statSync(resolve(word), { throwIfNoEntry: false })?.isDirectory() ?? false) return fromFolder(word)
  const builtIn = await loadFramework()
  return word === builtIn.id ? builtIn : storedVersion(word, env)
}

function fromFolder(folder: string): Framework {
  const { framework, problems } = checkFramework(readFolderFiles(resolve(folder)))
  if (framework !== null) return framework
  const errors = problems.filter((problem) => problem.severity === 'error')
  const first = errors[0]
  throw new CommandFailure(
    [
      `${folder} cannot be used yet.`,
      ...(first === undefined ? [] : [`${first.file}: ${first.message} ${first.mend}`]),
      `skillmap lint ${folder} lists everything.`,
    ].join('\n'),
  )
}

async function storedVersion(word: string, env: Record<string, string | undefined>): Promise<Framework> {
  const connection = await connect(env)
  try {
    const { body } = await connection.call<{ frameworks: Listed[] }>('GET', '/api/frameworks')
    const versions = body.frameworks.flatMap(({ id, name, versions: all }) =>
      all.map(({ digest }): Version => ({ digest, id, name })),
    )
    const found = versions.find((version) => isMeant(version, word))
    if (found !== undefined) {
      return (await connection.call<Framework>('GET', `/api/frameworks/${found.digest}`)).body
    }
    const ids = [...new Set(versions.map((version) => version.id))].join(', ')
    throw new CommandFailure(`No folder and no framework is called “${word}”. There are: ${ids}.`)
  } finally {
    await connection.close()
  }
}

function isMeant({ digest, id, name }: Version, word: string): boolean {
  const lower = word.toLowerCase()
  const isDigest = lower.length >= SHORTEST_DIGEST && digest.startsWith(lower)
  return isDigest || id === lower || name.toLowerCase() === lower
}
