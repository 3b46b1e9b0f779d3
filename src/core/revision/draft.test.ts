// Editing a draft: one cell, one label, and not a byte beside it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN, readFiles } from '../../../tests/frameworks/read-files.ts'
import type { Weight } from '../framework/framework.ts'
import { readFrameworkFolder } from '../framework/read-folder.ts'
import { diffFrameworks } from './diff-frameworks.ts'
import { type DraftFile, isDraftPath, layOver, withVersionLabel } from './draft.ts'
import { cellAtLine, editCell, readCells } from './edit-expectations.ts'

const files = readFiles(BUILT_IN)
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? ''
const csv = textOf('expectations.csv')
const framework = readFrameworkFolder(files).framework

function touch(path: string, content: string | null): DraftFile {
  return { path, content, revisionId: 'r', baseHash: null, updatedAt: '2026-11-25T10:00:00.000Z' }
}

describe('one cell of expectations.csv', () => {
  test('is read as the framework reads it', () => {
    const cells = readCells(csv)
    for (const role of framework?.roles ?? [])
      expect(Object.fromEntries(cells.get(role.id) ?? [])).toEqual(framework?.expectations[role.id])
  })

  test('is changed alone: every other line stays, and the framework changes by exactly one thing', () => {
    const roles = framework?.roles ?? []
    const skills = framework?.skills ?? []
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom<Weight>(1, 2, 3),
        (r, s, level, weight) => {
          const cell = {
            role: roles[r % roles.length]?.id ?? '',
            skill: skills[s % skills.length]?.id ?? '',
          }
          const next = level === 0 ? { level: 0, weight: 0 as const } : { level, weight }
          const edited = editCell(csv, cell, next) ?? ''
          expect(readCells(edited).get(cell.role)?.get(cell.skill) ?? { level: 0, weight: 0 }).toEqual(next)
          const [before, after] = [csv.split('\n'), edited.split('\n')]
          const isRow = (line: string) => line.startsWith(`${cell.role},${cell.skill},`)
          expect(after.filter((line) => !isRow(line))).toEqual(before.filter((line) => !isRow(line)))
        },
      ),
      { numRuns: 60 },
    )
    const edited =
      editCell(csv, { role: 'senior-engineer', skill: 'delegation' }, { level: 4, weight: 3 }) ?? ''
    const after = readFrameworkFolder(layOver(files, [touch('expectations.csv', edited)])).framework
    if (framework === null || after === null) throw new Error('The built-in framework can be read.')
    expect(diffFrameworks(framework, after).changes).toHaveLength(1)
  })

  test('keeps another order of columns, quotes, spaces, comments’ absence and line ends', () => {
    const odd = '\ufeffskill, level ,role,weight\r\n"tea", 2 ,"cook",1\r\ncake,3,cook,2\r\nbread,1,baker,1'
    expect(editCell(odd, { role: 'cook', skill: 'tea' }, { level: 4, weight: 3 })).toBe(
      '\ufeffskill, level ,role,weight\r\n"tea", 4 ,"cook",3\r\ncake,3,cook,2\r\nbread,1,baker,1',
    )
    expect(editCell(odd, { role: 'cook', skill: 'soup' }, { level: 1, weight: 2 })).toContain(
      'cake,3,cook,2\r\nsoup,1,cook,2\r\nbread',
    )
    expect(editCell(odd, { role: 'baker', skill: 'soup' }, { level: 1, weight: 2 })).toMatch(
      /bread,1,baker,1\r\nsoup,1,baker,2\r\n$/,
    )
    expect(editCell(odd, { role: 'cook', skill: 'cake' }, { level: 0, weight: 0 })).not.toContain('cake')
  })

  test('is found by the line that lint names', () => {
    expect(cellAtLine('role,skill,level\ncook,tea,1\n', 2)).toEqual({ role: 'cook', skill: 'tea' })
    expect(cellAtLine('role,skill,level\ncook,tea,1\n', 1)).toBeNull()
    expect(cellAtLine('role,skill,level\ncook,tea,1\n', 9)).toBeNull()
  })

  test('cannot be changed where the columns are not named, or have no place for the weight', () => {
    expect(editCell('a,b\n1,2\n', { role: 'x', skill: 'y' }, { level: 1, weight: 1 })).toBeNull()
    const short = 'role,skill,level\ncook,tea,1\n'
    expect(editCell(short, { role: 'cook', skill: 'tea' }, { level: 2, weight: 3 })).toBeNull()
    expect(editCell(short, { role: 'cook', skill: 'tea' }, { level: 2, weight: 2 })).toBe(
      'role,skill,level\ncook,tea,2\n',
    )
  })
})

describe('a draft', () => {
  test('lies over the folder: untouched files byte for byte, removed ones gone', () => {
    const laid = layOver(files, [touch('skills/coaching.md', 'new'), touch('skills/selling.md', null)])
    expect(laid.find((file) => file.path === 'skills/coaching.md')?.text).toBe('new')
    expect(laid.some((file) => file.path === 'skills/selling.md')).toBe(false)
    const others = (all: typeof files) =>
      all.filter((file) => !/coaching|selling/.test(file.path)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
    expect(others(laid)).toEqual(others(files))
  })

  test('gives framework.yaml another label and nothing else', () => {
    const yaml = textOf('framework.yaml')
    expect(withVersionLabel(yaml, '2.0')).toBe(yaml.replace('version: "1.0"', 'version: "2.0"'))
    expect(withVersionLabel('name: X\nversion: 1 # first\nscale: []\n', 'Spring')).toBe(
      'name: X\nversion: "Spring" # first\nscale: []\n',
    )
    expect(withVersionLabel('name: X\nscale: []\n', '2')).toBe('name: X\nversion: "2"\nscale: []\n')
    expect(withVersionLabel('scale: []\n', '2')).toBeNull()
  })

  test('writes files of a framework only', () => {
    for (const path of ['framework.yaml', 'skills/delegation.md', 'skills/delegation.de.md'])
      expect(isDraftPath(path)).toBe(true)
    for (const path of [
      '../x.md',
      'skills/../x.md',
      'README.md',
      'skills/A.md',
      'skills/x.md/y',
      '.git/config',
    ])
      expect(isDraftPath(path)).toBe(false)
  })
})
