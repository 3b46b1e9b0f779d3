// Reads and lints a folder: the one answer to "is this framework fit for use?".
import type { Framework } from './framework.ts'
import type { FolderFile } from './framework-files.ts'
import { lintFramework } from './lint-framework.ts'
import { hasErrors, type Problem, shortenProblems, tidyProblems } from './problem.ts'
import { readFrameworkFolder } from './read-folder.ts'

export interface CheckedFramework {
  /** Null where there is any error; warnings do not count. */
  framework: Framework | null
  /** By file, then line: everything that reading and lint found, at most 200 of each file. */
  problems: Problem[]
}

/** Never throws, whatever the files hold. Only a framework that comes out of here may be stored and used. */
export function checkFramework(files: FolderFile[]): CheckedFramework {
  const read = readFrameworkFolder(files)
  const linted = read.framework === null ? [] : lintFramework(read.framework, read.sources, read.unreadable)
  const problems = shortenProblems(tidyProblems([...read.problems, ...linted]))
  return { framework: hasErrors(problems) ? null : read.framework, problems }
}
