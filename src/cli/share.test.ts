// Handing something over on the command line, and keeping what somebody else handed over.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { withoutStyles } from '../../tests/recording-terminal.ts'

const mine = commandLineBesideServer()
const theirs = commandLineBesideServer()
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

// One person's way, in order, and then their manager's.
describe('a share file, on the command line', () => {
  const file = join(mine.dataDir, 'for-jonas.html')

  test('can hold nothing before there is something, and says so', async () => {
    expect((await mine.run('share')).out).toContain('You handed over nothing yet.')
    expect((await mine.run('share --choices')).out).toContain('There is nothing to share yet')
  })

  test('holds what was chosen by number, after it was shown, and nothing else', async () => {
    await mine.run(['log', 'Wrote the runbook that ended the nightly calls'])
    await mine.run(['log', 'A secret of mine'])
    const choices = JSON.parse((await mine.run('share --choices --json')).out) as {
      number: number
      line: string
    }[]
    const wanted = choices.find(({ line }) => line.includes('runbook'))?.number ?? 0
    const words = ['share', '--out', file, '--to', 'Jonas', '--from', 'Mira Holm', '--items', String(wanted)]
    const no = await mine.run(words, { typed: ['no'] })
    expect([no.code, no.err]).toEqual([1, expect.stringContaining('No file was made.')])
    const yes = await mine.run(words, { typed: ['yes'] })
    expect([yes.code, yes.err]).toEqual([0, expect.stringContaining('Written:')])
    expect(yes.out).toContain('ended the nightly calls')
    const page = readFileSync(file, 'utf8')
    expect([page.includes('ended the nightly calls'), page.includes('A secret of mine')]).toEqual([
      true,
      false,
    ])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(flat((await mine.run('share')).out)).toContain('Jonas entries: 1')
  })

  test('is never written over another, and asks again for what it does not understand', async () => {
    const over = await mine.run(['share', '--out', file, '--items', 'all', '--yes'])
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('it exists already')])
    const other = join(mine.dataDir, 'other.html')
    const wrong = await mine.run(['share', '--out', other, '--items', 'first'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('such as 1,3,5-7')])
    const none = await mine.run(['share', '--out', other], { typed: [''] })
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('Nothing was chosen')])
    expect((await mine.run('share --to Jonas', mine.withoutData)).code).toBe(2)
  })

  test('is noted as handed over only where the file could be made', async () => {
    const handed = () => mine.run('share --json').then(({ out }) => JSON.parse(out).shares.length as number)
    const before = await handed()
    const place = join(mine.dataDir, 'no such folder', 'x.html')
    const ran = await mine.run(['share', '--out', place, '--items', 'all', '--to', 'Jonas', '--yes'])
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('was not written')])
    const nobody = join(mine.dataDir, 'too-many-words.html')
    const refused = await mine.run([
      'share',
      '--out',
      nobody,
      '--items',
      '1',
      '--yes',
      '--to',
      'J'.repeat(999),
    ])
    expect([refused.code, existsSync(nobody), await handed()]).toEqual([1, false, before])
  })

  test('cannot move the cursor or change the colours of whoever reads it in a terminal', async () => {
    const odd = join(mine.dataDir, 'odd.html')
    const words = 'Hello \u001b]52;c;cm0=\u0007\u001b[2Jthere'
    await mine.run([
      'share',
      '--out',
      odd,
      '--items',
      '1',
      '--yes',
      '--words',
      words,
      '--from',
      'Mira\u001b[31m',
    ])
    const read = await theirs.run(['receive', odd], { typed: ['no'], colour: true })
    expect(read.out).toContain('there')
    expect(withoutStyles(read.out)).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('can be chosen while a program reads the results', async () => {
    const place = join(mine.dataDir, 'by-program.html')
    const ran = await mine.run(['share', '--out', place, '--to', 'Kim', '--json'], { typed: ['1', 'yes'] })
    expect(JSON.parse(ran.out)).toMatchObject({ content: { to: 'Kim' } })
    expect(ran.err).toContain('Written:')
  })

  test('is read by whoever gets it, and kept with a person only after a yes', async () => {
    const no = await theirs.run(['receive', file], { typed: ['no'] })
    expect([no.code, no.out]).toEqual([0, expect.stringContaining('Nothing was kept.')])
    expect(no.out).toContain('ended the nightly calls')
    const yes = await theirs.run(['receive', file], { typed: ['yes'] })
    expect(yes.out).toContain('Kept with Mira Holm.')
    const again = await theirs.run(['receive', file, '--json'])
    expect(JSON.parse(again.out)).toMatchObject({ known: true, file: { from: 'Mira Holm' } })
  })

  test('is refused where it is none, or meant for somebody whom nobody keeps', async () => {
    const strange = join(theirs.dataDir, 'strange.html')
    writeFileSync(strange, '<html></html>')
    expect((await theirs.run(['receive', strange])).code).toBe(1)
    const nobody = await theirs.run(['receive', file, '--as', 'Ada'])
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('You keep nobody called “Ada”.')])
    expect((await theirs.run(['receive', join(theirs.dataDir, 'gone.html')])).err).toContain('cannot be read')
  })
})
