// The framework that comes with Skillmap is held to the same rules as everybody else's.
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { BUILT_IN, readFiles } from './read-files.ts'

test('the built-in framework has no problems', () => {
  const { problems } = checkFramework(readFiles(BUILT_IN))
  expect(problems).toEqual([])
})
