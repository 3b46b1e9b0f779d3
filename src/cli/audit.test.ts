// skillmap audit: a record is whole or not, in the database and in a file; what is no record is told by name.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../../tests/command-line.ts'
import type { ErasureProof } from '../core/audit/erasure-proof.ts'
import { CHAIN_START, commitmentOf, hashOfCommitment, sealLine } from '../store/audit/audit-chain.ts'
import { hashOfProof, objectOfProof } from '../store/own-data/erasures.ts'

const cli = commandLine()
const file = (name: string, text: string) => {
  const path = join(cli.dataDir, name)
  writeFileSync(path, text)
  return path
}

const proof: ErasureProof = {
  format: 'skillmap-erasure',
  version: 1,
  id: 'b0c9e4a2-0000-4000-8000-000000000001',
  personId: 'b0c9e4a2-0000-4000-8000-000000000002',
  erasedBy: null,
  erasedAt: '2026-11-20T10:00:00.000Z',
  rowsRemoved: 44,
  tablesCleared: 57,
  columnsSearched: 515,
  remaining: [],
}
const hash = hashOfProof(proof)

/** Three lines, of which the second is withheld; the third holds the proof. */
function recordOf(): Record<string, unknown>[] {
  let previousHash = CHAIN_START
  const lines = ['team', 'evidence', 'erasure'].map((noun, at) => {
    const objectId = noun === 'erasure' ? objectOfProof(proof.id, hash) : `object ${at}`
    const contents = {
      ...{ seq: at + 1, at: '2026-11-20T10:00:00.000Z', actorId: null, action: 'add', noun },
      ...{ objectId, revisionId: null, salt: `${at}`.repeat(32) },
    }
    const line = { ...contents, previousHash, hash: sealLine({ ...contents, previousHash }) }
    previousHash = line.hash
    return noun === 'evidence' ? { seq: line.seq, commitment: commitmentOf(line), hash: line.hash } : line
  })
  expect(lines[1]?.hash).toBe(
    hashOfCommitment(String(lines[0]?.hash), String(lines[1]?.['commitment' as 'hash'])),
  )
  return lines
}

function textOf(lines: readonly Record<string, unknown>[]): string {
  const { seq, hash: newest } = recordOf().at(-1) as { seq: number; hash: string }
  const header = {
    format: 'skillmap-audit',
    version: 1,
    orgId: 'o',
    exportedOn: '2026-11-26',
    head: { seq, hash: newest },
  }
  return `${[header, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`
}

const check = (path: string, ...more: string[]) =>
  cli.run(['audit', '--file', path, ...more], cli.withoutData)

describe('A record that was taken out as a file', () => {
  test('is whole, and holds the hash of a proof', async () => {
    const whole = file('whole.jsonl', textOf(recordOf()))
    const erasure = file('erasure.json', JSON.stringify({ proof, hash }))
    const { out, code } = await check(whole, '--proof', erasure)
    expect(out).toContain('Unbroken: 3 lines.')
    expect(out).toContain('The record holds the hash of the proof.')
    expect(code).toBe(0)
  })

  test('is not whole where a line was changed or its end was cut off', async () => {
    const [first = {}, ...rest] = recordOf()
    const changed = file('changed.jsonl', textOf([{ ...first, action: 'change' }, ...rest]))
    expect(await check(changed)).toMatchObject({
      code: 1,
      out: expect.stringContaining('Line 1 does not fit'),
    })
    const cut = file('cut.jsonl', textOf(recordOf().slice(0, 2)))
    expect(await check(cut)).toMatchObject({ code: 1, out: expect.stringContaining('Line 3 does not fit') })
  })

  test('does not hold a proof that was changed, or another one', async () => {
    const whole = file('whole.jsonl', textOf(recordOf()))
    const changed = file('changed.json', JSON.stringify({ proof: { ...proof, rowsRemoved: 1 }, hash }))
    expect((await check(whole, '--proof', changed)).err).toContain('was changed')
    const other = { ...proof, rowsRemoved: 1 }
    const another = file('another.json', JSON.stringify({ proof: other, hash: hashOfProof(other) }))
    expect(await check(whole, '--proof', another)).toMatchObject({
      code: 1,
      out: expect.stringContaining('No line holds the hash of this proof.'),
    })
  })

  test('is told apart from what is none, with the line that is damaged', async () => {
    expect((await check(file('none.jsonl', 'hello\n'))).err).toContain('is no record of Skillmap')
    const damaged = file('damaged.jsonl', `${textOf(recordOf().slice(0, 1))}{"seq":2,\n`)
    expect((await check(damaged)).err).toContain('Line 3 of')
    expect((await check(join(cli.dataDir, 'not-there.jsonl'))).err).toContain('cannot be read')
  })
})

test('The record in the database is checked, and a head that was never there is missed', async () => {
  await cli.run('role senior-engineer')
  const checked = await cli.run('audit --check')
  expect([checked.out, checked.code]).toEqual([expect.not.stringContaining('does not fit'), 0])
  expect((await cli.run(['audit', '--head', '7:nothing'])).code).toBe(2)
  const missed = await cli.run(['audit', '--check', '--head', `7:${'a'.repeat(64)}`])
  expect(missed.out).toContain('Line 7 is not there as it was noted down')
  expect(missed.code).toBe(1)
})
