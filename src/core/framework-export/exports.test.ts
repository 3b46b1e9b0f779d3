// What a framework is exported as keeps its matrix, does not run in a spreadsheet and reads well.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { anyWords, anyWrittenFramework } from '../../../tests/frameworks/any-written-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { canonicalJson } from '../framework/canonical-json.ts'
import type { Framework } from '../framework/framework.ts'
import { writeFrameworkJson } from './framework-envelope.ts'
import { inertText, textFromInert } from './inert-text.ts'
import { sheetNames } from './sheet.ts'
import { workbookSheets } from './workbook.ts'
import { writeMarkdownDocument } from './write-document.ts'
import { writeLongCsv } from './write-long-csv.ts'

type Matrix = Framework['expectations']
const builtIn = loadFramework(BUILT_IN)
const small = loadFramework(SMALL)

function withoutEmptyRoles(expectations: Matrix): Matrix {
  return Object.fromEntries(
    Object.entries(expectations).filter(([, ofRole]) => Object.keys(ofRole).length > 0),
  )
}

function put(matrix: Matrix, role: string, skill: string, level: number, weight: number): void {
  matrix[role] = { ...matrix[role], [skill]: { level, weight: weight as 0 | 1 | 2 | 3 } }
}

function matrixOfCsv(text: string): Matrix {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  const matrix: Matrix = {}
  for (const row of data) {
    put(
      matrix,
      textFromInert(row.role_id ?? ''),
      textFromInert(row.skill_id ?? ''),
      Number(row.level),
      Number(row.weight),
    )
  }
  return matrix
}

describe('one JSON file', () => {
  test('says what it is and holds the whole framework', () => {
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const { framework: inside, ...outside } = JSON.parse(writeFrameworkJson(framework))
        expect(outside).toEqual({ skillmap: 'framework', version: 1 })
        expect(canonicalJson(inside)).toBe(canonicalJson(framework))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the long table', () => {
  test('keeps what every role asks for, in any framework', () => {
    for (const framework of [builtIn, small])
      expect(matrixOfCsv(writeLongCsv(framework))).toEqual(withoutEmptyRoles(framework.expectations))
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        expect(matrixOfCsv(writeLongCsv(framework))).toEqual(withoutEmptyRoles(framework.expectations))
      }),
      { numRuns: 60 },
    )
  })

  test('gives a spreadsheet nothing to run wherever it cuts cells, and the words can be had back', () => {
    const running = /^[=+\-@\t\r]/
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(fc.constantFrom("'", '"', '=', '+', '-', '@', '\t', '\r', '\n', ';'), fc.string()))
          .map((parts) => parts.join('')),
        (text) => {
          expect(inertText(text)).not.toMatch(running)
          expect(textFromInert(inertText(text))).toBe(text)
        },
      ),
    )
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const csv = writeLongCsv(framework).replace(/^\ufeff/, '')
        for (const cell of Papa.parse<string[]>(csv, { delimiter: ',' }).data.flat())
          expect(cell).not.toMatch(running)
        for (const cell of csv.split(/[;\t\r\n]/)) expect(cell.replace(/^"+/, '')).not.toMatch(running)
      }),
      { numRuns: 20 },
    )
  })
})

describe('the workbook', () => {
  test('has a sheet for roles, levels, weights and moves, one for each group, and one that keeps it whole', () => {
    expect(workbookSheets(small).map((sheet) => sheet.name)).toEqual([
      ...['About', 'Roles', 'Levels', 'Weights', 'Moves'],
      ...small.groups.map((group) => group.name),
      'For Skillmap',
    ])
  })

  test('names sheets as spreadsheets allow, none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyWords(), fc.string()), { maxLength: 8 }), (wanted) => {
        const names = [...sheetNames(wanted, ['Roles']), 'Roles']
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/)
      }),
    )
  })
})

describe('the document', () => {
  test('links its contents to headings that are there', () => {
    for (const framework of [builtIn, small]) {
      const text = writeMarkdownDocument(framework)
      const slugs = [...text.matchAll(/^#{2,4} (.*)$/gm)].map(([, words = '']) =>
        words
          .replaceAll('\\', '')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replace(/\s/g, '-'),
      )
      for (const [, slug = ''] of text.matchAll(/\]\(#([^)]*)\)/g))
        expect(slugs).toContain(slug.replace(/-\d+$/, ''))
    }
  })

  test('names every role and skill and tells what colleagues see', () => {
    const text = writeMarkdownDocument(builtIn)
    for (const { name } of [...builtIn.roles, ...builtIn.skills]) expect(text).toContain(name)
    expect(text).toContain('Splits own work so that someone else can take a piece.')
    expect(text).not.toContain('undefined')
  })
})
