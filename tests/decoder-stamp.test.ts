// The decoder that Skillmap comes with was made from the sentences, the framework and the settings that lie beside it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { DECODER_FILE, openDecoder } from '../src/core/decode/decoder-model.ts'
import { type LabelledSentence, readCorpus } from '../src/core/decode/labelled-sentence.ts'
import { decoderSource, makeDecoder, sourceText } from '../src/core/decode/make-decoder.ts'
import { readIdioms } from '../src/core/decode/read-idioms.ts'
import { loadFramework } from './frameworks/load-framework.ts'
import { BUILT_IN } from './frameworks/read-files.ts'

const root = join(import.meta.dirname, '..')
const MOST_BYTES = 600_000
const text = readFileSync(join(root, DECODER_FILE), 'utf8')

function wholeCorpus(): LabelledSentence[] {
  const folder = join(root, 'corpus', 'feedback')
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return names.toSorted().flatMap((name) => readCorpus(readFileSync(join(folder, name), 'utf8')).sentences)
}

const idioms = readIdioms(readFileSync(join(root, 'corpus', 'idioms', 'idioms.txt'), 'utf8'))
if (!idioms.ok) throw new Error(idioms.failure)
const source = decoderSource(wholeCorpus(), loadFramework(BUILT_IN), idioms.value)
const stamp = createHash('sha256').update(sourceText(source)).digest('hex')

describe('the decoder of feedback', () => {
  test('was made from these sentences, this framework and these settings; if not, npm run train makes it anew', () => {
    const opened = openDecoder(text)
    expect(opened.ok && opened.value.head.stamp).toBe(stamp)
  })

  test('is small enough to be sent to a page', () => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(MOST_BYTES)
  })

  test('made anew is the same, to the letter', () => {
    // Minutes of training, so only before a release; in between a small corpus shows that nothing is left to chance.
    const release = process.env.SKILLMAP_VOLUME === 'release'
    const few = { ...source, training: source.training.filter((_, at) => at % 100 === 0), texts: [] }
    const once = makeDecoder(release ? source : few, stamp)
    expect(once).toBe(release ? text : makeDecoder(few, stamp))
  })
})
