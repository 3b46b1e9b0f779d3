// The packet for a director: what came of it first, then a few results by theme, without levels.

import type { Framework } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { findGroup } from '../framework/look-up.ts'
import { wordsOf } from '../search/search-terms.ts'
import type { PacketContent, PacketItem } from './packet.ts'
import {
  aside,
  type DocumentBlock,
  fact,
  heading,
  label,
  own,
  type PacketDocument,
} from './packet-document.ts'
import { packetLabels } from './packet-labels.ts'
import {
  factsOf,
  headOf,
  plainTitle,
  quoteOf,
  type ShownSection,
  sentencesOf,
  shownSections,
  summaryOf,
} from './packet-parts.ts'

const MOST_NUMBERS = 8
const MOST_OF_A_THEME = 3
const MOST_SENTENCES = 2
/** A number by itself says nothing. */
const FEWEST_WORDS = 4
/** A number with something to it: 40%, 3 teams, €200, twelve months are words and stay where they are. */
const NUMBER = /(?<![\p{L}\p{N}])[€$£]?\d[\d.,]*(?![\p{N}])/u

export function writeForDirector(
  framework: Framework,
  packet: PacketContent,
  name: string | null,
): PacketDocument {
  const sections = shownSections(framework, packet)
  const told = new Set<string>()
  return {
    title: plainTitle(framework, packet),
    language: framework.language,
    blocks: [
      ...headOf(framework, packet, name),
      ...summaryOf(packet),
      ...numbers(sections),
      ...[...groupedBy(sections, ({ skill }) => skill.group)].flatMap(([group, ofGroup]) =>
        theme(findGroup(framework, group)?.name ?? group, ofGroup, told),
      ),
    ],
  }
}

/** One's own sentences that hold a number, in the order of the packet. */
export function sentencesWithNumbers(sections: readonly ShownSection[]): string[] {
  const sentences = sections
    .flatMap(({ mine }) => mine)
    .filter(({ kind }) => kind === 'evidence')
    .flatMap((item) => sentencesOf(item.text))
  return [...new Set(sentences)].filter(
    (sentence) => NUMBER.test(sentence) && wordsOf(sentence).length >= FEWEST_WORDS,
  )
}

function numbers(sections: readonly ShownSection[]): DocumentBlock[] {
  const found = sentencesWithNumbers(sections).slice(0, MOST_NUMBERS)
  if (found.length === 0) return []
  return [
    heading(2, label(packetLabels.inNumbers)),
    { kind: 'list', items: found.map((sentence) => [own(sentence)]) },
  ]
}

/** Each result once, by its first sentences, with at most one thing that somebody said. */
function theme(name: string, sections: readonly ShownSection[], told: Set<string>): DocumentBlock[] {
  const fresh = sections
    .flatMap(({ mine }) => mine)
    .filter((item) => item.kind === 'evidence' && !told.has(item.source))
  const chosen = [...new Map(fresh.map((item) => [item.source, item])).values()].slice(0, MOST_OF_A_THEME)
  for (const { source } of chosen) told.add(source)
  const quote = sections.flatMap(({ praise }) => praise).find(({ text }) => text !== '')
  if (chosen.length === 0 && quote === undefined) return []
  return [
    heading(2, fact(name)),
    ...chosen.flatMap(inShort),
    ...(quote === undefined ? [] : quoteOf({ ...quote, level: null })),
  ]
}

function inShort(item: PacketItem): DocumentBlock[] {
  const sentences = sentencesOf(item.text).slice(0, MOST_SENTENCES)
  return [
    { kind: 'paragraph', line: [own(sentences.join(' '))] },
    ...aside(factsOf({ ...item, level: null })),
  ]
}
