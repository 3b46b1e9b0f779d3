// The sentences of feedback and the idioms, as the figures and the training read them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameworkSentence } from '#build/core/decode/framework-sentences.js'
import { type LabelledSentence, readCorpus } from '#build/core/decode/labelled-sentence.js'
import { readIdioms } from '#build/core/decode/read-idioms.js'
import { projectRoot } from './running-server.ts'

/** Every writer's sentences, in the order of their letters. */
export function readAllWriters(): LabelledSentence[] {
  const folder = join(projectRoot, 'corpus', 'feedback')
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return names.toSorted().flatMap((name) => {
    const { sentences, problems } = readCorpus(readFileSync(join(folder, name), 'utf8'))
    if (problems.length > 0) throw new Error(`corpus/feedback/${name} could not be read: ${problems[0]}`)
    return sentences
  })
}

export function readAllIdioms(): FrameworkSentence[] {
  const idioms = readIdioms(readFileSync(join(projectRoot, 'corpus', 'idioms', 'idioms.txt'), 'utf8'))
  if (!idioms.ok) throw new Error(`corpus/idioms/idioms.txt could not be read: ${idioms.failure}`)
  return idioms.value
}
