// The journal and its key on the command line, against data of their own.
import { chmodSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run, withoutData, dataDir } = commandLineBesideServer()
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

// One person's way, in order: what one command keeps, the next one shows.
describe('a journal, on the command line', () => {
  test('begins with one line, for today, and says which skills it may show', async () => {
    const ran = await run(['log', 'Mentored two engineers through their first design review'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(flat(ran.out)).toMatch(/Kept for \d{4}-\d\d-\d\d\. It may show: .*Mentoring/)
    const more = await run('log --more --skill mentoring:3 --credit Kim --link https://example.org/review')
    expect(more.out).toContain('Mentoring & teaching 3')
    await run('log --more -', { typed: ['Both lead reviews now.', 'One wrote a guide.'] })
    expect(JSON.parse((await run('log --list --json')).out).entries[0].text).toBe(
      'Mentored two engineers through their first design review\n\nBoth lead reviews now.\nOne wrote a guide.',
    )
  })

  test('takes its text from a pipe, and from a question', async () => {
    await run('log - --on 2026-01-05 --template prevention', {
      typed: ['Moved the backups.', '', 'Nobody noticed.'],
    })
    await run('log --on 2026-01-04', { typed: ['Reviewed the hiring loop'] })
    const { entries } = JSON.parse((await run('journal --until 2026-01-31 --json')).out)
    expect(entries).toMatchObject([
      { text: 'Moved the backups.\n\nNobody noticed.', template: 'prevention', happenedOn: '2026-01-05' },
      { text: 'Reviewed the hiring loop' },
    ])
  })

  test('is searched by words, skill and person', async () => {
    expect((await run('journal backups')).out).toContain('Moved the backups.')
    const found = (await run('journal --skill mentoring --person kim')).out
    expect(found).toContain('Mentored two engineers')
    expect(flat(found)).toContain('Mentoring & teaching 3 · with Kim')
    expect(flat(found)).toContain('One entry supports level 3 within twelve months.')
    expect((await run('journal xylophone')).out).toBe('No entry fits.\n')
  })

  test('takes back what was written last', async () => {
    await run(['log', 'A slip of the keyboard'])
    expect((await run('log --undo')).out).toContain('Taken back: A slip of the keyboard')
    expect((await run('log --list')).out).not.toContain('slip')
  })

  test('waits for its key when the file is lost, and is there again with the recovery sheet', async () => {
    const sheet = (await run('key show')).out
    const groups = sheet.match(/\b[0-9A-Z]{4}\b(?= |$)/gm) ?? []
    expect(groups.length).toBeGreaterThanOrEqual(14)
    expect(flat((await run('key')).out)).toContain('You keep its recovery sheet')
    const file = join(dataDir, 'keys', 'key.json')
    renameSync(file, `${file}.away`)
    const journal = await run('journal')
    expect(flat(journal.out)).toContain('cannot be read: the key is missing. Put back the recovery sheet')
    const words = sheet
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .join(' ')
      .trim()
      .replaceAll(/\s+/g, ' ')
    await run(['log', 'Written meanwhile'])
    expect(flat((await run('key')).out)).toContain(
      'A key is missing, so some of what you wrote cannot be read.',
    )
    const slip = await run(`key restore ${words.slice(0, -1)}${words.endsWith('X') ? 'Y' : 'X'}`)
    expect([slip.code, slip.err]).toEqual([1, expect.stringContaining('slip')])
    const restored = await run('key restore', { typed: [words.toLowerCase()] })
    expect(restored.out).toContain('The key is back.')
    expect((await run('journal')).out).toContain('Moved the backups.')
    expect((await run('key')).out).toContain('The key is there:')
    rmSync(`${file}.away`)
    chmodSync(file, 0o644)
    if (process.platform !== 'win32') expect((await run('doctor')).out).toContain('others may read')
  })

  test.each([
    ['log something --template heroic', 'plain, glue, prevention, mentoring'],
    ['log something --skill mentoring --skill coaching --level 3', '--level goes with one --skill'],
    ['key burn', 'neither show nor restore'],
    ['journal --limit many', '--limit takes a number'],
  ])('“skillmap %s” is not understood, and says what is missing', async (line, hint) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(hint)
  })
})
