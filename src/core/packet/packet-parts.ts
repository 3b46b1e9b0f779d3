// What the forms of a packet share: its head, its items as blocks, and what a section has to show.

import { splitSentences } from '../decode/split-sentences.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import { inSentence } from '../planning/plain-words.ts'
import { countSightings, type Sightings } from './count-sightings.ts'
import type { PacketContent, PacketItem, PacketSection } from './packet.ts'
import {
  aside,
  blocksOfText,
  type DocumentBlock,
  fact,
  heading,
  type Line,
  label,
  own,
  parted,
  type Span,
  said,
} from './packet-document.ts'
import { longDay, packetLabels } from './packet-labels.ts'

/** A section that goes in, with what it is about. */
export interface ShownSection {
  skill: Skill
  section: PacketSection
  asked: number
  /** 0 to 3. */
  weight: number
  /** What the counting rule says of the level that is claimed, or else asked. */
  sightings: Sightings
  /** What goes in: of one's own, and of others. */
  mine: PacketItem[]
  praise: PacketItem[]
  missing: PacketItem[]
}

/** Sections that go in, as far as the framework has their skills and they are not private. */
export function shownSections(framework: Framework, packet: PacketContent): ShownSection[] {
  return packet.sections.flatMap((section): ShownSection[] => {
    const skill = findSkill(framework, section.skill)
    if (!section.included || skill === undefined || skill.private) return []
    const { level: asked, weight } = expectationOf(framework, packet.role, section.skill)
    const items = section.items.filter((item) => item.included)
    const level = section.claimed ?? asked
    return [
      {
        skill,
        section,
        asked,
        weight,
        sightings: countSightings(items, { skill, level, until: packet.until }),
        mine: items.filter((item) => item.kind !== 'words'),
        praise: items.filter((item) => item.kind === 'words' && item.polarity !== 'gap'),
        missing: items.filter((item) => item.kind === 'words' && item.polarity === 'gap'),
      },
    ]
  })
}

/** Something to read, beside what is missing. */
export function hasSomething({ section, mine, praise }: ShownSection): boolean {
  return section.own.trim() !== '' || mine.length > 0 || praise.length > 0
}

function titleLine(framework: Framework, packet: PacketContent): Line {
  if (packet.title.trim() !== '') return [own(packet.title.trim())]
  const role = inSentence(findRole(framework, packet.role)?.name ?? packet.role, framework.language)
  return [label(packetLabels[packet.purpose](role))]
}

/** The title, the period, and whose it is. */
export function headOf(framework: Framework, packet: PacketContent, name: string | null): DocumentBlock[] {
  const by: Line = name === null ? [] : [fact(name)]
  return [heading(1, ...titleLine(framework, packet)), ...aside(parted([by, [periodOf(packet)]]))]
}

export function periodOf({ from, until }: PacketContent): Span {
  return fact(packetLabels.period(longDay(from), longDay(until)))
}

export function plainTitle(framework: Framework, packet: PacketContent): string {
  return titleLine(framework, packet)
    .map(({ text }) => text)
    .join('')
}

/** The person's own summary; nothing where there is none. */
export function summaryOf({ summary }: PacketContent): DocumentBlock[] {
  return summary.trim() === '' ? [] : [heading(2, label(packetLabels.summary)), ...blocksOfText(summary)]
}

/** The words, how they show the skill, and then when, with whom and where. */
export function blocksOfItem(item: PacketItem): DocumentBlock[] {
  return [...blocksOfText(item.text), ...blocksOfText(item.how), ...aside(factsOf(item))]
}

/** The day, the level, who took part and where it can be looked up. */
export function factsOf({ on, level, people, links }: PacketItem): Line {
  return parted([
    [fact(longDay(on))],
    level === null ? [] : [label(packetLabels.levelIs(level).toLowerCase())],
    people.length === 0 ? [] : [label(`${packetLabels.with.toLowerCase()} `), fact(people.join(', '))],
    ...links.map((href): Line => [{ text: href, from: 'fact', href }]),
  ])
}

/**
 * Somebody's words with who said them and when, and the mark that they were not asked yet; then what the person says of
 * them, which never stays behind.
 */
export function quoteOf(item: PacketItem): DocumentBlock[] {
  const who = item.people.length === 0 ? label(packetLabels.unnamed) : fact(item.people.join(', '))
  const by = parted([
    [who],
    [fact(longDay(item.on))],
    item.level === null ? [] : [label(packetLabels.seesLevel(item.level))],
    item.asked ? [] : [label(packetLabels.askFirst)],
  ])
  const line: Line = item.text.trim() === '' ? [] : [said(item.text.trim())]
  return [{ kind: 'quote', line, by }, ...disputesOf(item)]
}

function disputesOf({ disputes = [] }: PacketItem): DocumentBlock[] {
  return disputes.flatMap(({ kind, words }): DocumentBlock[] => [
    { kind: 'paragraph', line: [label(`${packetLabels[kind]}: `), own(words.trim())] },
  ])
}

/** What the counting rule says of a section; nothing where its level counts. */
export function thinLine({ counts, byBehaviours, behavioursTwice, occasions }: Sightings): Line {
  if (counts) return []
  return [
    label(
      byBehaviours ? packetLabels.thinByBehaviours(behavioursTwice) : packetLabels.thinByOccasions(occasions),
    ),
  ]
}

/** Sentences as they were written, without list marks. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text).map((sentence) => sentence.text)
}
