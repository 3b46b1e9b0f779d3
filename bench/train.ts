// Trains the decoder of feedback and writes the file that Skillmap comes with.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { DECODER_FILE } from '#build/core/decode/decoder-model.js'
import { decoderSource, makeDecoder, sourceText } from '#build/core/decode/make-decoder.js'
import { readBuiltInFramework } from '#build/server/built-in-framework.js'
import { readAllIdioms, readAllWriters } from './feedback-corpus.ts'
import { projectRoot } from './running-server.ts'

const place = join(projectRoot, DECODER_FILE)
const { framework } = await readBuiltInFramework(join(projectRoot, 'frameworks', 'skillmap'))
const source = decoderSource(readAllWriters(), framework, readAllIdioms())
console.log(`Learning from ${source.training.length} sentences and ${source.texts.length} of the framework …`)
const started = performance.now()
const stamp = createHash('sha256').update(sourceText(source)).digest('hex')
const text = makeDecoder(source, stamp)
mkdirSync(dirname(place), { recursive: true })
writeFileSync(place, text)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
console.log(
  `${text.split('\n').length - 2} features, ${kilobytes(text.length)}, ${kilobytes(gzipSync(text).length)} gzipped, in ${seconds} s: ${place}`,
)
