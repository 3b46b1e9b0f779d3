// The configuration for nginx lets through what the program takes.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { MOST_EXPORT_BYTES } from '../../src/core/export/largest-export.ts'

test('An export of any size that the program takes comes through nginx', () => {
  const place = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url))
  const [, megabytes] = /client_max_body_size (\d+)m;/.exec(readFileSync(place, 'utf8')) ?? []
  expect(Number(megabytes) * 1024 * 1024).toBeGreaterThanOrEqual(MOST_EXPORT_BYTES)
})
