// Tests how the log of git is read: whose commits, by which branch, with whom.
import { expect, test } from 'vitest'
import { readGitLog } from './read-git-log.ts'
import { branchInWords, readSubject } from './read-subject.ts'

interface Written {
  hash: string
  parents?: string[]
  subject?: string
  body?: string
  files?: string[]
  name?: string
  address?: string
  moment?: string
}

/** As git writes it with -z and --name-only. */
function logOf(commits: Written[]): string {
  return commits
    .map((one) => {
      const { hash, parents = [], name = 'Ada', address = 'ada@example.org', files = [] } = one
      const moment = one.moment ?? '2026-11-03T23:30:00-05:00'
      const head = [
        '',
        hash,
        parents.join(' '),
        name,
        address,
        moment,
        one.subject ?? hash,
        one.body ?? '',
        '',
      ]
      return `${head.join('\0')}${files.length === 0 ? '' : `\0\n${files.join('\0')}`}`
    })
    .join('\0')
}

const NOVEMBER = { authors: ['ADA@example.org'], since: '2026-11-01', until: '2026-11-30' }

test('The day is the one on the author’s own clock, whatever the zone', () => {
  const { traces } = readGitLog(logOf([{ hash: 'a' }]), NOVEMBER)
  expect(traces.map(({ day }) => day)).toEqual(['2026-11-03'])
})

test('Only one’s own commits of the time are taken, and the others are counted by address', () => {
  const log = logOf([
    { hash: 'c', parents: ['b'] },
    { hash: 'b', parents: ['a'], name: 'Ben', address: 'ben@example.org' },
    { hash: 'a', moment: '2026-10-31T10:00:00+00:00' },
  ])
  const read = readGitLog(log, NOVEMBER)
  expect(read.traces.map(({ origin }) => origin)).toEqual(['git:c'])
  expect(read.authors.map(({ address, commits }) => [address, commits])).toEqual([
    ['ada@example.org', 1],
    ['ben@example.org', 1],
  ])
})

test('A commit is told by the branch that brought it, also through a merge of the main line into it', () => {
  const log = logOf([
    {
      hash: 'm',
      parents: ['x', 'b2'],
      subject: 'Merge pull request #7 from ada/retry',
      body: 'Retry webhooks\n',
    },
    { hash: 'b2', parents: ['b1', 'x'], subject: "Merge branch 'main' into retry" },
    { hash: 'x', parents: ['r'] },
    { hash: 'b1', parents: ['r'] },
    { hash: 'r' },
  ])
  const { traces } = readGitLog(log, NOVEMBER)
  expect(traces.map(({ origin, branch, branchTitle }) => [origin, branch, branchTitle])).toEqual([
    ['git:x', null, null],
    ['git:b1', 'retry', 'Retry webhooks'],
    ['git:r', null, null],
  ])
})

test('People who wrote a commit together are named, and machines are not', () => {
  const body =
    'Why.\n\nCo-authored-by: Ben Example <ben@example.org>\nCo-Authored-By: renovate[bot] <bot@example.org>\n'
  const [trace] = readGitLog(logOf([{ hash: 'a', body }]), NOVEMBER).traces
  expect(trace?.people).toEqual(['Ben Example'])
})

test('Paths with line ends, quotes and names like hashes stay paths', () => {
  const files = ['a\nb.ts', '"q".ts', 'f'.repeat(40)]
  const { traces } = readGitLog(logOf([{ hash: 'b', parents: ['a'], files }, { hash: 'a' }]), NOVEMBER)
  expect(traces.map((trace) => trace.files)).toEqual([files, []])
})

test('A log that was cut off gives the commits before the cut', () => {
  const whole = logOf([{ hash: 'b', parents: ['a'], files: ['x.ts'] }, { hash: 'a' }])
  const { traces } = readGitLog(whole.slice(0, -20), NOVEMBER)
  expect(traces.map(({ origin }) => origin)).toEqual(['git:b'])
  expect(readGitLog('', NOVEMBER).traces).toEqual([])
})

test.each([
  ['feat(api)!: answer sooner (#12)', 'Answer sooner', 'api', ['#12'], false],
  ['ABC-12: Answer sooner', 'Answer sooner', null, ['ABC-12'], false],
  ['hooks/retry: wait longer', 'Wait longer', 'hooks/retry', [], false],
  ['The map: quieter curves', 'The map: quieter curves', null, [], false],
  ['https://example.org/x is down', 'Https://example.org/x is down', null, [], false],
  ['wip', 'Wip', null, [], true],
  ['fixup! Answer sooner', 'Fixup! Answer sooner', null, [], true],
  ['chore(deps): bump zod from 4.0.0 to 4.1.0', 'Bump zod from 4.0.0 to 4.1.0', 'deps', [], true],
  ['Read names as UTF-8', 'Read names as UTF-8', null, [], false],
])('The line “%s” is told as “%s”', (line, text, scope, tickets, small) => {
  expect(readSubject(line)).toMatchObject({ text, scope, tickets, small })
})

test('A branch of several words is readable; one of a word or two is not taken for a title', () => {
  expect(branchInWords('feature/ABC-12-retry-failed-webhooks')).toBe('Retry failed webhooks')
  expect(branchInWords('ada/patch-1')).toBeNull()
  expect(branchInWords('speed')).toBeNull()
})
