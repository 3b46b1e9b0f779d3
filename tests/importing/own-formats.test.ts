// Skillmap's own folder and JSON come back as they were, whatever the files are called.
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import type { ImportSource } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { BUILT_IN, readFiles, SMALL } from '../frameworks/read-files.ts'

const textSource = (path: string, text: string): ImportSource => ({ kind: 'text', path, text })
const envelope = (framework: unknown) => JSON.stringify({ skillmap: 'framework', version: 1, framework })

test.each([
  ['the small framework', SMALL],
  ['the built-in framework', BUILT_IN],
])('%s is read from its folder and from one JSON file', (_, folder) => {
  const files = readFiles(folder)
  const { framework } = checkFramework(files)
  const fromFolder = readImport(files.map(({ path, text }) => textSource(path, text)))
  expect(fromFolder.kind).toBe('skillmap-folder')
  expect(canonicalJson(fromFolder.framework)).toBe(canonicalJson(framework))
  const fromJson = readImport([textSource('table.csv', envelope(framework))])
  expect(fromJson.problems).toEqual([])
  expect(fromJson.kind).toBe('skillmap-json')
  expect(canonicalJson(fromJson.framework)).toBe(canonicalJson(framework))
})

test('a folder whose files have other names is recognised by what is in them', () => {
  const files = readFiles(SMALL)
  const names: Record<string, string> = {
    'framework.yaml': 'export/settings.txt',
    'roles.yaml': 'export/people.csv',
    'moves.yaml': 'export/moves.md',
    'expectations.csv': 'export/expectations.yaml',
  }
  const reading = readImport(files.map(({ path, text }) => textSource(names[path] ?? `export/${path}`, text)))
  expect(reading.kind).toBe('skillmap-folder')
  expect(canonicalJson(reading.framework)).toBe(canonicalJson(checkFramework(files).framework))
})

test('a fault in a folder is told with the name the file came with', () => {
  const files = readFiles(SMALL).map(({ path, text }) =>
    textSource(`export/${path}`, path === 'roles.yaml' ? text.replace(/path: \S+/, 'path: nowhere') : text),
  )
  const reading = readImport(files)
  expect(reading.framework).toBeNull()
  expect(reading.problems[0]?.place.path).toBe('export/roles.yaml')
  expect(reading.problems[0]?.place.line).toBeGreaterThan(0)
})

test.each([
  ['of another version', { skillmap: 'framework', version: 7, framework: {} }, /version 7/],
  ['without a framework', { skillmap: 'framework', version: 1 }, /missing|must be/],
  [
    'with a reserved name for a role',
    { skillmap: 'framework', version: 1, framework: JSON.parse('{"__proto__": {"roles": []}, "id": "x"}') },
    /./,
  ],
])('a JSON file %s is refused with words', (_, value, message) => {
  const reading = readImport([textSource('a.json', JSON.stringify(value))])
  expect(reading.kind).toBe('skillmap-json')
  expect(reading.framework).toBeNull()
  expect(reading.problems[0]?.message).toMatch(message)
})

test('a JSON file that names what is not there is refused', () => {
  const { framework } = checkFramework(readFiles(SMALL))
  const broken = { ...framework, roles: framework?.roles.map((role) => ({ ...role, path: 'nowhere' })) }
  const reading = readImport([textSource('a.json', envelope(broken))])
  expect(reading.framework).toBeNull()
  expect(reading.problems[0]?.message).toContain('nowhere')
})
