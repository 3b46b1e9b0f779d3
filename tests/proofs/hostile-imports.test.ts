// Brings files that want to break whoever reads them.
import { expect, test } from 'vitest'
import { BYTE_LIMITS } from '../../src/server/importing/byte-limits.ts'
import { prove, proveEndless } from './hostile-imports.ts'
import { recordProof } from './record-proof.ts'
import { volumeOf } from './volume.ts'

const scale = volumeOf({ full: 100, small: 1 }) / 100
const MINUTES = 60_000

test('Bombs, endless tables, half files and wrong names each end in a clear error, and the server answers on', {
  timeout: 10 * MINUTES,
}, async () => {
  const { files, slowestMs, othersAnswered } = await prove({ scale })
  recordProof({
    name: 'Hostile files',
    volume: files,
    found: `each a clear error, the slowest in ${(slowestMs / 1000).toFixed(1)} s`,
    target: `each a clear error within ${BYTE_LIMITS.milliseconds / 1000} s`,
    notes: `${othersAnswered} requests of others were answered meanwhile`,
  })
  expect(files).toBeGreaterThan(10)
  expect(othersAnswered).toBeGreaterThanOrEqual(files)
})

test('A table of 200 MB is refused after the first 20', { timeout: MINUTES }, async () => {
  expect(await proveEndless(200)).toBeLessThanOrEqual(BYTE_LIMITS.upload + 4 * 1024 * 1024)
})
