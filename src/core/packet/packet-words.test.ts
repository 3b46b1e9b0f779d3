// Nothing in a packet that is handed in is invented: every sentence is the person's, a quotation, or a fixed label.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import '../../../tests/property-seed.ts'
import { GLOSSARY } from '../glossary/glossary.ts'
import { inSentence } from '../planning/plain-words.ts'
import { documentHtml } from './document-html.ts'
import { documentMarkdown } from './document-markdown.ts'
import type { PacketContent, PacketItem, PacketSection } from './packet.ts'
import type { PacketDocument, Span } from './packet-document.ts'
import { longDay, packetLabels } from './packet-labels.ts'
import { jsonResume } from './write-cv.ts'
import { AUDIENCES, writePacket } from './write-packet.ts'

const framework = loadFramework(BUILT_IN)
const open = framework.skills.filter((skill) => !skill.private)

const word = fc.constantFrom(
  'migrated',
  'billing',
  '40%',
  'teams',
  'the',
  'on-call',
  '**bold**',
  '<b>',
  '# x',
  '[a](b)',
  '|',
  'größer',
  '決済',
  '🙂',
  'שלום',
  '1.',
  '- dash',
  '&amp;',
  '`code`',
  'e.g.',
  '“so”',
)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`)
const text = fc
  .array(sentence, { minLength: 0, maxLength: 4 })
  .chain((all) => fc.constantFrom(' ', '\n\n', '\n- ').map((between) => all.join(between)))
const day = fc.constantFrom('2026-01-05', '2026-06-30', '2026-11-01')
const item = fc.record<PacketItem>({
  source: fc.uuid().map((id) => `evidence/${id}`),
  kind: fc.constantFrom('evidence', 'note', 'words'),
  included: fc.boolean(),
  text,
  on: day,
  level: fc.option(fc.integer({ min: 0, max: 5 })),
  how: fc.oneof(fc.constant(''), sentence),
  links: fc.array(fc.constant('https://example.org/a?b=c&d=<e>'), { maxLength: 1 }),
  people: fc.array(fc.constantFrom('Mona Berg', 'Łukasz', '<i>Eve</i>'), { maxLength: 2 }),
  polarity: fc.constantFrom('strength', 'gap', null),
  behaviours: fc.constant([]),
  asked: fc.boolean(),
})
const section = fc.record<PacketSection>({
  skill: fc.constantFrom(...open.map(({ id }) => id)),
  included: fc.boolean(),
  claimed: fc.option(fc.integer({ min: 0, max: 5 })),
  range: fc.option(fc.constant({ level: 2.4, low: 1.6, high: 3.1 })),
  own: text,
  open: text,
  items: fc.array(item, { maxLength: 4 }),
})
const packet = fc.record<PacketContent>({
  purpose: fc.constantFrom('review', 'promotion'),
  role: fc.constantFrom(...framework.roles.map(({ id }) => id)),
  held: fc.constantFrom(null, 'senior-engineer'),
  from: fc.constant('2025-12-01'),
  until: fc.constant('2026-11-26'),
  title: fc.oneof(fc.constant(''), sentence),
  summary: text,
  sections: fc.uniqueArray(section, { selector: ({ skill }) => skill, maxLength: 5 }),
  answers: fc.constant([]),
})

const flat = (words: string) =>
  words
    .replace(/^\s*[-*•]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Everything the person or somebody else wrote, one line each. */
function wordsIn({ title, summary, sections }: PacketContent, kind: 'own' | 'quoted'): string[] {
  const items = sections.flatMap((one) => one.items)
  const isOwn = kind === 'own'
  const texts = items.filter((one) => (one.kind !== 'words') === isOwn).map((one) => one.text)
  const more = isOwn
    ? [title, summary, ...sections.flatMap((one) => [one.own, one.open]), ...items.map((one) => one.how)]
    : []
  return [...texts, ...more].map(flat).filter((one) => one !== '')
}

/** The fixed labels, with a place for each number and name. */
const LABELS = Object.values(packetLabels).map((made) => {
  if (typeof made === 'string') return pattern(made)
  const make = made as (...given: unknown[]) => string
  return pattern(make('§', '§'))
})

function pattern(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('§', '[^,]*')
  return new RegExp(`^(?:${escaped})$`, 'iu')
}
const BETWEEN = /^(?:, |: )$/

function factsIn({ sections }: PacketContent): Set<string> {
  const items = sections.flatMap((one) => one.items)
  return new Set([
    ...framework.skills.flatMap(({ name, definition }) => [name, definition]),
    ...framework.roles.flatMap(({ name }) => [name, inSentence(name)]),
    ...framework.groups.map(({ name }) => name),
    ...framework.scale.map(({ name }) => name),
    ...GLOSSARY.flatMap(({ name, meaning }) => [name, meaning]),
    ...items.flatMap(({ links, people, on }) => [...links, people.join(', '), longDay(on)]),
    packetLabels.period(longDay('2025-12-01'), longDay('2026-11-26')),
    'Ada Lind',
  ])
}

function spansOf({ blocks }: PacketDocument): Span[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'page') return []
    if (block.kind === 'list') return block.items.flat()
    if (block.kind === 'table') return [...block.head, ...block.rows.flat()].flat()
    return block.kind === 'quote' ? [...block.line, ...block.by] : block.line
  })
}

/** Whether a span holds nothing but what it may. */
function isHonest(span: Span, content: PacketContent, facts: ReadonlySet<string>): boolean {
  if (span.from === 'label')
    return BETWEEN.test(span.text) || LABELS.some((one) => one.test(span.text.trim()))
  if (span.from === 'fact') return facts.has(span.text) || areSkills(span.text) || /^[\d.–]+$/.test(span.text)
  const words = wordsIn(content, span.from)
  return words.some((one) => one.includes(flat(span.text))) || isJoined(flat(span.text), words)
}

const NAMES = new Set(framework.skills.map(({ name }) => name))

/** Names of skills, one after the other. */
function areSkills(text: string): boolean {
  return text.split(', ').every((name) => NAMES.has(name))
}

/** Sentences that stood on lines of their own stand behind each other. */
function isJoined(text: string, words: readonly string[]): boolean {
  return words.some((one) => one.replaceAll(' ', '').includes(text.replaceAll(' ', '')))
}

describe('a packet that is handed in', () => {
  test('holds nothing but the person’s own words, quotations, facts and fixed labels, for every audience', () => {
    fc.assert(
      fc.property(packet, fc.constantFrom(...AUDIENCES), (content, audience) => {
        const document = writePacket(framework, content, { audience, name: 'Ada Lind' })
        const facts = factsIn(content)
        const strange = spansOf(document).filter((span) => !isHonest(span, content, facts))
        expect(strange).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('as a file says what the document says, in its order, and nothing besides', () => {
    fc.assert(
      fc.property(packet, fc.constantFrom(...AUDIENCES), (content, audience) => {
        const document = writePacket(framework, content, { audience, name: 'Ada Lind' })
        const letters = (words: string) => (words.match(/[\p{L}\p{N}]+/gu) ?? []).join('')
        const spoken = letters(
          spansOf(document)
            .map((span) => span.text)
            .join(' '),
        )
        // Angle brackets of an address are written so that they end nothing.
        const markdown = documentMarkdown(document)
          .replace(/\\([^\w\s])/g, '$1')
          .replace(/%3[CE]/g, ' ')
        expect(markdown).not.toMatch(/=<e>/)
        expect(letters(markdown.replace(/^\|(?: --- \|)+$/gm, ''))).toBe(spoken)
        const body = documentHtml(document)
          .replace(/^[\s\S]*?<body[^>]*>/, '')
          .replace(/<[^>]*>/g, ' ')
        const read = body.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '')
        expect(letters(read)).toBe(spoken)
      }),
      { numRuns: 300 },
    )
  })

  test('as a CV for machines holds sentences of one’s own entries and no other', () => {
    fc.assert(
      fc.property(packet, (content) => {
        const resume = jsonResume(framework, content, { name: null, savedAt: '2026-11-26T10:00:00.000Z' })
        const own = wordsIn(content, 'own')
        for (const highlight of resume.work.flatMap(({ highlights }) => highlights))
          expect(own.some((one) => one.includes(flat(highlight)))).toBe(true)
        expect(resume.basics.name).toBeUndefined()
      }),
    )
  })
})

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
