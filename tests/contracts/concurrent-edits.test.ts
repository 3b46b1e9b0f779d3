// Several windows on one rating: every acknowledged edit stays in its history, and every loser is told.
import { expect, test } from 'vitest'
import { prove } from '../proofs/concurrent-edits.ts'
import { recordProof } from '../proofs/record-proof.ts'
import { volumeOf } from '../proofs/volume.ts'

const edits = volumeOf({ full: 10_000, small: 60 })

test('eight clients that edit one rating at once lose no update, and each loser gets a 412', {
  timeout: 60 * 60_000,
}, async () => {
  const result = await prove({ clients: 8, edits })
  recordProof({
    name: 'Conflicting edits by 8 clients',
    volume: 8 * edits,
    found: `${result.lost} lost, ${result.unexpected} unexpected answers`,
    target: '0 lost, each loser 412',
    notes: `${result.acknowledged} acknowledged, ${result.refused} refused as stale; in one process`,
  })
  expect(result).toMatchObject({ lost: 0, unexpected: 0, inOrder: true })
  expect(result.acknowledged).toBeGreaterThan(0)
  expect(result.refused).toBeGreaterThan(0)
})
