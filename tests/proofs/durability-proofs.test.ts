// The proofs of durability, in small each time and in full for a release.

import { expect, test } from 'vitest'
import { prove as proveDiskFull } from './disk-full.ts'
import { prove as proveKill } from './kill.ts'
import { prove as provePowerCut } from './power-cut.ts'
import type { ProofResult } from './proof.ts'
import { recordProof } from './record-proof.ts'
import { prove as proveSecondProcess } from './second-process.ts'

const isRelease = process.env.SKILLMAP_VOLUME === 'release'
const HOUR = 60 * 60 * 1000

function report(result: ProofResult): void {
  console.log(`${result.name}: ${result.volume} times, ${result.lost} lost; ${result.notes}`)
  recordProof({ ...result, found: `${result.lost} lost`, target: '0 lost' })
  expect(result.lost).toBe(0)
}

test('Nothing acknowledged is lost when the process is killed', { timeout: HOUR }, async () => {
  report(await proveKill(isRelease ? { volume: 300, writes: 350 } : { volume: 3 }))
})

test('Nothing acknowledged is lost when the power goes, where that can be tried', {
  timeout: HOUR,
}, async () => {
  report(await provePowerCut(isRelease ? { volume: 100, writes: 350 } : { volume: 1 }))
})

test('Nothing acknowledged is lost when the disk is full, where that can be tried', {
  timeout: HOUR,
}, async () => {
  report(await proveDiskFull({ volume: isRelease ? 50 : 1 }))
})

test('A second process is refused at once and told who has the folder', { timeout: HOUR }, async () => {
  report(await proveSecondProcess({ volume: isRelease ? 100 : 2 }))
})
