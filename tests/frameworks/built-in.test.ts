// The framework that comes with Skillmap is held to the same rules as everybody else's.
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { lintReport } from '../../src/core/judging/lint-report.ts'
import { BUILT_IN, readFiles } from './read-files.ts'

test('the built-in framework has no problems', () => {
  const { problems } = checkFramework(readFiles(BUILT_IN))
  expect(problems).toEqual([])
})

test('lint warns of nothing in the content of the built-in framework, and nothing had to be accepted', () => {
  const { entries, accepted } = lintReport(readFiles(BUILT_IN))
  const warnings = entries.filter((entry) => entry.severity !== 'advice')
  expect(warnings.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
  expect(accepted).toBe(0)
})
