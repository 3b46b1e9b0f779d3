// How well feedback is read in the skills of a framework that the decoder did not learn: through links, and by words alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECODER_FILE, type DecoderModel, openDecoder } from '#build/core/decode/decoder-model.js'
import { readCorpus } from '#build/core/decode/labelled-sentence.js'
import type { SkillLink } from '#build/core/decode/link-skills.js'
import { readWhole } from '#build/core/decode/read-feedback.js'
import { type DecoderSays, type DecoderScore, scoreDecoder } from '#build/core/decode/score-decoder.js'
import type { Framework } from '#build/core/framework/framework.js'
import { readImport } from '#build/core/importing/read-import.js'
import { rankedEntries } from '#build/core/search/search-index.js'
import type { Figure } from './figure.ts'
import { projectRoot } from './running-server.ts'

/** Not part of the project; looked for beside it. */
const PLACE = ['shared', 'data', 'frameworks', 'financial-times', 'engineering.yml']
const LINKS = join(projectRoot, 'corpus', 'other-frameworks', 'financial-times-links.json')
const SENTENCES = join(projectRoot, 'corpus', 'other-frameworks', 'financial-times.jsonl')

export async function measureDecodeForeign(): Promise<Figure[]> {
  const framework = foreignFramework()
  if (framework === null) return [{ ...missed('links', 'skill not the first', Number.NaN, 100), ...ABSENT }]
  const { sentences } = readCorpus(readFileSync(SENTENCES, 'utf8'))
  const decoder = openDecoder(readFileSync(join(projectRoot, DECODER_FILE), 'utf8'))
  if (!decoder.ok) throw new Error(decoder.failure)
  const score = (read: (text: string) => DecoderSays) =>
    scoreDecoder(
      sentences,
      sentences.map(({ text }) => read(text)),
    )
  const words = score((text) => byWords(framework, text))
  const linked = score((text) => throughLinks(decoder.value, framework, text))
  const note = `${sentences.length} sentences for the competencies of the Financial Times, written for the purpose; the target is what BM25 alone misses`
  const byHand = linksByHand()
  const corrected = score((text) => throughLinks(decoder.value, framework, text, byHand))
  const [first, ...others] = figuresOf('links', linked, words)
  return [
    ...(first === undefined ? [] : [{ ...first, note }]),
    ...others,
    ...figuresOf('links by hand', corrected, words),
    ...figuresOf('BM25 alone', words),
  ]
}

const ABSENT = { value: null, note: 'no framework of the Financial Times lies beside the project' }

function foreignFramework(): Framework | null {
  const file = ['..', '../..'].map((up) => join(projectRoot, up, ...PLACE)).find((path) => existsSync(path))
  if (file === undefined) return null
  const source = { kind: 'text', path: 'engineering.yml', text: readFileSync(file, 'utf8') } as const
  return readImport([source]).framework
}

/** What somebody who has read both frameworks would say stands behind each skill. */
function linksByHand(): SkillLink[] {
  const links = JSON.parse(readFileSync(LINKS, 'utf8')) as Record<string, string[]>
  return Object.entries(links).map(([skill, known]) => ({
    skill,
    known: known.map((one) => ({ skill: one, share: 1 })),
  }))
}

function throughLinks(
  decoder: DecoderModel,
  framework: Framework,
  text: string,
  links?: readonly SkillLink[],
): DecoderSays {
  const { kind, skills } = readWhole(decoder, framework, text, links)
  const said = skills.map(({ skill, confidence }) => ({ id: skill, confidence }))
  return { skills: said, refused: kind !== 'skill', praise: 0 }
}

function byWords(framework: Framework, text: string): DecoderSays {
  const best = new Map<string, number>()
  for (const { entry, score } of rankedEntries(framework, text, ['skill', 'phrase', 'behaviour'])) {
    if (!('skill' in entry.found)) continue
    const { id } = entry.found.skill
    best.set(id, Math.max(best.get(id) ?? 0, score))
  }
  const ids = [...best].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  return { skills: ids.map((id) => ({ id, confidence: 0 })), refused: ids.length === 0, praise: 0 }
}

function figuresOf(name: string, score: DecoderScore, atLeast?: DecoderScore): Figure[] {
  return [
    missed(name, 'skill not the first', score.first, atLeast?.first),
    missed(name, 'skill not among the first three', score.firstThree, atLeast?.firstThree),
    missed(name, 'no skill or too vague, and not refused', score.refused, atLeast?.refused),
    missed(name, 'about a skill, and refused', 1 - score.falselyRefused),
  ]
}

function missed(name: string, what: string, right: number, atLeast = 0): Figure {
  return {
    name: `feedback in another framework, ${name}: ${what}`,
    value: 100 * (1 - right),
    unit: '%',
    target: Math.round(100 * (1 - atLeast)),
  }
}
