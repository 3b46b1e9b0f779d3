// What the labelled entries of a journal promise in their description holds for every line of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadFramework } from './frameworks/load-framework.ts'
import { BUILT_IN } from './frameworks/read-files.ts'

interface Entry {
  id: string
  text: string
  skills: string[]
}

const files = { a: 60, b: 60, c: 30, d: 65, questions: 40 }
const all = Object.keys(files).flatMap((name) =>
  readFileSync(join(import.meta.dirname, `../corpus/entries/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ name, ...(JSON.parse(line) as Entry) })),
)
const skills = loadFramework(BUILT_IN).skills.map(({ id }) => id)

describe('the labelled entries', () => {
  test.each(Object.entries(files))('of %s.jsonl are as many as it says', (name, count) => {
    expect(all.filter((entry) => entry.name === name)).toHaveLength(count)
  })

  test('have ids and texts of their own, and name skills that there are', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ text }) => text.toLowerCase())).size).toBe(all.length)
    expect(all.flatMap((entry) => entry.skills).filter((skill) => !skills.includes(skill))).toEqual([])
  })

  test('show every skill in both sets of entries, and some nothing', () => {
    for (const name of ['a', 'b']) {
      const shown = new Set(all.filter((entry) => entry.name === name).flatMap((entry) => entry.skills))
      expect(skills.filter((skill) => !shown.has(skill))).toEqual([])
      expect(all.filter((entry) => entry.name === name && entry.skills.length === 0)).toHaveLength(8)
    }
  })
})
