// The proofs of durability, in small each time and in full for a release.

import { expect, test } from 'vitest'
import { prove as proveDiskFull } from './disk-full.ts'
import { prove as proveKill } from './kill.ts'
import { prove as provePowerCut } from './power-cut.ts'
import type { ProofResult } from './proof.ts'
import { recordProof } from './record-proof.ts'
import { prove as proveSecondProcess } from './second-process.ts'
import { volumeOf } from './volume.ts'

const writes = process.env.SKILLMAP_VOLUME === 'release' ? { writes: 350 } : {}
const HOUR = 60 * 60 * 1000

function report(result: ProofResult): void {
  console.log(`${result.name}: ${result.volume} times, ${result.lost} lost; ${result.notes}`)
  recordProof({ ...result, found: `${result.lost} lost`, target: '0 lost' })
  expect(result.lost).toBe(0)
}

test('Nothing acknowledged is lost when the process is killed', { timeout: HOUR }, async () => {
  report(await proveKill({ volume: volumeOf({ full: 300, small: 3 }), ...writes }))
})

test('Nothing acknowledged is lost when the power goes, where that can be tried', {
  timeout: HOUR,
}, async () => {
  report(await provePowerCut({ volume: volumeOf({ full: 100, small: 1 }), ...writes }))
})

test('Nothing acknowledged is lost when the disk is full, where that can be tried', {
  timeout: HOUR,
}, async () => {
  report(await proveDiskFull({ volume: volumeOf({ full: 50, small: 1 }) }))
})

test('A second process is refused at once and told who has the folder', { timeout: HOUR }, async () => {
  report(await proveSecondProcess({ volume: volumeOf({ full: 100, small: 2 }) }))
})
