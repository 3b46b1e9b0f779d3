// The list of idioms: what is read of it, and that it names skills of the built-in framework.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { readIdioms } from './read-idioms.ts'

describe('the list of idioms', () => {
  test('is read line by line, and a line that is neither a skill nor an idiom is named', () => {
    const read = readIdioms('# why\n\ndelegation\n- looking over our shoulders\n+ hands over the keys\n')
    expect(read.ok && read.value.map(({ skill, text }) => [skill, text])).toEqual([
      ['delegation', 'looking over our shoulders'],
      ['delegation', 'hands over the keys'],
    ])
    expect(readIdioms('- before any skill')).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/Line 1/),
    })
    expect(readIdioms('delegation\nno sign')).toMatchObject({ ok: false })
  })

  test('has some for every skill of the built-in framework, and for no other, each once', () => {
    const file = join(import.meta.dirname, '../../../corpus/idioms/idioms.txt')
    const read = readIdioms(readFileSync(file, 'utf8'))
    const idioms = read.ok ? read.value : []
    const skills = loadFramework(BUILT_IN).skills.map(({ id }) => id)
    expect([...new Set(idioms.map(({ skill }) => skill))].toSorted()).toEqual(skills.toSorted())
    const texts = idioms.map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })
})
