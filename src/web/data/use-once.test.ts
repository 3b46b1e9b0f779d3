// A form that is sent again after a lost answer means the same thing, and after a change another one.
import { expect, test } from 'vitest'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import { sendOnce } from './use-once.ts'

const problem = (status: number) =>
  fail<Problem>({ type: 'about:blank', title: 'No', status, detail: 'No.' } as Problem)

/** Sends, answers as told, and says under which key it was sent. */
async function sent(once: ReturnType<typeof sendOnce>, content: object, answer: Result<null, Problem>) {
  let used = ''
  await once(content, async (key) => {
    used = key
    return answer
  })
  return used
}

test('What was sent and not answered is sent again as the same request; mended, it is another one', async () => {
  const once = sendOnce()
  const first = await sent(once, { title: 'Winter' }, problem(0))
  expect(await sent(once, { title: 'Winter' }, problem(503))).toBe(first)
  const mended = await sent(once, { title: 'Winter 2026' }, problem(0))
  expect(mended).not.toBe(first)
  expect(await sent(once, { title: 'Winter 2026' }, succeed(null))).toBe(mended)
  expect(await sent(once, { title: 'Winter 2026' }, succeed(null))).not.toBe(mended)
})

test('What was refused is another request when it is sent again', async () => {
  const once = sendOnce()
  const refused = await sent(once, { title: '' }, problem(422))
  expect(await sent(once, { title: '' }, succeed(null))).not.toBe(refused)
})
