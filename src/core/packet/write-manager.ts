// The packet for a manager: one page in front, then skill by skill with levels, what is thin and what is open.

import type { Framework } from '../framework/framework.ts'
import { oneDecimal } from '../planning/plain-words.ts'
import type { PacketContent, PacketItem } from './packet.ts'
import {
  aside,
  blocksOfText,
  type DocumentBlock,
  fact,
  heading,
  type Line,
  label,
  own,
  type PacketDocument,
  parted,
} from './packet-document.ts'
import { packetLabels } from './packet-labels.ts'
import {
  blocksOfItem,
  factsOf,
  hasSomething,
  headOf,
  plainTitle,
  quoteOf,
  type ShownSection,
  sentencesOf,
  shownSections,
  summaryOf,
  thinLine,
} from './packet-parts.ts'

/** Rows of the table in front; more would leave no room for the summary on its page. */
const MOST_ROWS = 14

export function writeForManager(
  framework: Framework,
  packet: PacketContent,
  name: string | null,
): PacketDocument {
  const sections = shownSections(framework, packet)
  const told = new Map<string, string>()
  return {
    title: plainTitle(framework, packet),
    language: framework.language,
    blocks: [
      ...headOf(framework, packet, name),
      ...summaryOf(packet),
      ...glance(sections),
      { kind: 'page' },
      ...sections.filter(hasSomething).flatMap((section) => detail(section, told)),
      ...gaps(sections),
      ...nothing(sections),
    ],
  }
}

/** The most important skills with their levels; those with something to show come first where there are too many. */
function glance(sections: readonly ShownSection[]): DocumentBlock[] {
  const chosen = new Set([...sections].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_ROWS))
  const rows = sections.filter((section) => chosen.has(section)).map(rowOf)
  if (rows.length === 0) return []
  const { skill, asked, claimed, range, shown } = packetLabels
  return [
    heading(2, label(packetLabels.atAGlance)),
    { kind: 'table', head: [skill, asked, claimed, range, shown].map((text) => [label(text)]), rows },
    ...aside([label(packetLabels.rangeNote)]),
  ]
}

function worth(section: ShownSection): number {
  return section.weight + (hasSomething(section) ? 4 : 0)
}

function rowOf({ skill, section: { claimed, range }, asked, sightings }: ShownSection): Line[] {
  const number = (value: string | null): Line => [value === null ? label(packetLabels.none) : fact(value)]
  return [
    [fact(skill.name)],
    number(asked === 0 ? null : String(asked)),
    number(claimed === null ? null : String(claimed)),
    number(range === null ? null : `${oneDecimal(range.low)}–${oneDecimal(range.high)}`),
    number(String(sightings.occasions)),
  ]
}

function detail(shown: ShownSection, told: Map<string, string>): DocumentBlock[] {
  const { skill, section, mine, praise } = shown
  return [
    heading(2, fact(skill.name)),
    ...aside(levels(shown)),
    ...blocksOfText(section.own),
    ...(mine.length > 0 ? [heading(3, label(packetLabels.evidence))] : []),
    ...mine.flatMap((item) => once(item, skill.name, told)),
    ...(praise.length > 0 ? [heading(3, label(packetLabels.others))] : []),
    ...praise.flatMap(quoteOf),
  ]
}

function levels({ section: { claimed, range }, asked, sightings }: ShownSection): Line {
  return parted([
    asked === 0 ? [] : [label(packetLabels.askedIs(asked))],
    claimed === null ? [] : [label(packetLabels.claimedIs(claimed))],
    range === null ? [] : [label(packetLabels.rangeIs(oneDecimal(range.low), oneDecimal(range.high)))],
    thinLine(sightings),
  ])
}

/** In full the first time; after that its first sentence, and under which skill the rest stands. */
function once(item: PacketItem, skill: string, told: Map<string, string>): DocumentBlock[] {
  const key = `${item.source}\n${item.text}`
  const before = told.get(key)
  told.set(key, before ?? skill)
  if (before === undefined) return blocksOfItem(item)
  const first = sentencesOf(item.text)[0] ?? item.text.trim()
  return [
    { kind: 'paragraph', line: [own(first)] },
    ...blocksOfText(item.how),
    ...aside(
      parted([
        factsOf({ ...item, links: [] }),
        [label(`${packetLabels.inFull.toLowerCase()} `), fact(before)],
      ]),
    ),
  ]
}

/** Levels that are not reached or not claimed, what the person says about them, and what others said is missing. */
function gaps(sections: readonly ShownSection[]): DocumentBlock[] {
  const open = sections.filter(isOpen)
  if (open.length === 0) return []
  return [
    heading(2, label(packetLabels.gaps)),
    ...open.flatMap(({ skill, section, asked, missing }): DocumentBlock[] => [
      heading(3, fact(skill.name)),
      ...aside(standing(asked, section.claimed)),
      ...blocksOfText(section.open),
      ...missing.flatMap(quoteOf),
    ]),
    ...aside([label(packetLabels.rule)]),
  ]
}

function standing(asked: number, claimed: number | null): Line {
  if (claimed !== null) return [label(packetLabels.belowAsked(asked, claimed))]
  return asked === 0 ? [] : [label(packetLabels.notClaimed(asked))]
}

function isOpen({ section, asked, missing, ...rest }: ShownSection): boolean {
  const isBelow = section.claimed !== null && section.claimed < asked
  const isSilent = section.claimed === null && hasSomething({ section, asked, missing, ...rest })
  return isBelow || isSilent || missing.length > 0 || section.open.trim() !== ''
}

/** By name, so that nobody has to look for what is not there. */
function nothing(sections: readonly ShownSection[]): DocumentBlock[] {
  const bare = sections.filter((section) => !hasSomething(section) && !isOpen(section))
  if (bare.length === 0) return []
  const levels = [...new Set(bare.map(({ asked }) => asked))].sort((a, b) => b - a)
  return [
    heading(2, label(packetLabels.nothing)),
    {
      kind: 'list',
      items: levels.map((level) => [
        label(packetLabels.askedIs(level)),
        label(': '),
        fact(bare.flatMap(({ skill, asked }) => (asked === level ? [skill.name] : [])).join(', ')),
      ]),
    },
  ]
}
