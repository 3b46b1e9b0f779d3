// How well feedback is read, on writers who were kept apart: keywords, BM25 and the trained model beside each other.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type * as Model from '#build/core/decode/decoder-model.js'
import { DECODER_FILE, type DecoderModel, openDecoder } from '#build/core/decode/decoder-model.js'
import { type LabelledSentence, writerOf } from '#build/core/decode/labelled-sentence.js'
import {
  decoderSource,
  JUDGED_BESIDE,
  JUDGED_BY,
  KEPT_APART,
  makeDecoder,
} from '#build/core/decode/make-decoder.js'
import type * as Read from '#build/core/decode/read-feedback.js'
import { readFeedback } from '#build/core/decode/read-feedback.js'
import { decodeSentence } from '#build/core/decode/read-sentence.js'
import { type DecoderSays, type DecoderScore, scoreDecoder } from '#build/core/decode/score-decoder.js'
import type { Framework } from '#build/core/framework/framework.js'
import { searchPhrases } from '#build/core/search/search-phrases.js'
import { searchTerms, wordsOf } from '#build/core/search/search-terms.js'
import { readBuiltInFramework } from '#build/server/built-in-framework.js'
import { openBrowser } from './browser.ts'
import { corePage, processorClock } from './core-in-browser.ts'
import { readAllIdioms, readAllWriters } from './feedback-corpus.ts'
import type { Figure } from './figure.ts'
import { projectRoot } from './running-server.ts'

/** Keywords: how many words of a skill's name and definition stand in the sentence. */
function keywordReader(framework: Framework): (text: string) => DecoderSays {
  const termsOf = (text: string) => new Set(wordsOf(text).flatMap((word) => searchTerms(word, 'en')))
  const skills = framework.skills.map(({ id, name, definition }) => ({
    id,
    terms: termsOf(`${name} ${definition}`),
  }))
  return (text) => {
    const said = termsOf(text)
    const ranked = skills
      .map(({ id, terms }) => ({ id, confidence: [...said].filter((term) => terms.has(term)).length }))
      .filter(({ confidence }) => confidence > 0)
      .toSorted((a, b) => b.confidence - a.confidence)
    return { skills: ranked, refused: ranked.length === 0, praise: 0 }
  }
}

/** BM25 over names, definitions and phrases, as the search of the program has it. */
function searchReader(framework: Framework): (text: string) => DecoderSays {
  return (text) => {
    const ids = [...new Set(searchPhrases(framework, text).map(({ skill }) => skill.id))]
    return { skills: ids.map((id) => ({ id, confidence: 0 })), refused: ids.length === 0, praise: 0 }
  }
}

/** Shares that are missed, so that less is better, on the writers kept apart; accuracy by kind of wording beside. */
export async function measureDecode(): Promise<Figure[]> {
  const { framework } = await readBuiltInFramework(join(projectRoot, 'frameworks', 'skillmap'))
  const writtenBy = (writers: readonly string[]) =>
    readAllWriters().filter((sentence) => writers.includes(writerOf(sentence)))
  const test = writtenBy(JUDGED_BY)
  const beside = writtenBy(JUDGED_BESIDE)
  const file = readFileSync(join(projectRoot, DECODER_FILE), 'utf8')
  const model = opened(file)
  const page = pageOf(test)
  return [
    ...accuracyFigures(
      scoreOn(test, (text) => decodeSentence(model, text)),
      test.length,
    ),
    ...besideFigures(
      scoreOn(beside, (text) => decodeSentence(model, text)),
      beside.length,
    ),
    missed(
      'feedback: keywords, not among the first three',
      scoreOn(test, keywordReader(framework)).firstThree,
      100,
    ),
    missed(
      'feedback: BM25, not among the first three',
      scoreOn(test, searchReader(framework)).firstThree,
      100,
    ),
    sizeFigure(file),
    pageFigure(model, framework, page),
    ...(await browserFigures(file, framework, page)),
  ]
}

/** How much further writers bring: the decoder is trained for each number of them, for some minutes each. */
export async function measureDecodeCurve(): Promise<Figure[]> {
  const { framework } = await readBuiltInFramework(join(projectRoot, 'frameworks', 'skillmap'))
  const corpus = readAllWriters()
  const test = corpus.filter((sentence) => JUDGED_BY.includes(writerOf(sentence)))
  const others = [...new Set(corpus.map(writerOf))].filter((writer) => !KEPT_APART.includes(writer))
  return [1, 3, 6, 9, 16, others.length].map((count) => {
    const writers = [...others.slice(0, count), ...KEPT_APART]
    const fewer = corpus.filter((sentence) => writers.includes(writerOf(sentence)))
    const decoder = opened(makeDecoder(decoderSource(fewer, framework, readAllIdioms()), ''))
    const { firstThree } = scoreOn(test, (text) => decodeSentence(decoder, text))
    console.log(`  ${count}: ${(100 * (1 - firstThree)).toFixed(2)} % not among the first three`)
    return missed(`feedback: writers learned from: ${count}, not among the first three`, firstThree, 10)
  })
}

function scoreOn(test: readonly LabelledSentence[], read: (text: string) => DecoderSays): DecoderScore {
  return scoreDecoder(
    test,
    test.map(({ text }) => read(text)),
  )
}

function opened(text: string): DecoderModel {
  const decoder = openDecoder(text)
  if (!decoder.ok) throw new Error(decoder.failure)
  return decoder.value
}

function accuracyFigures(score: DecoderScore, count: number): Figure[] {
  const kinds = Object.entries(score.byKind)
    .map(([kind, { first, firstThree }]) => `${kind} ${share(first)} and ${share(firstThree)}`)
    .join(', ')
  const told = `told of ${share(score.polarityTold)}; of praise ${share(score.praiseMissed)} is told to be criticism, of criticism ${share(score.criticismMissed)} praise`
  const note = `${count} sentences of writers kept apart, written for the purpose; first and first three: ${kinds}`
  return [
    { ...missed('feedback: skill not among the first three', score.firstThree, 10), note },
    missed('feedback: skill not the first', score.first, 28),
    missed('feedback: macro F1, short of 1', score.macroF1, 28),
    missed('feedback: no skill or too vague, and not refused', score.refused, 15),
    missed('feedback: about a skill, and refused', 1 - score.falselyRefused, 5),
    { ...missed('feedback: praise and criticism taken for each other', score.polarityOfTold, 8), note: told },
    missed('… where every sentence is decided, at even', score.polarity, 8),
    missed('… where every sentence is decided, what is not told as criticism', score.polarityAsUsed, 8),
    missed('feedback: of two skills in one sentence, not among the first three', score.bothOfMixed, 20),
    missed('feedback: sureness beside the share that is right', 1 - score.calibration, 5),
  ]
}

/** Those of the further writer, without targets of their own. */
function besideFigures(score: DecoderScore, count: number): Figure[] {
  const note = `${count} sentences, by the hand that wrote t to x`
  return [
    { ...missed('the further writer: skill not among the first three', score.firstThree, 10), note },
    missed('… not the first', score.first, 28),
    missed('… no skill or too vague, and not refused', score.refused, 15),
    missed('… about a skill, and refused', 1 - score.falselyRefused, 5),
    missed('… praise and criticism taken for each other, of those told', score.polarityOfTold, 8),
    missed('… where every sentence is decided, at even', score.polarity, 8),
    missed('… where every sentence is decided, what is not told as criticism', score.polarityAsUsed, 8),
  ]
}

function missed(name: string, right: number, target: number): Figure {
  return { name, value: 100 * (1 - right), unit: '%', target }
}

function share(value: number): string {
  return `${Math.round(100 * value)}%`
}

/** A page of about five hundred words, sentence by sentence. */
function pageOf(test: readonly LabelledSentence[]): string {
  return test
    .slice(0, 26)
    .map(({ text }) => text)
    .join(' ')
}

const RUNS = 40

/** By processor time, as other work on the machine should not count. */
function pageFigure(decoder: DecoderModel, framework: Framework, page: string): Figure {
  readFeedback(decoder, framework, page)
  const before = process.cpuUsage()
  for (let run = 0; run < RUNS; run += 1) readFeedback(decoder, framework, page)
  const { user, system } = process.cpuUsage(before)
  const note = `${page.length} characters, in Node, mean of ${RUNS}, processor time`
  return { name: 'feedback: a page read', value: (user + system) / 1000 / RUNS, unit: 'ms', target: 20, note }
}

type InBrowser = Pick<typeof Model, 'openDecoder'> & Pick<typeof Read, 'readFeedback'>

/** Opening the decoder and reading a page where it happens: in a browser. */
async function browserFigures(text: string, framework: Framework, page: string): Promise<Figure[]> {
  const browser = await openBrowser()
  try {
    const tab = await corePage(browser, [
      ['decode/decoder-model', 'openDecoder'],
      ['decode/read-feedback', 'readFeedback'],
    ])
    const processorTime = await processorClock(tab)
    await tab.evaluate((given) => Object.assign(globalThis, given), {
      file: text,
      ofFramework: framework,
      said: page,
    })
    const took = async (what: 'open' | 'read', runs: number) => {
      const before = await processorTime()
      await tab.evaluate(
        ([action, times]) => {
          const here = globalThis as unknown as InBrowser & {
            file: string
            ofFramework: Framework
            said: string
            decoder: DecoderModel
          }
          for (let run = 0; run < times; run += 1) {
            if (action === 'read') here.readFeedback(here.decoder, here.ofFramework, here.said)
            else {
              const decoder = here.openDecoder(here.file)
              if (decoder.ok) here.decoder = decoder.value
            }
          }
        },
        [what, runs] as const,
      )
      return (1000 * ((await processorTime()) - before)) / runs
    }
    const opening = await took('open', 1)
    const first = await took('read', 1)
    const note = `Chromium, mean of ${RUNS}, processor time; the first, which reads the framework too, ${first.toFixed(0)} ms`
    return [
      { name: '… in the browser: the decoder opened', value: opening, unit: 'ms', target: 50 },
      {
        name: '… in the browser: a page read',
        value: await took('read', RUNS),
        unit: 'ms',
        target: 20,
        note,
      },
    ]
  } finally {
    await browser.close()
  }
}

function sizeFigure(text: string): Figure {
  const note = `${(text.length / 1000).toFixed(0)} kB before`
  return {
    name: 'feedback: the decoder, gzipped',
    value: gzipSync(text, { level: 9 }).length / 1000,
    unit: 'kB',
    target: 600,
    note,
  }
}
