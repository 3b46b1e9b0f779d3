// Reads one's own commits of a time from a repository, and says what it is where there is nothing to read.
import { statSync } from 'node:fs'
import { GIT_FORMAT, type GitReading, readGitLog } from '../core/capture/read-git-log.ts'
import { CommandFailure } from './command.ts'
import { type GitFailure, gitOutput } from './git-output.ts'

export interface AskedGit {
  folder: string
  /** Empty: whoever git itself takes one for in this repository. Null: everybody. */
  authors: readonly string[] | null
  /** Days, both included. */
  since: string
  until: string
  /** Local branches too, not only what the current one holds. */
  allBranches: boolean
}

export interface ReadGit extends GitReading {
  /** By whom one's own commits were known. */
  ownNames: readonly string[] | null
  /** What a person should know of this repository. */
  notes: string[]
}

/** Of one reading; a month of a large company's repository has fewer. */
const MOST_COMMITS = 50_000
/** A rebased commit is younger than its author's day. */
const LATER_DAYS = 62
const DAY_SECONDS = 86_400
/** Days of other time zones begin up to fourteen hours earlier. */
const ZONE_SECONDS = 14 * 3600

/** Throws a CommandFailure that says what to do, where there is no history to read. */
export async function readGit(asked: AskedGit, env: Record<string, string | undefined>): Promise<ReadGit> {
  const { folder } = asked
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CommandFailure(`${folder} is no folder.`)
  const run = async (...args: string[]) => {
    const answer = await gitOutput(folder, args, env)
    if (!answer.ok) throw new CommandFailure(sayFailure(folder, answer.failure))
    return answer.value
  }
  const shallow = (await run('rev-parse', '--is-shallow-repository')).trim() === 'true'
  if (!(await hasCommits(folder, env)))
    throw new CommandFailure(`The repository in ${folder} has no commits yet.`)
  const authors = asked.authors?.length === 0 ? await namesInGit(folder, env) : asked.authors
  const output = await run(
    'log',
    '-z',
    '--name-only',
    `--format=${GIT_FORMAT}`,
    `--max-count=${MOST_COMMITS}`,
    // In seconds: git reads dates in words too, and takes what it does not understand for now.
    `--max-age=${secondsOf(asked.since) - ZONE_SECONDS}`,
    `--min-age=${secondsOf(asked.until) + LATER_DAYS * DAY_SECONDS}`,
    ...PLAIN_LOG,
    ...(asked.allBranches ? ['HEAD', '--branches'] : ['HEAD']),
    '--',
  )
  const reading = readGitLog(output, { authors, since: asked.since, until: asked.until })
  return { ...reading, ownNames: authors, notes: shallow ? [SHALLOW] : [] }
}

function secondsOf(day: string): number {
  return Math.max(ZONE_SECONDS, Date.parse(`${day}T00:00:00Z`) / 1000)
}

const SHALLOW =
  'This is a shallow clone: its history is cut, and older work is not in it. To have all of it: git fetch --unshallow'

/** Nothing that settings could add to the output, and no program that they could name. */
const PLAIN_LOG = [
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--no-relative',
  '--no-notes',
  '--no-show-signature',
  '--no-decorate',
  '--no-mailmap',
  '--no-follow',
  '--diff-merges=off',
  '--ignore-submodules=all',
  '--encoding=UTF-8',
]

async function hasCommits(folder: string, env: Record<string, string | undefined>): Promise<boolean> {
  return (await gitOutput(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], env)).ok
}

/** The address that git writes into commits here, from the person's or the repository's settings. */
async function namesInGit(folder: string, env: Record<string, string | undefined>): Promise<string[]> {
  const answer = await gitOutput(folder, ['config', '--get-all', 'user.email'], env)
  const addresses = answer.ok
    ? answer.value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : []
  if (addresses.length === 0)
    throw new CommandFailure(
      'Git does not know your address here. Say which commits are yours: --author <address>, more than once if you have several.',
    )
  return [...new Set(addresses)]
}

function sayFailure(folder: string, failure: GitFailure): string {
  switch (failure.kind) {
    case 'no-git':
      return 'Git was not found. Install it, or put it on the PATH; Skillmap reads history through your own git.'
    case 'too-slow':
      return 'Git took longer than 30 seconds and was ended. Ask for a shorter time: --since <day>'
    case 'too-much':
      return 'That is more history than is read at once. Ask for a shorter time: --since <day>'
    case 'refused':
      return sayRefusal(folder, failure.words)
  }
}

function sayRefusal(folder: string, words: string): string {
  if (/not a git repository/.test(words)) return `${folder} is not in a git repository.`
  if (/dubious ownership/.test(words))
    return `Git does not read ${folder}, because it belongs to somebody else on this machine. If you trust it: git config --global --add safe.directory <its full path>`
  if (/lazy fetching|promisor|could not fetch|unable to read tree|protocol|transport/i.test(words))
    return `Parts of the history of ${folder} are not on this machine, and Skillmap fetches nothing. Fetch them with git first.`
  return `Git could not read ${folder}: ${words.replace(/^fatal: /, '')}`
}
