// skillmap lint: checks a framework's folder and says what is wrong, where, and how to mend it.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { lintFramework } from '../../core/framework/lint-framework.ts'
import { hasErrors, type Problem, tidyProblems } from '../../core/framework/problem.ts'
import { readFrameworkFolder } from '../../core/framework/read-folder.ts'
import { readFolderFiles } from '../../store/read-folder-files.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { paragraph, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'Check a framework’s folder: what is wrong, where, and how to mend it',
  usage: 'skillmap lint <folder>',
  about:
    'Reads a framework’s folder and lists every problem with its file and line. Fails when there is an error.',
  examples: ['skillmap lint frameworks/skillmap', 'skillmap lint ./our-framework --json'],
  positionals: [1, 1],
  async run({ positionals: [folder = ''], json }, terminal) {
    const problems = problemsIn(folder)
    const errors = problems.filter((problem) => problem.severity === 'error').length
    if (json) printJson(terminal, { folder, errors, warnings: problems.length - errors, problems })
    else for (const problem of problems) show(problem, terminal)
    const verdict = `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`
    if (hasErrors(problems)) throw new CommandFailure(`${folder} cannot be used yet: ${verdict}.`)
    if (!json) terminal.out(`${folder} can be used: ${verdict}.`)
  },
}

export function problemsIn(folder: string): Problem[] {
  const root = resolve(folder)
  if (!(statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new CommandFailure(`${folder} is not a folder.`)
  }
  const { framework, problems, sources, unreadable } = readFrameworkFolder(readFolderFiles(root))
  return framework === null
    ? problems
    : tidyProblems([...problems, ...lintFramework(framework, sources, unreadable)])
}

function show(problem: Problem, terminal: Terminal): void {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`
  terminal.out(`${styled(terminal, 'bold', place)}  ${problem.severity}`)
  paragraph(terminal, problem.message, 2)
  paragraph(terminal, problem.mend, 2)
  terminal.out('')
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}
