// The published JSON Schemas say what the reader says, and accept the real files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonSchemas } from '../../src/core/framework/json-schemas.ts'
import { readCsv } from '../../src/core/framework/read-csv.ts'
import { BUILT_IN, readFiles, SMALL } from './read-files.ts'

const FOLDER = join(import.meta.dirname, '../../schemas')
const REWRITE = 'SKILLMAP_WRITE_SCHEMAS=1 npx vitest run tests/frameworks/schemas.test.ts'

test('the schemas in the folder are the ones that the code makes', () => {
  const made = jsonSchemas()
  if (process.env.SKILLMAP_WRITE_SCHEMAS === '1') {
    mkdirSync(FOLDER, { recursive: true })
    for (const [name, text] of Object.entries(made)) writeFileSync(join(FOLDER, name), text)
  }
  const committed = Object.fromEntries(
    readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
  )
  expect(committed, `The schemas have changed. Rewrite them with: ${REWRITE}`).toEqual(made)
})

const ajv = new Ajv2020({ allErrors: true, strict: true })
const validators = new Map(
  Object.entries(jsonSchemas()).map(([name, text]) => [name, ajv.compile(JSON.parse(text))]),
)

function refused(schema: string, value: unknown): unknown {
  const validate = validators.get(schema)
  if (validate === undefined) throw new Error(`There is no ${schema}.`)
  return validate(value) ? null : validate.errors
}

test.each([BUILT_IN, SMALL])('the schemas accept every file of %s', (folder) => {
  for (const { path, text } of readFiles(folder)) {
    const name = path.replace(/\.yaml$/, '')
    if (path.endsWith('.yaml')) expect(refused(`${name}.schema.json`, parse(text)), path).toBeNull()
    if (path.endsWith('.md')) {
      const frontMatter = parse(text.split('\n---\n')[0] ?? '')
      expect(refused('skill-front-matter.schema.json', frontMatter), path).toBeNull()
    }
    if (path.endsWith('.csv')) {
      const [header, ...rows] = readCsv(text).rows
      for (const { cells, line } of rows) {
        const row = Object.fromEntries(
          (header?.cells ?? []).map((column, index) => [column, cellValue(cells[index] ?? '')]),
        )
        expect(refused('expectation-row.schema.json', row), `${path}:${line}`).toBeNull()
      }
    }
  }
})

function cellValue(cell: string): string | number {
  return /^\d+$/.test(cell) ? Number(cell) : cell
}

test('the schemas refuse a key that nobody knows, as the reader does', () => {
  expect(refused('skill-front-matter.schema.json', { name: 'A', group: 'b', colour: 'red' })).not.toBeNull()
  expect(
    refused('expectation-row.schema.json', { role: 'a', skill: 'b', level: 1, weight: 4 }),
  ).not.toBeNull()
  expect(refused('translation-front-matter.schema.json', { name: 'Zuhören' })).toBeNull()
})
