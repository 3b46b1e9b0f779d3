// The sentences of feedback, as the figures and the training read them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LabelledSentence, readCorpus } from '#build/core/decode/labelled-sentence.js'
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
