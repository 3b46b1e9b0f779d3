// Sends malformed requests: some hundred by default, 100,000 before a release, or as many as SKILLMAP_VOLUME says.
import { expect, test } from 'vitest'
import { prove } from '../proofs/malformed-requests.ts'

const wish = process.env.SKILLMAP_VOLUME ?? 'ci'
const volume = wish === 'release' ? 100_000 : Number(wish) > 0 ? Number(wish) : 500

test(`${volume} malformed requests crash nothing, get no 5xx, and each refusal says what is wrong`, {
  timeout: 60_000 + volume * 30,
}, async () => {
  const { byStatus } = await prove({ volume })
  // It would prove nothing if all of them failed at the first check, or if none did.
  expect(Object.keys(byStatus).length).toBeGreaterThan(4)
  expect(byStatus['200'] ?? 0).toBeGreaterThan(volume / 100)
  expect(byStatus['422'] ?? 0).toBeGreaterThan(volume / 100)
})
