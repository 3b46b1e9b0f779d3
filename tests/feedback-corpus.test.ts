// What the data set of feedback promises in its description holds for every line of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LabelledSentence, readCorpus, writerOf } from '../src/core/decode/labelled-sentence.ts'
import { loadFramework } from './frameworks/load-framework.ts'
import { BUILT_IN } from './frameworks/read-files.ts'

const folder = join(import.meta.dirname, '../corpus/feedback')
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const read = files.map((name) => ({ name, ...readCorpus(readFileSync(join(folder, name), 'utf8')) }))
const all = read.flatMap(({ sentences }) => sentences)
const skills = loadFramework(BUILT_IN).skills.map(({ id }) => id)

describe('the sentences of feedback', () => {
  test('can all be read, each in the file of its writer', () => {
    expect(read.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))).toEqual([])
    const astray = read.flatMap(({ name, sentences }) =>
      sentences.filter((sentence) => `${writerOf(sentence)}.jsonl` !== name).map(({ id }) => id),
    )
    expect(astray).toEqual([])
  })

  test('have ids and texts of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const texts = all.map(({ text }) => text.toLowerCase().replace(/\W+/g, ' ').trim())
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 1).map(([text]) => text)).toEqual([])
  })

  test('name skills that there are, with praise or criticism for each', () => {
    const unknown = all.filter((one) => one.skills.some((skill) => !skills.includes(skill)))
    expect(unknown.map(({ id }) => id)).toEqual([])
    const uneven = all.filter((one) => one.polarity.length !== Math.max(1, one.skills.length))
    expect(uneven.map(({ id }) => id)).toEqual([])
    const isPlain = ({ kind, skills: named }: LabelledSentence) =>
      kind === 'none' || kind === 'vague' ? named.length === 0 : named.length === (kind === 'mixed' ? 2 : 1)
    expect(all.filter((one) => !isPlain(one)).map(({ id }) => id)).toEqual([])
  })

  test('are at least a hundred for every skill, five hundred about none, and three hundred about two', () => {
    const about = (skill: string) => all.filter((one) => one.skills.length === 1 && one.skills[0] === skill)
    expect(skills.filter((skill) => about(skill).length < 100)).toEqual([])
    expect(all.filter((one) => one.skills.length === 0).length).toBeGreaterThanOrEqual(500)
    expect(all.filter((one) => one.skills.length === 2).length).toBeGreaterThanOrEqual(300)
  })
})
