// Sends malformed requests: some hundred each time, 100,000 before a release.
import { expect, test } from 'vitest'
import { prove } from '../proofs/malformed-requests.ts'
import { recordProof } from '../proofs/record-proof.ts'
import { volumeOf } from '../proofs/volume.ts'

const volume = volumeOf({ full: 100_000, small: 500 })

test(`${volume} malformed requests crash nothing, get no 5xx, and each refusal says what is wrong`, {
  timeout: 60_000 + volume * 30,
}, async () => {
  const { byStatus } = await prove({ volume })
  const crashed = Object.entries(byStatus).reduce(
    (sum, [status, count]) => sum + (Number(status) >= 500 ? count : 0),
    0,
  )
  recordProof({
    name: 'Malformed requests',
    volume,
    found: `0 crashes, ${crashed} answers of 500 or more`,
    target: '0 crashes, 0 answers of 500 or more',
    notes: Object.entries(byStatus)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  })
  // It would prove nothing if all of them failed at the first check, or if none did.
  expect(Object.keys(byStatus).length).toBeGreaterThan(4)
  expect(byStatus['200'] ?? 0).toBeGreaterThan(volume / 100)
  expect(byStatus['422'] ?? 0).toBeGreaterThan(volume / 100)
})
