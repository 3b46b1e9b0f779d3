// An export with a null character is refused, and one in which somebody wrote about such a character is not.
import { expect, test } from 'vitest'
import { parsePersonalExport } from './personal-export.ts'

const isRefusedForIt = (text: string) => {
  const outcome = parsePersonalExport({ evidence: [{ text }] })
  return !outcome.ok && outcome.failure.some(({ message }) => message.includes('null character'))
}

test('a null character is named as what is wrong', () => {
  expect(isRefusedForIt('a\u0000b')).toBe(true)
  expect(isRefusedForIt('a backslash \\, then \u0000')).toBe(true)
})

test('six typed characters that look like one are words like others', () => {
  expect(isRefusedForIt('stripped \\u0000 from names')).toBe(false)
  expect(isRefusedForIt('two \\\\u0000')).toBe(false)
})
