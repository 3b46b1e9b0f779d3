// Capturing on the command line, from real repositories and files, into a journal of its own.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { withoutStyles } from '../../tests/recording-terminal.ts'
import { temporaryFolder } from '../../tests/test-store.ts'

const { run } = commandLineBesideServer()
const folder = temporaryFolder()
const shop = join(folder, 'shop')
const home = { PATH: process.env.PATH ?? '', HOME: folder, USERPROFILE: folder }

function git(where: string, ...args: string[]): void {
  execFileSync('git', ['-C', where, ...args], { env: { ...home, ...IDENTITY }, stdio: 'pipe' })
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada Example',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada Example',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

function repository(name: string, ...options: string[]): string {
  const where = join(folder, name)
  mkdirSync(where)
  git(where, 'init', '-q', '-b', 'main', ...options)
  return where
}

function commit(where: string, file: string, subject: string): void {
  mkdirSync(join(where, file, '..'), { recursive: true })
  writeFileSync(join(where, file), `${subject}\n`)
  git(where, 'add', '.')
  commits += 1
  const at = new Date(Date.now() - 86_400_000 + commits * 60_000).toISOString()
  git(where, 'commit', '-q', '-m', subject, '--date', at)
}

let commits = 0

const capture = (words: string[], typed?: string[]) =>
  run(['capture', ...words], { env: home, ...(typed === undefined ? {} : { typed }) })

const journalSize = async () => {
  const ran = await capture(['git', shop, '--json'])
  return JSON.parse(ran.out).known as number
}

beforeAll(() => {
  repository('shop')
  git(shop, 'config', 'user.email', 'ada@example.org')
  commit(shop, 'search/index.ts', 'Rebuild the index at night')
  git(shop, 'checkout', '-q', '-b', 'ada/partial-refunds-for-shops')
  commit(shop, 'billing/refund.ts', 'Refund a part of an invoice')
  commit(shop, 'billing/round.ts', 'Round as the tax office does')
  git(shop, 'checkout', '-q', 'main')
  git(
    shop,
    'merge',
    '-q',
    '--no-ff',
    'ada/partial-refunds-for-shops',
    '-m',
    'Merge pull request #3 from ada/partial-refunds-for-shops',
    '-m',
    'Partial refunds',
  )
})

// One person's way, in order.
describe('capturing from git', () => {
  test('pieces of work are shown with numbers, and nothing is kept before it is chosen', async () => {
    const ran = await capture(['git', shop], [''])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toMatch(/1\. Partial refunds\s+Two commits.*branch/s)
    expect(ran.out).toContain('Rebuild the index at night')
    expect(ran.out).toContain('Nothing was kept.')
    expect(await journalSize()).toBe(0)
  })

  test('what somebody wrote into a commit cannot move the cursor or change colours', async () => {
    const odd = repository('odd')
    git(odd, 'config', 'user.email', 'ada@example.org')
    commit(odd, 'a.ts', 'Clear \u001b[2J\u009b31m the \u0007screen')
    const ran = await run(['capture', 'git', odd], { env: home, typed: [''], colour: true })
    expect(ran.out).toMatch(/Clear .*screen/)
    expect(withoutStyles(ran.out)).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('what is chosen is in the journal, in the words that were shown', async () => {
    const ran = await capture(['git', shop, '--keep', '1', '--json'])
    const { kept } = JSON.parse(ran.out)
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ version: 1, source: { kind: 'captured' } })
    expect(kept[0].text).toMatch(/^Partial refunds\n\n- Refund a part of an invoice\n/)
  })

  test('what is there already is not proposed again; the number of the other one stays', async () => {
    const ran = await capture(['git', shop], ['2'])
    expect(ran.out).toContain('Already in your journal: two commits.')
    expect(ran.out).not.toContain('1. Partial')
    expect(ran.out).toContain('Kept in your journal: 1.')
    const after = await capture(['git', shop])
    expect(after.out).toContain('There is nothing new.')
  })

  test('a number that is not there, and a kind that is unknown, keep nothing', async () => {
    commit(shop, 'docs/runbook.md', 'Write the runbook of refunds')
    const ran = await capture(['git', shop, '--keep', '9'])
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('Nothing was kept')])
    const unknown = await capture(['slack', shop])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('git, calendar or csv')])
    const wrong = await capture(['git', shop, '--since', 'yesterday'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--since takes a day')])
  })
})

describe('repositories of every kind', () => {
  const refused = async (where: string, ...more: string[]) => {
    const ran = await capture(['git', where, ...more])
    expect(ran.code).toBe(1)
    return ran.err
  }

  test('no repository, no folder and no commits are answered in words', async () => {
    mkdirSync(join(folder, 'plain'))
    expect(await refused(join(folder, 'plain'))).toContain('is not in a git repository')
    expect(await refused(join(folder, 'nowhere'))).toContain('is no folder')
    expect(await refused(repository('empty'))).toContain('has no commits yet')
  })

  test('commits of others only: their addresses are named', async () => {
    expect(await refused(shop, '--author', 'ben@example.org')).toMatch(
      /no commits by ben@example.org.*ada@example.org \(4\).*--author/s,
    )
  })

  test('without an address in git, one is asked to say whose the commits are', async () => {
    const where = repository('nameless')
    commit(where, 'a.ts', 'Begin with the end')
    expect(await refused(where)).toContain('Git does not know your address here')
    const ran = await capture(['git', where, '--all-authors-are-me'], [''])
    expect(ran.out).toContain('Begin with the end')
  })

  test('git that is not installed is said to be missing', async () => {
    const ran = await run(['capture', 'git', shop], { env: { PATH: join(folder, 'plain') } })
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('Git was not found')])
  })

  test('a bare one, a worktree and a submodule are read; a shallow one says that its history is cut', async () => {
    const me = ['--author', 'ada@example.org']
    git(folder, 'clone', '-q', '--bare', shop, join(folder, 'bare.git'))
    git(shop, 'worktree', 'add', '-q', join(folder, 'beside'), '-b', 'beside')
    const outer = repository('outer')
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shop, 'inner')
    git(folder, 'clone', '-q', '--depth', '1', `file://${shop}`, join(folder, 'shallow'))
    for (const where of [join(folder, 'bare.git'), join(folder, 'beside'), join(outer, 'inner')]) {
      const ran = await capture(['git', where, ...me], [''])
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('Already in your journal: three commits.')
    }
    const shallow = await capture(['git', join(folder, 'shallow'), ...me], [''])
    expect(shallow.out.replaceAll(/\s+/g, ' ')).toContain('its history is cut')
  })

  test('a repository cannot have a program of its own started', async () => {
    const where = repository('hostile')
    const mark = join(folder, 'started')
    const program = join(where, 'evil.sh')
    commit(where, 'a.ts', 'Look at this repository')
    writeFileSync(program, `#!/bin/sh\necho started >> '${mark}'\n`)
    chmodSync(program, 0o755)
    for (const setting of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.askPass',
      'diff.external',
      'gpg.program',
      'diff.evil.textconv',
      'diff.evil.command',
      'pager.log',
      'credential.helper',
    ])
      git(where, 'config', setting, program)
    git(where, 'config', 'log.showSignature', 'true')
    git(where, 'config', 'color.ui', 'always')
    git(where, 'config', 'format.pretty', 'fuller')
    git(where, 'config', 'diff.orderFile', join(where, 'missing'))
    writeFileSync(join(where, '.gitattributes'), '* diff=evil\n')
    const ran = await capture(['git', where, '--author', 'ada@example.org'], [''])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('Look at this repository')
    expect(existsSync(mark)).toBe(false)
  })
})

describe('capturing from files', () => {
  const save = (name: string, lines: string[]) => {
    const file = join(folder, name)
    writeFileSync(file, lines.join('\n'))
    return file
  }

  test('a weekly meeting becomes one proposal, and what was left out is told with its line', async () => {
    const file = save('work.ics', [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Architecture review',
      'DTSTART:20260904T090000Z',
      'DTEND:20260904T100000Z',
      'RRULE:FREQ=WEEKLY',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'SUMMARY:Broken',
      'nonsense',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    const ran = await capture(['calendar', file, '--since', '2026-10-01', '--until', '2026-10-31'], [''])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('1. Architecture review')
    expect(ran.out).toContain('Five meetings, 2 to 30 October 2026.')
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain('“nonsense” is no line of a calendar. (line 12)')
  })

  test('of a table with several people one has to say who one is', async () => {
    const file = save('requests.csv', [
      'number,title,url,state,mergedAt,author',
      '1,Partial refunds,https://git.example/shop/1,MERGED,2026-10-05,ada',
      '2,Night index,https://git.example/shop/2,MERGED,2026-10-06,ben',
    ])
    const time = ['--since', '2026-10-01', '--until', '2026-10-31']
    const asked = await capture(['csv', file, ...time])
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('It names ada (1), ben (1).')])
    const ran = await capture(['csv', file, ...time, '--author', 'ben', '--keep', 'all', '--json'])
    expect(JSON.parse(ran.out).kept).toMatchObject([
      {
        text: expect.stringMatching(/^Night index/),
        links: ['https://git.example/shop/2'],
        happenedOn: '2026-10-06',
      },
    ])
    const nobody = await capture(['csv', file, ...time, '--author', 'zoe'])
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('Nothing in it is by zoe')])
  })

  test('a file of something else says what is known', async () => {
    const file = save('colours.csv', ['Name,Colour', 'Sky,blue', 'Sea,green'])
    const ran = await capture(['csv', file])
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('tickets of Jira are known')])
  })
})
