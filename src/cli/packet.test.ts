// A packet on the command line: arranged from records, as each kind of file, for each reader, and under another form.
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { connect } from './connect.ts'
import { localDay } from './local-day.ts'

const { dataDir, run, withoutData } = commandLineBesideServer()

describe('skillmap packet', () => {
  beforeAll(async () => {
    // Whatever the command line of the journal will be: the API is the same.
    const shown = await run('levels --json')
    expect(shown.code).toBe(0)
    const connection = await connect({ SKILLMAP_DATA: dataDir })
    try {
      const { body: me } = await connection.call<{ framework: { digest: string } }>('GET', '/api/me')
      const body = {
        revisionId: randomUUID(),
        frameworkDigest: me.framework.digest,
        happenedOn: new Date().toISOString().slice(0, 10),
        text: 'I paired with Lena for a month. She led 3 incidents.',
        skills: [{ skill: 'mentoring', level: 4, behaviours: [], note: '' }],
      }
      await connection.call('PUT', `/api/evidence/${randomUUID()}`, {
        headers: { 'if-none-match': '*' },
        body,
      })
    } finally {
      await connection.close()
    }
  })

  test('arranges what is on record for a role, as Markdown', async () => {
    const ran = await run('packet --role staff-engineer')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toMatch(/^# For promotion: staff engineer/)
    expect(ran.out).toMatch(
      /## Mentoring & teaching[\s\S]*I paired with Lena for a month\. She led 3 incidents\./,
    )
    const review = await run('packet --role senior-engineer --review --for director')
    expect(review.out).toMatch(/^# Review: senior engineer[\s\S]*## In numbers\n\n- She led 3 incidents\./)
  })

  test('is about the year up to today on this machine, and up to a leap day as well', async () => {
    const of = async (line: string) =>
      JSON.parse((await run(`packet --role staff-engineer --json${line}`)).out)
    expect(await of('')).toMatchObject({ until: localDay() })
    expect(await of(' --until 2024-02-29')).toMatchObject({ from: '2023-02-28', until: '2024-02-29' })
    const none = await run('packet --role staff-engineer --until soon')
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('--until takes a day')])
  })

  test('writes a file for word processors that only its owner can read, and never over another', async () => {
    const out = join(dataDir, 'packet.html')
    const words = ['packet', '--role', 'staff-engineer', '--format', 'html', '--out', out]
    expect((await run(words)).err).toBe(`Written: ${out}\n`)
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/)
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600)
    expect((await run(words)).err).toContain('it exists already')
  })

  test('gives a CV that machines read', async () => {
    const ran = await run('packet --role staff-engineer --format json-resume')
    expect(JSON.parse(ran.out)).toMatchObject({ work: [{ highlights: ['She led 3 incidents.'] }] })
  })

  test('arranges the same under the questions of another form', async () => {
    const form = join(dataDir, 'form.txt')
    writeFileSync(form, '1. How did you mentor others?\n2. What about budgets?\n')
    const ran = await run(['packet', '--role', 'staff-engineer', '--form', form])
    expect(ran.out).toMatch(/^How did you mentor others\?\n\nI paired with Lena/)
    expect(ran.out).toContain('What about budgets?')
  })

  test('prints a packet that was written, and says where there is none', async () => {
    const none = await run('packet --saved')
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('not written a packet yet')])
    const content = JSON.parse((await run('packet --role staff-engineer --json')).out)
    const connection = await connect({ SKILLMAP_DATA: dataDir })
    const id = randomUUID()
    try {
      const { body: me } = await connection.call<{ framework: { digest: string } }>('GET', '/api/me')
      await connection.call('PUT', `/api/packets/${id}`, {
        headers: { 'if-none-match': '*' },
        body: {
          revisionId: randomUUID(),
          frameworkDigest: me.framework.digest,
          content: { ...content, title: 'As I wrote it' },
        },
      })
    } finally {
      await connection.close()
    }
    expect((await run('packet --saved')).out).toMatch(/^# As I wrote it/)
    expect((await run(`packet --saved ${id} --for plain`)).out).toMatch(/^# As I wrote it/)
    const unknown = await run(`packet --saved ${randomUUID()}`)
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('No packet of yours')])
  })

  test.each([
    ['packet --for boss', '--for takes manager, director, cv, plain.'],
    ['packet --format pdf', '--format takes md, html, json-resume.'],
    ['packet --format json-resume --for director', 'for a cv and no other reader'],
  ])('%s is refused before any data are opened', async (line, words) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(words)])
  })
})
