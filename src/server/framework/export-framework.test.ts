// The files that a framework is exported as can be opened, and hold what it says.

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { anyWrittenFramework } from '../../../tests/frameworks/any-written-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { readFrameworkFolder } from '../../core/framework/read-folder.ts'
import { exportFramework } from './export-framework.ts'

type Matrix = Record<string, Record<string, { level: number; weight: number }>>

async function matrixOfWorkbook(bytes: Uint8Array): Promise<Matrix> {
  const sheets = await readXlsxFile(Buffer.from(bytes))
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? []
  const weights = rows('Weights')
  const ids = rows('Levels')[1] ?? []
  const matrix: Matrix = {}
  for (const [y, row] of rows('Levels').entries()) {
    for (const [x, level] of row.entries()) {
      if (typeof level !== 'number' || row[1] === null) continue
      const role = String(ids[x])
      matrix[role] = { ...matrix[role], [String(row[1])]: { level, weight: Number(weights[y]?.[x]) } }
    }
  }
  return matrix
}

function matrixOf({ expectations }: Framework): Matrix {
  return Object.fromEntries(
    Object.entries(expectations).filter(([, ofRole]) => Object.keys(ofRole).length > 0),
  )
}

describe('A framework as a file', () => {
  test('the archive unpacks to a folder that reads back as the same framework', async () => {
    const framework = loadFramework(BUILT_IN)
    const { bytes, name } = await exportFramework(framework, 'folder')
    const files = Object.entries(unzipSync(bytes)).map(([path, content]) => ({
      path: path.replace(/^skillmap\//, ''),
      text: strFromU8(content),
    }))
    expect(name).toBe('skillmap-1.0.zip')
    expect(canonicalJson(readFrameworkFolder(files).framework)).toBe(canonicalJson(framework))
  })

  test('the workbook keeps what every role asks for', async () => {
    for (const folder of [BUILT_IN, SMALL]) {
      const framework = loadFramework(folder)
      const { bytes } = await exportFramework(framework, 'xlsx')
      expect(await matrixOfWorkbook(bytes)).toEqual(matrixOf(framework))
    }
    await fc.assert(
      fc.asyncProperty(anyWrittenFramework(), async (framework) => {
        const { bytes } = await exportFramework(framework, 'xlsx')
        expect(await matrixOfWorkbook(bytes)).toEqual(matrixOf(framework))
      }),
      { numRuns: 12 },
    )
  })

  test('no sheet of the workbook holds a formula, whatever the words are', async () => {
    await fc.assert(
      fc.asyncProperty(anyWrittenFramework(), async (framework) => {
        const { bytes } = await exportFramework(framework, 'xlsx')
        const sheets = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/worksheets/'))
        for (const [, content] of sheets) expect(strFromU8(content)).not.toMatch(/<f[ >]/)
      }),
      { numRuns: 8 },
    )
  })

  test('the same framework gives the same archive on every day', async () => {
    const framework = loadFramework(SMALL)
    const [one, other] = [
      await exportFramework(framework, 'folder'),
      await exportFramework(framework, 'folder'),
    ]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })
})
