// The command that says which skill is behind what somebody was told, for people and for programs.
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run, withoutData } = commandLineBesideServer()

describe('skillmap decode', () => {
  test('names the skill, the words that said so, and what the role asks of it', async () => {
    const asked = ['decode', 'You should delegate more.', '--role', 'engineering-manager']
    const { code, out } = await run(asked, withoutData)
    expect(code).toBe(0)
    expect(out).toContain('Delegation (very likely)')
    expect(out).toContain('by the words delegate')
    expect(out).toMatch(/Engineering manager asks level \d:/)
  })

  test('takes the role that is kept, where one is', async () => {
    await run('assess --role engineering-manager --count 1', { typed: ['y', 'n', 'y', 'n'] })
    expect((await run(['decode', 'You should delegate more.'])).out).toMatch(/Engineering manager asks level/)
  })

  test('says that a sentence is about no skill, too vague, or not in English', async () => {
    const said = async (text: string) => (await run(['decode', text], withoutData)).out
    expect(await said('The offsite moves to Thursday.')).toContain('Not about a skill.')
    expect(await said('You should really step up.')).toContain('Too vague to tell.')
    const vague = await said('You should be more strategic and visible.')
    expect(vague).toContain('People who say this often mean:')
    expect(vague).toContain('Visibility of work: ')
    expect(await said('Du solltest mehr Aufgaben an dein Team abgeben.')).toContain('Not in English')
  })

  test('answers each line of JSON with a line of JSON, and names lines that it cannot read', async () => {
    const typed = [
      '{"id":"a","text":"You should delegate more."}',
      'no JSON',
      '{"id":7,"text":"The offsite moves to Thursday."}',
      '',
      '{"text":"without an id"}',
      JSON.stringify({ id: 'long', text: 'word '.repeat(1_000_000) }),
      '{"id":"z","text":""}',
    ]
    const { code, out, err } = await run(['decode', '--jsonl'], { ...withoutData, typed })
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id, refused }) => [id, refused])).toEqual([
      ['a', false],
      [7, true],
      ['z', true],
    ])
    expect(answers[0].skills[0].id).toBe('delegation')
    expect(answers[0].polarity).toBe('gap')
    expect(err).toContain('Line 2 was passed over: it is not JSON.')
    expect(err).toContain('Line 5 was passed over: it has no "id".')
    expect(err).toContain('Line 6 was passed over: its text has 5,000,000 characters')
    expect(code).toBe(1)
  })

  test('asks for a sentence where there is none', async () => {
    const { code, err } = await run(['decode'], withoutData)
    expect(code).toBe(2)
    expect(err).toContain('Give a sentence')
  })
})
