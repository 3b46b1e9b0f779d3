// A framework that is written into a folder and read again is the same framework.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyWrittenFramework } from '../../../tests/frameworks/any-written-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, readFiles, SMALL } from '../../../tests/frameworks/read-files.ts'
import { canonicalJson } from '../framework/canonical-json.ts'
import { checkFramework } from '../framework/check-framework.ts'
import type { Framework } from '../framework/framework.ts'
import { readFrameworkFolder } from '../framework/read-folder.ts'
import { readImport } from '../importing/read-import.ts'
import { writeFrameworkFolder } from './write-folder.ts'

function readBack(framework: Framework): Framework {
  const { framework: back, problems } = readFrameworkFolder(writeFrameworkFolder(framework))
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
  if (back === null) throw new Error('nothing was read')
  return back
}

/** The assumptions in an order of their own, without the picture where it is computed. */
function comparable(framework: Framework): Framework {
  const assumptions = framework.assumptions.toSorted((a, b) =>
    `${a.where} ${a.field}`.localeCompare(`${b.where} ${b.field}`),
  )
  const expectations = Object.fromEntries(
    Object.entries(framework.expectations).filter(([, ofRole]) => Object.keys(ofRole).length > 0),
  )
  const layout = framework.layout.computed ? { ...framework.layout, ...EMPTY } : framework.layout
  return { ...framework, assumptions, expectations, layout }
}

const EMPTY = { width: 0, height: 0, gutter: 0, bands: [], stations: [], lines: [] }

describe('A framework written into a folder', () => {
  for (const folder of [BUILT_IN, SMALL]) {
    test(`reads back as the same framework, with no new problem: ${folder.split(/[/\\]/).at(-1)}`, () => {
      const framework = loadFramework(folder)
      const files = writeFrameworkFolder(framework)
      const checked = checkFramework(files)
      expect(canonicalJson(checked.framework)).toBe(canonicalJson(framework))
      expect(checked.problems.map(({ message }) => message)).toEqual(
        checkFramework(readFiles(folder).filter(({ path }) => !/\.[a-z]+\.md$/.test(path))).problems.map(
          ({ message }) => message,
        ),
      )
    })
  }

  test('keeps everything of any framework, whatever its words are', () => {
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const once = readBack(framework)
        expect(comparable(once)).toEqual(comparable(framework))
        expect(canonicalJson(readBack(once))).toBe(canonicalJson(once))
      }),
      { numRuns: 80 },
    )
  })

  test('keeps the findings of lint that its owners accept, with their reasons', () => {
    const accepted = [
      { kind: 'near-duplicate' as const, at: 'hygiene/washes-hands', reason: 'Both are asked for.' },
    ]
    const framework = { ...loadFramework(SMALL), acceptedFindings: accepted }
    expect(readBack(framework).acceptedFindings).toEqual(accepted)
  })

  test.each([
    [
      'roles with sentences',
      'Skill,Engineer,Senior Engineer,Staff Engineer\nDesign,Knows it,Does it,Teaches it\nTesting,,Tests,\n',
    ],
    [
      'levels that are turned round',
      'Skill,Staff Engineer,Senior Engineer,Engineer\nDesign,3,2,1\nTesting,3,2,1\n',
    ],
    [
      'levels without roles',
      'Skill,Level 1: Novice,Level 2: Expert\nDesign,Knows it,Does it\nTesting,Runs them,Writes them\n',
    ],
    [
      'some weights',
      'Path,Role,Skill,Level,Weight\nA,Engineer,Design,1,3\nA,Engineer,Testing,2,\nB,Lead,Design,3,\n',
    ],
  ])('keeps the order of roles and moves of an imported ladder, and that it was assumed: %s', (_, text) => {
    const { framework } = readImport([{ kind: 'text', path: 'ladder.csv', text }])
    if (framework === null) throw new Error('nothing was read')
    expect(framework.assumptions.map(({ where, field }) => `${where} ${field}`)).toContain('moves.yaml moves')
    const files = writeFrameworkFolder(framework)
    expect(checkFramework(files).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(canonicalJson(readBack(framework))).toBe(canonicalJson(framework))
  })

  test('leaves out what the framework had left out', () => {
    const files = writeFrameworkFolder(loadFramework(SMALL))
    const text = (path: string) => files.find((file) => file.path === path)?.text ?? ''
    expect(text('framework.yaml')).not.toMatch(/layout|colour|pattern|language|bands/)
    expect(text('roles.yaml')).not.toMatch(/code|preset|tags/)
    expect(text('skills/hygiene.md')).toBe(
      '---\nname: Hygiene\ngroup: baking\n---\n\nKeeping hands, tools and rooms so clean that nobody falls ill.\n',
    )
    expect(text('expectations.csv').split('\n')[0]).toBe('role,skill,level')
  })
})
