// Reads one of the project's frameworks for a test, through the same door as the program.
import type { Framework } from '../../src/core/framework/framework.ts'
import { readFrameworkFolder } from '../../src/core/framework/read-folder.ts'
import { readFiles } from './read-files.ts'

/** `BUILT_IN` or `SMALL` of read-files.ts. Throws where the folder makes no framework. */
export function loadFramework(folder: string): Framework {
  const { framework, problems } = readFrameworkFolder(readFiles(folder))
  if (!framework) throw new Error(`${folder}: ${problems.map((problem) => problem.message).join(' ')}`)
  return framework
}
