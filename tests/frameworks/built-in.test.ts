// The framework that comes with Skillmap is held to the same rules as everybody else's.
import { expect, test } from 'vitest'
import { readFrameworkFolder } from '../../src/core/framework/read-folder.ts'
import { BUILT_IN, readFiles } from './read-files.ts'

test('the built-in framework has no problems', () => {
  const { problems } = readFrameworkFolder(readFiles(BUILT_IN))
  expect(problems).toEqual([])
})
