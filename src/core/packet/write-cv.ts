// The packet for a CV: highlights and skills, as a page and as JSON Resume (jsonresume.org, schema 1.0.0).

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import type { PacketContent } from './packet.ts'
import {
  aside,
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
  periodOf,
  plainTitle,
  type ShownSection,
  sentencesOf,
  shownSections,
  summaryOf,
} from './packet-parts.ts'
import { sentencesWithNumbers } from './write-director.ts'

/** The part of the schema that a packet fills. */
export interface JsonResume {
  $schema: string
  basics: { name?: string; label?: string; summary?: string }
  work: { position?: string; startDate: string; endDate: string; highlights: string[] }[]
  skills: { name: string; level: string; keywords?: string[] }[]
  meta: { version: string; lastModified: string }
}

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'
const MOST_HIGHLIGHTS = 12

export function writeForCv(framework: Framework, packet: PacketContent, name: string | null): PacketDocument {
  const sections = shownSections(framework, packet)
  const highlights = highlightsOf(sections)
  const skills = skillsOf(framework, sections)
  const position = roleHeld(framework, packet)
  const title = name ?? position
  return {
    title: plainTitle(framework, packet),
    language: framework.language,
    blocks: [
      ...(title === null ? [] : [heading(1, fact(title))]),
      ...aside(parted([name === null || position === null ? [] : [fact(position)], [periodOf(packet)]])),
      ...summaryOf(packet),
      ...listed(
        packetLabels.highlights,
        highlights.map((text) => [own(text)]),
      ),
      ...listed(
        packetLabels.skills,
        skills.map((skill) => parted([[fact(skill.name)], [fact(skill.level)]])),
      ),
    ],
  }
}

function listed(title: string, items: Line[]): DocumentBlock[] {
  return items.length === 0 ? [] : [heading(2, label(title)), { kind: 'list', items }]
}

/** `savedAt`: an ISO time. Nothing is in it that the packet does not say: no employer and no address. */
export function jsonResume(
  framework: Framework,
  packet: PacketContent,
  { name, savedAt }: { name: string | null; savedAt: string },
): JsonResume {
  const sections = shownSections(framework, packet)
  const position = roleHeld(framework, packet)
  const held = position === null ? {} : { position }
  return {
    $schema: SCHEMA,
    basics: {
      ...(name === null ? {} : { name }),
      ...(position === null ? {} : { label: position }),
      ...(packet.summary.trim() === '' ? {} : { summary: packet.summary.trim() }),
    },
    work: [{ ...held, startDate: packet.from, endDate: packet.until, highlights: highlightsOf(sections) }],
    skills: skillsOf(framework, sections),
    meta: { version: 'v1.0.0', lastModified: savedAt.slice(0, 19) },
  }
}

/** The role that is held: what is asked for is not held yet. Null where that is not known. */
function roleHeld(framework: Framework, { role, held, purpose }: PacketContent): string | null {
  const id = held ?? (purpose === 'review' ? role : null)
  return id === null ? null : (findRole(framework, id)?.name ?? id)
}

/** One sentence of each entry: the first that holds a number, or else the first. */
function highlightsOf(sections: readonly ShownSection[]): string[] {
  const numbers = new Set(sentencesWithNumbers(sections))
  const entries = new Map(
    sections
      .flatMap(({ mine }) => mine)
      .filter(({ kind }) => kind === 'evidence')
      .map((item) => [item.source, sentencesOf(item.text)]),
  )
  const sentences = [...entries.values()].flatMap(
    (all) => all.find((one) => numbers.has(one)) ?? all[0] ?? [],
  )
  return [...new Set(sentences)].slice(0, MOST_HIGHLIGHTS)
}

/** Skills with a level that the person claims and something to show for it. */
function skillsOf(framework: Framework, sections: readonly ShownSection[]): JsonResume['skills'] {
  return sections.flatMap(({ skill, section, mine }) => {
    const level = framework.scale.find((one) => one.level === section.claimed)
    return level === undefined || level.level === 0 || mine.length === 0
      ? []
      : [{ name: skill.name, level: level.name }]
  })
}
