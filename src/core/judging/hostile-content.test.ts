// Content of any kind and size is judged without throwing and without hanging.
import { expect, test } from 'vitest'
import { DOUGH, folder, HEAD } from '../../../tests/frameworks/broken-folder.ts'
import { lintReport } from './lint-report.ts'

const LENGTH = 40_000

test.each([
  ['opening quotation marks', '“'],
  ['straight quotation marks', `"a`],
  ['apostrophes', " '"],
  ['full stops', '.'],
  ['hyphens', 'a-'],
  ['one endless word', 'a'],
  ['the same doubtful word', 'very '],
  ['joined doubtful words', 'and knows '],
  ['letters without spaces', '量'],
])('forty thousand characters of %s are judged', (_, part) => {
  const text = part.repeat(LENGTH / part.length)
  const file = `${HEAD}\n## Level 1\n\n### A colleague can see\n\n- [one] Bakes ${text}x\n- [two] Sells bread.\n`
  const { entries } = lintReport(folder({ [DOUGH]: file }))
  for (const entry of entries) expect(entry.message.length).toBeLessThan(400)
})

test('words that every object answers to are words like others', () => {
  const file = `${HEAD}\n## Level 1\n\n### A colleague can see\n\n- [one] Calls constructor toString hasOwnProperty __proto__.\n- [two] Calls toString constructor __proto__ hasOwnProperty.\n`
  const { entries } = lintReport(folder({ [DOUGH]: file }))
  expect(entries.map((entry) => entry.kind)).toContain('near-duplicate')
})
