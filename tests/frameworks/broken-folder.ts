// The small framework with faults put into it, and what is told about them.
import { expect } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import type { FolderFile } from '../../src/core/framework/framework-files.ts'
import { readFiles, SMALL } from './read-files.ts'

export const small = readFiles(SMALL)

export function textOf(path: string): string {
  const file = small.find((candidate) => candidate.path === path)
  if (file === undefined) throw new Error(`There is no ${path}.`)
  return file.text
}

/** The small framework with some files replaced (null: taken away) or added. */
export function folder(changes: Record<string, string | null>): FolderFile[] {
  const kept = small.filter((file) => !(file.path in changes))
  const changed = Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]))
  return [...kept, ...changed]
}

export function replaced(path: string, from: string, to: string): Record<string, string> {
  const text = textOf(path)
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}.`)
  return { [path]: text.replace(from, to) }
}

export function appended(path: string, text: string): Record<string, string> {
  return { [path]: textOf(path) + text }
}

/** `file:line message`, errors and warnings alike. */
export function told(files: FolderFile[]): string[] {
  const { problems } = checkFramework(files)
  for (const problem of problems) {
    expect(problem.mend, problem.message).toMatch(/^["*\p{Lu}].*[.?]$|:/su)
    expect(problem.message).toMatch(/[.]$/)
  }
  return problems.map(({ file, line, message }) => `${file}:${line ?? '-'} ${message}`)
}

export const HEAD = '---\nname: Dough\ngroup: baking\n---\n\nMaking dough.\n'
export const DOUGH = 'skills/dough-making.md'

export interface Case {
  name: string
  files: Record<string, string | null>
  /** All problems, in order. */
  told: (string | RegExp)[]
}

export function expectTold({ files, told: expected }: Case): void {
  const found = told(folder(files))
  expect(found).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))))
}
