// How a framework is read, on the command line: listed, corrected, and what is read then.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run, withoutData } = commandLineBesideServer()
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
const LADDER = join(import.meta.dirname, '../../tests/frameworks/small')

// One person's way, in order: what one command keeps, the next one reads with.
describe('skillmap links', () => {
  test('says that the reader learned every skill of the framework that comes with Skillmap', async () => {
    expect((await run('links')).out).toContain('The reader learned every skill of')
    expect(flat((await run('links --all')).out)).toContain('Delegation: the reader learned this skill')
  })

  test('lists the skills of another framework with what is behind them', async () => {
    expect((await run(['import', LADDER, '--yes'])).code).toBe(0)
    const rows = JSON.parse((await run('links --json')).out)
    expect(rows.length).toBeGreaterThan(1)
    expect((await run('links --all')).out).toContain(': ')
  })

  test('corrects one of them, reads by it, and takes it back', async () => {
    const said = ['decode', 'You should delegate more.', '--json']
    const read = async () => JSON.parse((await run(said)).out)[0].skills[0]?.skill
    const before = await read()
    const [first, second] = JSON.parse((await run('links --json')).out)
    const other = before === first.skill ? second : first
    const corrected = await run(['links', other.skill, '--as', 'delegation'])
    expect([corrected.code, corrected.out]).toEqual([0, expect.stringContaining('is read as Delegation.')])
    expect((await run('links')).out).toContain('Delegation (you said so)')
    expect(await read()).toBe(other.skill)
    expect((await run(['links', other.skill, '--undo'])).out).toContain('as Skillmap found it')
    expect(await read()).toBe(before)
    expect((await run(['links', other.skill, '--own-words'])).out).toContain('by its own words')
  })

  test.each([
    ['links mentoring', 'what it is read as'],
    ['links --as mentoring', 'what it is read as'],
    ['links mentoring --undo --own-words', 'Give one of'],
  ])('“skillmap %s” is not understood, and says what is missing', async (line, hint) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(hint)
  })
})
