// Reads what `git log` writes into traces of one person's work, with the branch that each commit came in by.
import { readSubject } from './read-subject.ts'
import type { TraceOfWork } from './trace.ts'

/**
 * The fields of one commit, parted by zero bytes, which no message and no path can hold. The empty field in front of
 * each commit tells it from the paths of the one before. For `git log -z --name-only`.
 */
export const GIT_FORMAT = ['', '%H', '%P', '%an', '%ae', '%aI', '%s', '%b', ''].join('%x00')

/** One commit as git tells it. */
export interface GitCommit {
  hash: string
  parents: string[]
  name: string
  address: string
  /** With the author's own offset from UTC. */
  moment: string
  subject: string
  body: string
  files: string[]
}

export interface WhichCommits {
  /** Addresses or names; a commit is one's own where its author has one of them. Null takes all. */
  authors: readonly string[] | null
  /** Days of the author, both included. */
  since: string
  until: string
}

export interface GitReading {
  traces: TraceOfWork[]
  /** Commits of the time, by address, the most first: to see under which address one wrote. */
  authors: { address: string; name: string; commits: number }[]
}

export function readGitLog(output: string, which: WhichCommits): GitReading {
  const commits = commitsIn(output)
  const inTime = commits.filter(({ moment, parents }) => {
    const day = moment.slice(0, 10)
    return parents.length < 2 && day >= which.since && day <= which.until
  })
  const branches = branchesOf(commits)
  const wanted = which.authors?.map((author) => author.trim().toLowerCase()) ?? null
  const isOwn = ({ address, name }: GitCommit) =>
    wanted === null || wanted.includes(address.toLowerCase()) || wanted.includes(name.toLowerCase())
  return {
    traces: inTime.filter(isOwn).map((commit) => traceOf(commit, branches.get(commit.hash) ?? null)),
    authors: authorsOf(inTime),
  }
}

function commitsIn(output: string): GitCommit[] {
  const fields = output.split('\0')
  const commits: GitCommit[] = []
  let at = 0
  while (at + 8 < fields.length) {
    // Each commit begins with an empty field; whatever else stands here was cut off.
    if (fields[at] !== '') break
    const [hash = '', parents = '', name = '', address = '', moment = '', subject = '', body = ''] =
      fields.slice(at + 1, at + 8)
    at += 9
    const files: string[] = []
    while (at < fields.length && fields[at] !== '') {
      files.push((fields[at] ?? '').replace(/^\n/, ''))
      at += 1
    }
    commits.push({
      hash,
      parents: parents.split(' ').filter(Boolean),
      name,
      address,
      moment,
      subject,
      body,
      files,
    })
  }
  return commits
}

interface Branch {
  name: string
  title: string | null
}

/**
 * By which merge each commit came in. The main line is what the newest commit and its first parents are; a merge on it
 * brings what its other parents reach and nothing before it has reached.
 */
function branchesOf(commits: readonly GitCommit[]): Map<string, Branch> {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]))
  const line: GitCommit[] = []
  const seen = new Set<string>()
  for (let next = commits[0]; next !== undefined; next = byHash.get(next.parents[0] ?? '')) {
    line.push(next)
    if (seen.has(next.hash)) break
    seen.add(next.hash)
  }
  const reached = new Set<string>()
  const branches = new Map<string, Branch>()
  for (const commit of line.reverse()) {
    reached.add(commit.hash)
    const branch = commit.parents.length < 2 ? null : branchOfMerge(commit)
    const open = commit.parents.slice(1)
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      const found = byHash.get(hash)
      if (found === undefined || reached.has(hash) || seen.has(hash)) continue
      reached.add(hash)
      if (branch !== null) branches.set(hash, branch)
      open.push(...found.parents)
    }
  }
  return branches
}

/** Merged into a branch, these say only that the branch was kept up to date. */
const MAIN_LINES = /^(?:origin\/|upstream\/)?(?:main|master|trunk|develop|development|dev)$/

/** GitHub and GitLab write the title of the request into the body of the merge, as its first line. */
function branchOfMerge({ subject, body }: GitCommit): Branch | null {
  const name = readSubject(subject).mergedBranch
  if (name === null || MAIN_LINES.test(name)) return null
  const [first = ''] = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const isTitle =
    /^Merge (?:pull request|branch)/.test(subject) &&
    first.length > 5 &&
    !/^[\w-]+: \S+$|^\* |^Conflicts/.test(first)
  return { name, title: isTitle ? first.slice(0, 200) : null }
}

const CO_AUTHOR = /^co-authored-by:\s*([^<\n]{1,100}?)\s*<[^>\n]*>\s*$/gim

function traceOf(commit: GitCommit, branch: Branch | null): TraceOfWork {
  const subject = commit.subject.trim() === '' ? '(no message)' : commit.subject.trim()
  const others = [...commit.body.matchAll(CO_AUTHOR)]
    .map(([, name = '']) => name)
    .filter((name) => name !== commit.name && !/\bbot\b|\[bot\]/i.test(name))
  return {
    kind: 'commit',
    origin: `git:${commit.hash}`,
    day: commit.moment.slice(0, 10),
    at: Date.parse(commit.moment) || 0,
    text: subject.slice(0, 300),
    who: [commit.name, commit.address],
    files: commit.files,
    labels: [],
    branch: branch?.name ?? null,
    branchTitle: branch?.title ?? null,
    people: [...new Set(others)],
    link: null,
    minutes: null,
  }
}

function authorsOf(commits: readonly GitCommit[]): GitReading['authors'] {
  const byAddress = new Map<string, GitReading['authors'][number]>()
  for (const { address, name } of commits) {
    const known = byAddress.get(address.toLowerCase())
    if (known === undefined) byAddress.set(address.toLowerCase(), { address, name, commits: 1 })
    else known.commits += 1
  }
  return [...byAddress.values()].sort((a, b) => b.commits - a.commits || (a.address < b.address ? -1 : 1))
}
