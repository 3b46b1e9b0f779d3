// The packet in plain language: what each skill is about in place of its name, no levels, and words explained.

import type { Framework } from '../framework/framework.ts'
import { GLOSSARY } from '../glossary/glossary.ts'
import { wordsOf } from '../search/search-terms.ts'
import type { PacketContent } from './packet.ts'
import {
  aside,
  blocksOfText,
  type DocumentBlock,
  fact,
  heading,
  label,
  type PacketDocument,
} from './packet-document.ts'
import { packetLabels } from './packet-labels.ts'
import {
  factsOf,
  hasSomething,
  headOf,
  plainTitle,
  quoteOf,
  type ShownSection,
  shownSections,
  summaryOf,
} from './packet-parts.ts'

export function writePlainly(
  framework: Framework,
  packet: PacketContent,
  name: string | null,
): PacketDocument {
  const sections = shownSections(framework, packet)
  const told = new Set<string>()
  const open = sections.filter(({ section }) => section.open.trim() !== '')
  const blocks = [
    ...headOf(framework, packet, name),
    ...summaryOf(packet),
    ...sections.filter(hasSomething).flatMap((section) => detail(section, told)),
    ...(open.length > 0 ? [heading(2, label(packetLabels.whatIsOpen))] : []),
    ...open.flatMap(({ section }) => blocksOfText(section.open)),
  ]
  return {
    title: plainTitle(framework, packet),
    language: framework.language,
    blocks: [...blocks, ...explained(framework, blocks)],
  }
}

/** Each entry once, under the first skill that it shows. */
function detail({ skill, section, mine, praise }: ShownSection, told: Set<string>): DocumentBlock[] {
  const fresh = mine.filter(({ source }) => !told.has(source))
  for (const { source } of fresh) told.add(source)
  if (section.own.trim() === '' && fresh.length === 0 && praise.length === 0) return []
  return [
    heading(2, fact(skill.definition)),
    ...blocksOfText(section.own),
    ...fresh.flatMap((item) => [
      ...blocksOfText(item.text),
      ...blocksOfText(item.how),
      ...aside(factsOf({ ...item, level: null })),
    ]),
    ...praise.filter(({ text }) => text !== '').flatMap((item) => quoteOf({ ...item, level: null })),
  ]
}

/** Skills and terms of the program that the text names. Single words are left alone: most mean what they always mean. */
function explained(framework: Framework, blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const text = ` ${wordsOf(textOf(blocks)).join(' ').toLowerCase()} `
  const terms = [
    ...framework.skills.map(({ name, definition }) => ({ name, meaning: definition, also: [] })),
    ...GLOSSARY,
  ]
  const used = terms.filter(({ name, also }) =>
    [name, ...also].some((one) => {
      const words = wordsOf(one)
      return words.length > 1 && text.includes(` ${words.join(' ').toLowerCase()} `)
    }),
  )
  if (used.length === 0) return []
  return [
    heading(2, label(packetLabels.words)),
    { kind: 'list', items: used.map(({ name, meaning }) => [fact(name), label(': '), fact(meaning)]) },
  ]
}

function textOf(blocks: readonly DocumentBlock[]): string {
  return blocks
    .flatMap((block) => ('line' in block ? block.line : block.kind === 'list' ? block.items.flat() : []))
    .filter(({ from }) => from === 'own' || from === 'quoted')
    .map(({ text }) => text)
    .join('\n')
}
