// Into how many items a month of work becomes, and how long a large repository takes: real git, from log to proposals.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGit } from '#build/cli/read-git.js'
import { STRETCH_DAYS } from '#build/core/capture/group-traces.js'
import { propose } from '#build/core/capture/propose.js'
import { type GitCommit, readGitLog } from '#build/core/capture/read-git-log.js'
import { type LogRequest, ME, writtenLog } from '#build/core/capture/written-log.js'
import type { Figure } from './figure.ts'
import { projectRoot } from './running-server.ts'

const LONG_AGO = '2000-01-01'
const LATER = '2099-12-31'
/** A year of somebody who commits often: 5,000 commits and more. */
const LARGE: LogRequest = { seed: 20, piecesPerMonth: 20, months: 12, commitsPerPiece: 21, habit: 'branches' }

export async function measureCapture(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-bench-'))
  try {
    return [...recordedMonth(), ...writtenMonths(), await largeRepository(folder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Skillmap's own first days, as recorded in the tests. */
function recordedMonth(): Figure[] {
  const file = join(projectRoot, 'tests', 'capture', 'recorded-log.txt')
  const output = readFileSync(file, 'utf8').replaceAll('\u2400', '\0')
  const { traces } = readGitLog(output, { authors: null, since: LONG_AGO, until: LATER })
  const { proposals } = propose(traces, new Set())
  return [items('capture: items of a recorded month', proposals.length, `of ${traces.length} commits`)]
}

const HABITS: LogRequest['habit'][] = ['branches', 'scopes', 'tickets', 'plain']

function writtenMonths(): Figure[] {
  return HABITS.map((habit) => {
    const request: LogRequest = { seed: 96, piecesPerMonth: 8, months: 6, commitsPerPiece: 8, habit }
    const log = writtenLog(request)
    const which = { authors: [ME.address], since: LONG_AGO, until: LATER }
    const { traces } = readGitLog(log.output, which)
    const { proposals } = propose(traces, new Set())
    const stretches = (request.months * 30) / STRETCH_DAYS
    const note = `of ${Math.round(traces.length / stretches)} commits; ${request.piecesPerMonth} pieces were written`
    return items(`capture: items a month, ${habit}`, proposals.length / stretches, note)
  })
}

function items(name: string, value: number, note: string): Figure {
  return { name, value, unit: 'items', target: 15, note: value < 5 ? `too few, ${note}` : note }
}

async function largeRepository(folder: string): Promise<Figure> {
  const log = writtenLog(LARGE)
  execFileSync('git', ['init', '-q', '--bare', folder])
  const made = spawnSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: fastImport(log.commits) })
  if (made.status !== 0) throw new Error(`git fast-import: ${made.stderr}`)
  execFileSync('git', ['-C', folder, 'symbolic-ref', 'HEAD', 'refs/heads/written'])
  const began = performance.now()
  const asked = { folder, authors: [ME.address], since: LONG_AGO, until: LATER, allBranches: false }
  const read = await readGit(asked, process.env)
  const { proposals } = propose(read.traces, new Set())
  const seconds = (performance.now() - began) / 1000
  const note = `${log.commits.length} commits, ${read.traces.length} of one's own, ${proposals.length} items`
  return { name: 'capture: a repository, log to proposals', value: seconds, unit: 's', target: 5, note }
}

/** As git's own stream. */
function fastImport(commits: readonly GitCommit[]): string {
  const marks = new Map(commits.map(({ hash }, index) => [hash, index + 1]))
  const stream = commits.flatMap(({ hash, parents, name, address, moment, subject, body, files }) => {
    const who = `${name} <${address}> ${Math.floor(Date.parse(moment) / 1000)} +0000`
    const [from, ...merged] = parents.map((parent) => marks.get(parent))
    return [
      `commit refs/heads/written\nmark :${marks.get(hash)}\nauthor ${who}\ncommitter ${who}`,
      data(`${subject}\n\n${body}`),
      ...(from === undefined ? [] : [`from :${from}`]),
      ...merged.map((parent) => `merge :${parent}`),
      ...files.map((path) => `M 100644 inline ${path}\n${data(hash)}`),
    ]
  })
  return `${stream.join('\n')}\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
