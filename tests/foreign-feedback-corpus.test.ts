// The sentences for a framework of somebody else: readable, for each of its nine skills, praise and criticism.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../src/core/decode/labelled-sentence.ts'

const file = join(import.meta.dirname, '../corpus/other-frameworks/financial-times.jsonl')
const { sentences, problems } = readCorpus(readFileSync(file, 'utf8'))

describe('the sentences for another framework', () => {
  test('can all be read, with ids and texts of their own', () => {
    expect(problems).toEqual([])
    for (const field of ['id', 'text'] as const)
      expect(new Set(sentences.map((one) => one[field])).size).toBe(sentences.length)
  })

  test('are fourteen for each of its nine skills, praise and criticism, and sixteen about none or too vague', () => {
    const skills = [...new Set(sentences.flatMap((one) => one.skills))]
    expect(skills).toHaveLength(9)
    for (const skill of skills) {
      const about = sentences.filter((one) => one.skills.includes(skill))
      expect(about).toHaveLength(14)
      expect(new Set(about.map(({ polarity }) => polarity[0]))).toEqual(new Set(['gap', 'strength']))
    }
    expect(sentences.filter((one) => one.skills.length === 0)).toHaveLength(16)
  })
})
