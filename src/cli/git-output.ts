// Runs git on somebody's repository: without a shell, and without anything that the repository could have it start.
import { spawn } from 'node:child_process'
import { fail, type Result, succeed } from '../core/result.ts'

export type GitFailure =
  | { kind: 'no-git' | 'too-slow' | 'too-much' }
  /** Git's own words, on one line. */
  | { kind: 'refused'; words: string }

const MILLISECONDS = 30_000
const MOST_BYTES = 128 * 1024 * 1024

/** From the environment: where programs and the person's own settings are, and nothing about another repository. */
const HANDED_ON = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'XDG_CONFIG_HOME',
  'SystemRoot',
  'TEMP',
]

/**
 * A repository's own settings can name programs: for signatures, differences, file watching, fetching what is missing.
 * Here each of them is named again, harmless; what stands last on the command line counts.
 */
const HARMLESS = [
  ['core.fsmonitor', 'false'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.askPass', 'false'],
  ['credential.helper', ''],
  ['protocol.allow', 'never'],
  ['diff.external', ''],
  ['diff.orderFile', '/dev/null'],
  ['log.showSignature', 'false'],
  ['log.showRoot', 'true'],
  ['gpg.program', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** What git writes, as text. Git starts in `folder` and looks for the repository there and above. */
export function gitOutput(
  folder: string,
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<Result<string, GitFailure>> {
  return new Promise((resolve) => {
    const child = spawn('git', ['--no-pager', '--no-replace-objects', ...HARMLESS, ...args], {
      cwd: folder,
      env: quietEnvironment(env),
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const parts: Buffer[] = []
    let bytes = 0
    let words = ''
    let ended: GitFailure | null = null
    const end = (failure: GitFailure) => {
      ended ??= failure
      child.kill('SIGKILL')
    }
    const late = setTimeout(() => end({ kind: 'too-slow' }), MILLISECONDS)
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > MOST_BYTES) end({ kind: 'too-much' })
      else parts.push(part)
    })
    child.stderr.on('data', (part: Buffer) => {
      if (words.length < 4000) words += part.toString('utf8')
    })
    child.on('error', () => end({ kind: 'no-git' }))
    child.on('close', (code) => {
      clearTimeout(late)
      if (ended !== null) resolve(fail(ended))
      else if (code === 0) resolve(succeed(Buffer.concat(parts).toString('utf8')))
      else resolve(fail({ kind: 'refused', words: words.trim().split('\n')[0] ?? '' }))
    })
  })
}

function quietEnvironment(env: Record<string, string | undefined>): Record<string, string> {
  const handed = HANDED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]))
  return {
    ...Object.fromEntries(handed),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Git from 2.44 on fetches nothing then; before, no protocol is allowed.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_ATTR_NOSYSTEM: '1',
  }
}
