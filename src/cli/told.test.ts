// What somebody was told, on the command line.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { loadFramework } from '../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../tests/frameworks/read-files.ts'
import { digestOf } from '../store/framework/framework-versions.ts'

const { dataDir, run } = commandLineBesideServer()
const framework = loadFramework(BUILT_IN)
const frameworkDigest = digestOf(framework)
const mona = { id: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b10', displayName: 'Mona', relation: null, role: null }
const record = {
  id: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11',
  revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b12',
  ...{ version: 1, replaces: null, withdrawn: false, frameworkDigest, saidOn: '2026-11-20' },
  ...{ text: 'You keep every hard ticket.', skills: ['delegation'], polarity: 'gap', judgement: 'accepted' },
  ...{ saidBy: mona.id, counted: null, recordedAt: '2026-11-20T09:00:00.000Z' },
}
const aside = {
  ...{ ...record, text: 'Lunch is late.', skills: [], judgement: 'dismissed', saidBy: null },
  id: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b21',
  revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b22',
}

describe('skillmap told', () => {
  test('says that nothing is kept, and where to begin', async () => {
    const ran = await run(['told'])
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('Nothing is kept here yet.')])
  })

  test('lists what was brought from elsewhere: what it is about, when, and by whom', async () => {
    const mine = JSON.parse((await run(['export'])).out)
    const file = join(dataDir, 'mine.json')
    const people = [{ ...mona, revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b30' }]
    const frameworks = [{ digest: frameworkDigest, framework }]
    writeFileSync(file, JSON.stringify({ ...mine, frameworks, people, feedback: [record, aside] }))
    const brought = await run(['import', file, '--yes'])
    expect([brought.code, brought.err]).toEqual([0, expect.anything()])
    const ran = await run(['told', 'delegation'])
    expect(ran.out).toContain('“You keep every hard ticket.”')
    expect(ran.out).toContain('2026-11-20 · Mona · Delegation, something missed')
    expect(ran.out).not.toContain('Lunch')
    expect((await run(['told', '--aside'])).out).toContain('2026-11-20 · put aside')
    expect((await run(['told', 'mentoring'])).out).toBe('Nothing that you kept fits.\n')
    const others = JSON.parse((await run(['told', 'mentoring', '--json'])).out)
    expect(others).toEqual({ records: [], unreadable: [] })
  })

  test('does not know a skill that is not there', async () => {
    const ran = await run(['told', 'juggling'])
    expect(ran.err).toContain('juggling')
    expect(ran.code).not.toBe(0)
  })
})
