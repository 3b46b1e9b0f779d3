// A manager's table of people on the command line: looked at, kept, exported, and brought again.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { dataDir, run } = commandLineBesideServer()

const TEAM = 'Name,Mentoring & teaching,Delegation,Juggling\nRosa,3,2+,1\nMonica,1,,\n'

describe('a table of people', () => {
  const file = join(dataDir, 'team.csv')

  test('is shown with who is who and what is left out, and asks who gave the ratings', async () => {
    writeFileSync(file, TEAM)
    const ran = await run(['import', file])
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/Rosa +somebody new/)
    expect(ran.out).toMatch(/Juggling +not found, left out/)
    expect(ran.out).toContain('has no such skill')
    expect(ran.err).toContain('--rated-by me')
    const wrong = await run(['import', file, '--rated-by', 'boss'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--rated-by takes me')])
  })

  test('is kept only after a yes, and once', async () => {
    const words = ['import', file, '--rated-by', 'me', '--rated-on', '2026-03-31', '--me', 'Monica']
    const no = await run(words, { typed: ['no'] })
    expect([no.code, no.err]).toEqual([1, expect.stringContaining('Nothing was kept.')])
    const yes = await run(words, { typed: ['yes'] })
    expect([yes.code, yes.out]).toEqual([
      0,
      expect.stringContaining('Ratings kept: 3. Here already: 0. People added: 1.'),
    ])
    const again = await run([...words, '--yes', '--json'])
    expect(JSON.parse(again.out)).toMatchObject({ brought: { people: 0, ratings: 0 }, kept: 3 })
  })

  test.each(['csv', 'xlsx'])(
    'is exported as %s for a purpose, and brings nothing new when it is brought again',
    async (form) => {
      const out = join(dataDir, `again.${form}`)
      const words = ['export', '--people', '--format', form, '--out', out]
      const without = await run(words)
      expect([without.code, without.err]).toEqual([2, expect.stringContaining('--purpose development')])
      const ran = await run([...words, '--purpose', 'evaluation'])
      expect([ran.code, ran.err]).toEqual([0, `Written: ${out}\n`])
      if (form === 'csv')
        expect(readFileSync(out, 'utf8')).toMatch(/^Rosa,2026-03-31,Me,.*,Exported for evaluation on /m)
      const back = await run(['import', out, '--rated-by', 'unknown', '--yes', '--json'])
      expect(JSON.parse(back.out)).toMatchObject({ brought: { people: 0, ratings: 0 }, kept: 2 })
    },
  )
})

describe('several people whom several people rated', () => {
  const file = join(dataDir, 'rated.csv')

  test('one of them stands somewhere, with whom they can be compared, and one learns how one rates', async () => {
    const skills = ['Mentoring & teaching', 'Delegation', 'System design']
    const rows = ['Rosa', 'Tom', 'Una'].flatMap((name, person) =>
      ['Me', 'Vic', 'Wim'].map((by, rater) =>
        [
          name,
          '2026-05-04',
          by,
          ...skills.map((_, skill) => 1 + ((person + skill) % 3) + (rater > 0 ? 1 : 0)),
        ].join(),
      ),
    )
    writeFileSync(file, [`Name,Rated on,Rated by,${skills.join()}`, ...rows].join('\n'))
    const brought = await run(['import', file, '--rated-by', 'me', '--yes', '--json'])
    expect(JSON.parse(brought.out)).toMatchObject({ brought: { ratings: 27 } })
    const una = await run(['levels', '--of', 'una'])
    expect([una.code, una.err]).toEqual([0, ''])
    expect(una.out).toMatch(/System design +\d\.\d +\d\.\d to \d\.\d/)
    expect(una.out.replaceAll(/\s+/g, ' ')).toContain('can be held beside those of')
    const rests = await run(['levels', 'system-design', '--of', 'Una'])
    expect(rests.out).toContain('What their manager said')
    const mine = await run(['levels', '--how-i-rate'])
    const words = mine.out.replaceAll(/\s+/g, ' ')
    expect(words).toMatch(/You have given \w+ ratings of \w+ people\./)
    expect(words).toMatch(/your answers lie 0\.\d of a level lower than theirs/)
    expect(words).not.toMatch(/Vic|Wim/)
    const nobody = await run(['levels', '--of', 'Zed'])
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('You keep nobody called Zed.')])
  })
})
