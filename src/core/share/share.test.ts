// Handing something over: only what was ticked is in the file, nobody's words become markup, and a changed file is refused.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Evidence } from '../evidence/evidence.ts'
import {
  buildShare,
  everythingShareable,
  type ShareChoice,
  type ShareRecords,
  shareable,
} from './build-share.ts'
import { NOTHING_SHARED, type ShareContent } from './share.ts'
import { readSharePage, writeSharePage } from './share-page.ts'

const framework = loadFramework(BUILT_IN)
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const ID = '7d0a9d2e-0d5c-4b52-9a39-0d3b7d6f1c11'
const digest = 'a'.repeat(64)

function entry(id: string, text: string, skill: string): Evidence {
  return {
    ...{ id, revisionId: id, version: 1, frameworkDigest: digest, writtenAt: '2026-11-20T10:00:00.000Z' },
    ...{ happenedOn: '2026-11-20', text, links: ['https://example.org/a'], template: 'plain' },
    credit: [{ name: 'Kim', personId: null }],
    skills: [{ skill, level: 2, behaviours: [], note: '' }],
    source: { kind: 'typed' },
  }
}

const records: ShareRecords = {
  evidence: [
    entry('one', 'Wrote the runbook', 'written-communication'),
    entry('two', 'Rested', 'sustainable-pace'),
  ],
  heard: [
    {
      id: 'h1',
      text: 'Your notes are clear.',
      skills: ['written-communication'],
      polarity: 'strength',
      who: 'Ada',
      on: '2026-10-01',
    },
    {
      id: 'h2',
      text: 'You look tired.',
      skills: ['sustainable-pace'],
      polarity: 'gap',
      who: null,
      on: '2026-10-02',
    },
  ],
  closed: new Set(),
  ratings: [],
  levels: [
    {
      skill: 'coaching',
      level: 2,
      low: 1.2,
      high: 2.8,
      latent: { mean: 2, sd: 0.6 },
      sources: [],
      narrowing: [],
    },
    {
      skill: 'sustainable-pace',
      level: 1,
      low: 0,
      high: 2,
      latent: { mean: 1, sd: 0.6 },
      sources: [],
      narrowing: [],
    },
  ],
  plan: null,
}
const address = { from: ' Mira ', to: 'Jonas', words: '', sharedOn: '2026-11-26', role: 'senior-engineer' }
const nothing: ShareChoice = { evidence: [], told: [], levels: [], areas: [] }

function built(choice: Partial<ShareChoice>): ShareContent {
  const share = buildShare(framework, digest, address, { ...nothing, ...choice }, records)
  if (!share.ok) throw new Error(share.failure.path)
  return share.value
}

describe('What can be shared', () => {
  test('is never a private skill, nor anything about one', () => {
    expect(shareable(framework, records)).toEqual({
      levels: ['coaching'],
      evidence: ['one'],
      told: ['h1'],
      areas: [],
    })
    for (const choice of [{ evidence: ['two'] }, { told: ['h2'] }, { levels: ['sustainable-pace'] }]) {
      const share = buildShare(framework, digest, address, { ...nothing, ...choice }, records)
      expect(share.ok).toBe(false)
    }
  })

  test('is nothing about a skill that was private when it was written down', () => {
    const closed = new Set(['one', 'h1'])
    expect(shareable(framework, { ...records, closed })).toMatchObject({ evidence: [], told: [] })
  })

  test('is no more than whoever gets it can open', () => {
    const many = Array.from({ length: 501 }, (_, index) => entry(`${index}`, 'Ran it', 'coaching'))
    const all = { ...records, evidence: many }
    const chosen = (count: number) => ({ ...nothing, evidence: many.slice(0, count).map(({ id }) => id) })
    const most = buildShare(framework, digest, address, chosen(500), all)
    expect(most.ok && readSharePage(writeSharePage(ID, most.value, hash), hash).ok).toBe(true)
    expect(buildShare(framework, digest, address, chosen(501), all)).toMatchObject({
      failure: { path: 'choice', message: 'At most 500 items can be read together; these are 501.' },
    })
    expect(everythingShareable(framework, digest, address, all).items.length).toBeGreaterThan(500)
  })

  test('is in the file only where it was ticked', () => {
    expect(built({}).items).toEqual([])
    expect(built({ evidence: ['one'] }).items.map(({ kind }) => kind)).toEqual(['evidence'])
    const page = writeSharePage(ID, built({ levels: ['coaching'] }), hash)
    expect(page).not.toContain('runbook')
    expect(page).not.toContain('notes are clear')
    expect(page).toContain('1.2 to 2.8')
  })
})

describe('The file', () => {
  test('opens as a page that runs nothing and loads nothing, and holds the same for another Skillmap', () => {
    const content = built({ evidence: ['one'], told: ['h1'], levels: ['coaching'] })
    const page = writeSharePage(ID, content, hash)
    expect(page).toContain(`default-src 'none'`)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('type="application/json"')
    expect(readSharePage(page, hash)).toEqual({
      ok: true,
      value: { schema: 'skillmap-share', schemaVersion: 1, id: ID, ...content },
    })
  })

  test('keeps any words as words, and comes back whole', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '</body>\n',
        '$&',
        'שלום 好 🙂',
      ),
    )
    fc.assert(
      fc.property(words, words, (text, from) => {
        const content: ShareContent = {
          ...NOTHING_SHARED,
          ...{ from, words: text, sharedOn: '2026-11-26' },
          items: [{ kind: 'told', text, saidOn: '2026-11-26', saidBy: from, polarity: 'gap', skills: [] }],
        }
        const page = writeSharePage(ID, content, hash)
        expect(page.match(/<script/g)).toHaveLength(1)
        expect(page.match(/<img/g)).toBeNull()
        const read = readSharePage(page, hash)
        expect(read.ok && read.value.items).toEqual(content.items)
      }),
    )
  })

  test('is refused in a sentence where it is another file, was changed, cut, or filled by somebody else', () => {
    const page = writeSharePage(ID, built({ evidence: ['one'] }), hash)
    const forged = (data: string) =>
      `<script type="application/json" id="skillmap-share" data-sha256="${hash(data)}">${data}</script>`
    const sentences = [
      '<!doctype html><p>Hello</p>',
      page.replace('"text":"Wrote', '"text":"Broke'),
      page.slice(0, page.length - 60),
      forged('{'),
      forged('{"schema":"skillmap-share"}'),
      forged(
        JSON.stringify({
          ...built({ evidence: ['one'] }),
          schema: 'skillmap-share',
          schemaVersion: 2,
          id: ID,
        }),
      ),
    ].map((text) => {
      const read = readSharePage(text, hash)
      return read.ok ? '' : read.failure
    })
    expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true)
    expect(sentences[1]).toContain('changed or cut')
  })
})
