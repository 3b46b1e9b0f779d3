// Finds the framework that somebody names on the command line: a folder, the built-in one, or a stored version.
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkFramework } from '../core/framework/check-framework.ts'
import type { Framework } from '../core/framework/framework.ts'
import { dataFolder, placesIn } from '../store/engine/data-folder.ts'
import { readFolderFiles } from '../store/framework/read-folder-files.ts'
import { loadFramework } from './built-in.ts'
import { CommandFailure, type Given, textOption } from './command.ts'
import { type Connection, connect } from './connect.ts'
import type { Terminal } from './terminal.ts'

const SHORTEST_DIGEST = 8

/** For the options of a command that looks at a framework. */
export const FRAMEWORK_OPTION = {
  '--framework <id or folder>': 'Another framework than the one in use: an id, a digest, or a folder.',
}
export const FRAMEWORK_PARSE = { framework: { type: 'string' } } as const

type Env = Record<string, string | undefined>

export interface StoredVersion {
  digest: string
  id: string
  name: string
  version: string
}

interface FrameworkList {
  inUse: StoredVersion
  frameworks: { id: string; name: string; versions: { digest: string; version: string }[] }[]
}

/**
 * A folder needs no data, nor does the built-in framework. Without a word it is the one in use: the built-in one, as
 * long as there was never another. Of several stored versions with the same id or name, the newest.
 */
export async function frameworkNamed(word: string | undefined, env: Env): Promise<Framework> {
  if (word === undefined) return hadAnother(env) ? stored(undefined, env) : loadFramework()
  if (isFolder(word)) return fromFolder(word)
  const builtIn = await loadFramework()
  return word === builtIn.id ? builtIn : stored(word, env)
}

/** The one that `--framework` names, or the one in use. */
export function frameworkOf(given: Given, terminal: Pick<Terminal, 'env'>): Promise<Framework> {
  return frameworkNamed(textOption(given, 'framework'), terminal.env)
}

export function isFolder(word: string): boolean {
  return statSync(resolve(word), { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** The folder of own frameworks is made with the first choice of another than the built-in one. */
function hadAnother(env: Env): boolean {
  return existsSync(placesIn(dataFolder(env)).frameworks)
}

/** By id, name, or the beginning of a digest, in the data that is open. */
export async function storedVersionNamed(connection: Connection, word: string): Promise<StoredVersion> {
  const { body } = await connection.call<FrameworkList>('GET', '/api/frameworks')
  const versions = body.frameworks.flatMap(({ versions: all, ...framework }) =>
    all.map(({ digest, version }): StoredVersion => ({ ...framework, digest, version })),
  )
  const found = versions.find((version) => isMeant(version, word))
  if (found !== undefined) {
    const { digest, id, name, version } = found
    return { digest, id, name, version }
  }
  const ids = [...new Set(versions.map((version) => version.id))].join(', ')
  throw new CommandFailure(`No framework is called “${word}”. There are: ${ids}.`)
}

/** What is known about the person, against the framework in use or the one named: ratings belong to one of them. */
export async function meAgainst<Me>(connection: Connection, word: string | undefined): Promise<Me> {
  if (word === undefined) return (await connection.call<Me>('GET', '/api/me')).body
  if (isFolder(word))
    throw new CommandFailure(
      `Nothing was rated against a folder: bring it with skillmap import ${word}, or say --from <role>.`,
    )
  const { digest } = await storedVersionNamed(connection, word)
  return (await connection.call<Me>('GET', `/api/me?framework=${digest}`)).body
}

async function stored(word: string | undefined, env: Env): Promise<Framework> {
  const connection = await connect(env)
  try {
    const version =
      word === undefined
        ? (await connection.call<FrameworkList>('GET', '/api/frameworks')).body.inUse
        : await storedVersionNamed(connection, word)
    return (await connection.call<Framework>('GET', `/api/frameworks/${version.digest}`)).body
  } finally {
    await connection.close()
  }
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

function isMeant({ digest, id, name }: StoredVersion, word: string): boolean {
  const lower = word.toLowerCase()
  const isDigest = lower.length >= SHORTEST_DIGEST && digest.startsWith(lower)
  return isDigest || id === lower || name.toLowerCase() === lower
}
