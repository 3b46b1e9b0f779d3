// skillmap lint: what is wrong or weak in a framework's folder, told so that it can be read and counted.
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { SMALL } from '../../tests/frameworks/read-files.ts'

const { dataDir, nowhere, run } = commandLineBesideServer()

describe('lint', () => {
  test('passes the framework that comes with Skillmap', async () => {
    const ran = await run('lint frameworks/skillmap')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('can be used')
  })

  test('names file, line and mend of a problem, and fails', async () => {
    const folder = join(dataDir, 'broken')
    mkdirSync(folder)
    writeFileSync(join(folder, 'framework.yaml'), 'id: broken\nname: [unclosed\n')
    const ran = await run(['lint', folder])
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/framework\.yaml:\d+ {2}error/)
    const json = JSON.parse((await run(['lint', folder, '--json'])).out.split('\n{\n  "error"')[0] ?? '') as {
      errors: number
    }
    expect(json.errors).toBeGreaterThan(0)
  })

  describe('of a framework with three hundred weak sentences', () => {
    const folder = join(dataDir, 'vague')
    beforeAll(() => {
      cpSync(SMALL, folder, { recursive: true })
      const levels = [1, 2, 3].map((level) => {
        const sentences = Array.from(
          { length: 100 },
          (_, at) =>
            `- [b-${level}-${at}] Consistently bakes ${level * 100 + at} loaves of sort${level}x${at}.`,
        )
        return `\n## Level ${level}\n\n### A colleague can see\n\n${sentences.join('\n')}\n`
      })
      const head = '---\nname: Dough\ngroup: baking\n---\n\nMaking dough.\n'
      writeFileSync(join(folder, 'skills/dough-making.md'), head + levels.join(''))
    })

    test('lists ten of a kind, counts the rest and says how to see them', async () => {
      const ran = await run(['lint', folder], { width: 100 })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('Words that nobody can observe (300)')
      expect(ran.out.match(/says how often without a number/g)).toHaveLength(10)
      expect(ran.out.match(/→ Say how often/g)).toHaveLength(1)
      expect(ran.out).toContain('And 290 more: skillmap lint')
      expect(ran.out.split('\n').length).toBeLessThan(60)
      expect(ran.out).toMatch(/- \{ accept:\s+unobservable-word, at:\s+dough-making\/b-1-0, reason: … \}/)
      expect(ran.out).toContain('can be used: no errors, 300 warnings, no advice.')
    })

    test('lists all of one kind where it is asked for', async () => {
      const ran = await run(['lint', folder, '--only', 'unobservable-word'])
      expect(ran.out.match(/says how often without a number/g)).toHaveLength(300)
      expect((await run(['lint', folder, '--only', 'thin-jump'])).out).toContain('no warnings')
    })

    test('tells everything to a program, by kind', async () => {
      const answer = JSON.parse((await run(['lint', folder, '--json'])).out) as {
        kinds: Record<string, number>
        problems: { kind: string; at: string; line: number }[]
      }
      expect(answer).toMatchObject({
        errors: 0,
        warnings: 300,
        advice: 0,
        accepted: 0,
        notJudged: [],
        kinds: { 'unobservable-word': 300 },
      })
      expect(answer.problems[0]).toMatchObject({ at: 'dough-making/b-1-0', line: 12 })
    })

    test('fails only where --strict asks for a clean report', async () => {
      const strict = await run(['lint', folder, '--strict'])
      expect([strict.code, strict.err]).toEqual([
        1,
        `${folder} can be used, but --strict asks for a clean report: no errors, 300 warnings, no advice.\n`,
      ])
      expect((await run(['lint', SMALL, '--strict'])).code).toBe(0)
    })

    test('says in which language it cannot judge words', async () => {
      const german = join(dataDir, 'german')
      cpSync(folder, german, { recursive: true })
      appendFileSync(join(german, 'framework.yaml'), 'language: de\n')
      const ran = await run(['lint', german], { width: 200 })
      expect(ran.out).toContain('Lint cannot judge words in the language "de" yet')
      expect(ran.out).not.toContain('says how often')
    })

    test('does not understand a kind that there is not, and suggests the nearest', async () => {
      const ran = await run(['lint', folder, '--only', 'near-duplicates'])
      expect(ran.code).toBe(2)
      expect(ran.err).toContain('Did you mean “near-duplicate”?')
    })
  })

  test('says that a folder is not there', async () => {
    const ran = await run(['lint', nowhere])
    expect([ran.code, ran.err]).toEqual([1, `${nowhere} is not a folder.\n`])
  })
})
