// What may be written as evidence, how it reads, where it is found, and what it covers of a skill.

import { describe, expect, test } from 'vitest'
import { processorTime } from '../../../tests/processor-time.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { sayMissing } from './coverage-words.ts'
import type { Evidence } from './evidence.ts'
import { evidenceCoverage } from './evidence-coverage.ts'
import { evidenceIndex } from './evidence-index.ts'
import { type Block, readMarkdownText } from './read-markdown-text.ts'
import { isSafeLink, isSafeTextLink } from './safe-link.ts'
import { type WriteEvidenceCommand, writeEvidence } from './write-evidence.ts'

const writing = {
  id: 'writing',
  name: 'Writing',
  anchors: [
    { level: 1, behaviours: [{ id: 'answers', text: 'Answers in writing.' }], practices: [], reading: [] },
    {
      level: 2,
      behaviours: [
        { id: 'proposes', text: 'Writes proposals.' },
        { id: 'edits', text: 'Edits the texts of others.' },
        { id: 'records', text: 'Writes down decisions.' },
      ],
      practices: [],
      reading: [],
    },
  ],
} as unknown as Skill
const framework = {
  skills: [writing],
  scale: [0, 1, 2].map((level) => ({ level, name: `Level ${level}` })),
} as unknown as Framework

let counter = 0
function entry(change: Partial<Evidence> = {}): Evidence {
  counter += 1
  return {
    id: `entry-${counter}`,
    revisionId: `revision-${counter}`,
    version: 1,
    frameworkDigest: 'digest',
    happenedOn: '2026-11-20',
    text: 'Wrote a proposal.',
    links: [],
    credit: [],
    skills: [],
    template: 'plain',
    source: { kind: 'typed' },
    writtenAt: '2026-11-20T10:00:00.000Z',
    ...change,
  }
}
const shows = (level: number | null, behaviours: string[] = []) => [
  { skill: 'writing', level, behaviours, note: '' },
]

describe('An entry', () => {
  const write = (change: Partial<WriteEvidenceCommand>) =>
    writeEvidence(framework, { ...entry(), ...change }, '2026-11-26T22:30:00.000Z')

  test('may be dated tomorrow by the clock of the server, where it is tomorrow already', () => {
    expect(write({ happenedOn: '2026-11-27' }).ok).toBe(true)
    expect(write({ happenedOn: '2026-11-28' })).toMatchObject({ ok: false, failure: { path: 'happenedOn' } })
    expect(write({ happenedOn: '2026-02-30' }).ok).toBe(false)
  })

  test('names each skill once, with behaviours that the skill has', () => {
    expect(write({ skills: shows(2, ['proposes']) }).ok).toBe(true)
    expect(write({ skills: [...shows(1), ...shows(2)] })).toMatchObject({
      failure: { path: 'skills/1/skill' },
    })
    expect(write({ skills: shows(2, ['sings']) })).toMatchObject({ failure: { path: 'skills/0/behaviours' } })
    expect(write({ skills: shows(3) })).toMatchObject({ failure: { path: 'skills/0/level' } })
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//example.org',
    '/settings',
    'https:///etc',
    'https://exa\tmple.org',
    'https://example.org\\@evil.example',
    ' https://example.org',
    '',
  ])('is never linked to “%s”', (address) => {
    expect([isSafeLink(address), isSafeTextLink(address)]).toEqual([false, false])
  })

  test('may be linked to the web, and its words to a mail address', () => {
    expect(isSafeLink('https://example.org/a?b=c#d')).toBe(true)
    expect([isSafeLink('mailto:a@b.example'), isSafeTextLink('mailto:a@b.example')]).toEqual([false, true])
    expect(isSafeTextLink('mailto:a@b.example?subject=x')).toBe(false)
  })
})

describe('The words of an entry', () => {
  const said = (blocks: readonly Block[]) => JSON.stringify(blocks)

  test('are read as Markdown: paragraphs, lists, emphasis, links', () => {
    expect(readMarkdownText('Wrote **it** down\n\n- one\n- [two](https://example.org)')).toEqual([
      {
        kind: 'paragraph',
        parts: [
          { kind: 'text', text: 'Wrote ' },
          { kind: 'strong', parts: [{ kind: 'text', text: 'it' }] },
          { kind: 'text', text: ' down' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'one' }] }],
          [
            {
              kind: 'paragraph',
              parts: [
                { kind: 'link', address: 'https://example.org', parts: [{ kind: 'text', text: 'two' }] },
              ],
            },
          ],
        ],
      },
    ])
    expect(said(readMarkdownText('See https://example.org/a.'))).toContain(
      '"address":"https://example.org/a"',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '[click](java\nscript:alert(1))',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
  ])('never become HTML, a picture or a script: %s', (text) => {
    const blocks = said(readMarkdownText(text))
    expect(blocks).not.toMatch(/"kind":"(html|image|link)"/)
    expect(blocks).not.toContain('"address"')
  })

  test('of any alphabet and direction stay as they are', () => {
    const text = 'عربي עברית 漢字 ไทย 👩🏽‍💻'
    expect(readMarkdownText(text)).toEqual([{ kind: 'paragraph', parts: [{ kind: 'text', text }] }])
  })

  test.each([
    ['quotes in quotes', '>'.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(6600)],
    ['backticks', '`'.repeat(20_000)],
    ['links in links', '[a]('.repeat(5000)],
    ['lists in lists', Array.from({ length: 190 }, (_, n) => `${' '.repeat(n)}- a`).join('\n')],
  ])('made to be slow are still read at once: %s', (_, text) => {
    const took = processorTime(() => expect(readMarkdownText(text).length).toBeGreaterThan(0))
    expect(took).toBeLessThan(2000)
  })
})

describe('Looking for entries', () => {
  test('finds all words by their beginning, without accents and case, in words, names and notes', () => {
    const index = evidenceIndex()
    index.put(entry({ id: 'a', text: 'Négocié avec l’équipe', credit: [{ name: 'Zoë', personId: null }] }))
    index.put(entry({ id: 'b', text: 'Plan for the ledger', happenedOn: '2026-11-21' }))
    const ids = (text: string) => index.find({ text }).map(({ id }) => id)
    expect([ids('nego zoe'), ids('PLAN led'), ids('nego ledger'), ids('')]).toEqual([
      ['a'],
      ['b'],
      [],
      ['b', 'a'],
    ])
  })

  test('finds the newest wording only, and nothing that was taken back', () => {
    const index = evidenceIndex()
    index.put(entry({ id: 'a', text: 'xylophone' }))
    index.put(entry({ id: 'a', text: 'zither' }))
    expect([index.find({ text: 'xylophone' }), index.find({ text: 'zither' }).length]).toEqual([[], 1])
    index.remove('a')
    expect(index.find({ text: 'zither' })).toEqual([])
    index.put(entry({ id: 'a', text: 'zither again' }))
    expect(index.find({ text: 'zither' })).toHaveLength(1)
  })

  test('knows what an entry came from, so that it is not proposed twice', () => {
    const index = evidenceIndex()
    index.put(entry({ source: { kind: 'captured', origin: 'git:1' } }))
    expect([index.hasOrigin('git:1'), index.hasOrigin('git:2')]).toEqual([true, false])
  })
})

describe('What evidence covers', () => {
  const coverage = (entries: Evidence[]) => evidenceCoverage(framework, writing, entries, '2026-11-26')

  test('a level counts once two of its behaviours were seen on two days each within twelve months', () => {
    const days = ['2026-11-01', '2026-10-01']
    const some = [
      ...days.map((happenedOn) => entry({ happenedOn, skills: shows(2, ['proposes']) })),
      entry({ happenedOn: '2026-09-01', skills: shows(2, ['edits']) }),
    ]
    const [, second] = coverage(some).levels
    expect(second && sayMissing(second)).toBe('One behaviour on one more day, and it is covered.')
    expect([second?.met, second?.counts]).toEqual([1, false])
    expect(second?.behaviours.map(({ id, seenOn }) => [id, seenOn.length])).toEqual([
      ['proposes', 2],
      ['edits', 1],
      ['records', 0],
    ])
    const more = [...some, entry({ happenedOn: '2026-08-01', skills: shows(null, ['edits']) })]
    expect(coverage(more).levels[1]?.counts).toBe(true)
  })

  test('two entries about one day are one occasion', () => {
    const twice = [1, 2].map(() => entry({ skills: shows(2, ['proposes']) }))
    expect(coverage(twice).levels[1]?.behaviours[0]?.seenOn).toEqual(['2026-11-20'])
  })

  test('what is older than twelve months is kept apart, and alone it is stale', () => {
    const old = entry({ happenedOn: '2025-11-26', skills: shows(2, ['proposes']) })
    const fresh = entry({ happenedOn: '2025-11-27', skills: shows(2) })
    expect(coverage([old])).toMatchObject({ isStale: true, lastOn: '2025-11-26' })
    expect(coverage([old, fresh])).toMatchObject({ isStale: false })
    expect(coverage([old, fresh]).levels[1]).toMatchObject({ fresh: [fresh], older: [old] })
  })

  test('an entry that names the skill and no level stands beside the levels', () => {
    const one = entry({ skills: shows(null) })
    expect(coverage([one])).toMatchObject({ unplaced: [one] })
    expect(coverage([])).toMatchObject({ lastOn: null, isStale: false, unplaced: [] })
  })
})
