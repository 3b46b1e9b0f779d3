// Arranges what was written down for a role and a period: a section for each expected skill, the strongest first.

import type { RatingAbout } from '../assessment/rating-about.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import type { MeasuredLevel } from '../measurement/measure-person.ts'
import { openRecords } from './open-records.ts'
import { orderItems } from './order-items.ts'
import {
  type PacketContent,
  type PacketItem,
  type PacketPurpose,
  type PacketSection,
  sourceOfRating,
} from './packet.ts'
import { plainText } from './plain-text.ts'

/** A sentence that the person was told and kept. */
export interface HeardWords {
  id: string
  text: string
  skills: readonly string[]
  polarity: 'strength' | 'gap'
  /** Null where nobody knows who said it. */
  who: string | null
  on: string
}

export interface PacketRequest {
  purpose: PacketPurpose
  role: string
  held: string | null
  /** Days, both included. */
  from: string
  until: string
}

/** What there is to arrange; all of it is the person's own record. */
export interface PacketRecords {
  evidence: readonly Evidence[]
  heard: readonly HeardWords[]
  /** Ids of entries and sentences about a skill that is private in the version on which they were written. */
  closed: ReadonlySet<string>
  /** Everything that was said about the person, by themselves and by others. */
  ratings: readonly RatingAbout[]
  levels: readonly MeasuredLevel[]
}

/** Skills of this weight are shown also where nothing was written down: a gap that is kept quiet helps nobody. */
const SHOWN_ANYWAY = 2

/**
 * The packet as it begins: nothing in it but records, in an order. A private skill is never in it, nor an entry or a
 * sentence that is about one as well. An entry stands under each skill that it supports.
 */
export function arrangePacket(
  framework: Framework,
  request: PacketRequest,
  records: PacketRecords,
): PacketContent {
  const items = itemsBySkill(framework, request, records)
  const sections = sectionSkills(framework, request.role, items).map((skill) =>
    sectionOf(framework, skill, request, { items: items.get(skill.id) ?? [], records }),
  )
  return { ...request, title: '', summary: '', sections, answers: [] }
}

/** Those that the role expects, the most important first; then those that something was written about. */
function sectionSkills(
  framework: Framework,
  role: string,
  items: ReadonlyMap<string, readonly PacketItem[]>,
): Skill[] {
  const weight = (skill: Skill) => expectationOf(framework, role, skill.id).weight
  return framework.skills
    .filter((skill) => !skill.private && (isExpected(framework, role, skill.id) || items.has(skill.id)))
    .toSorted((a, b) => weight(b) - weight(a))
}

function isExpected(framework: Framework, role: string, skill: string): boolean {
  const { level, weight } = expectationOf(framework, role, skill)
  return level > 0 && weight > 0
}

function sectionOf(
  framework: Framework,
  skill: Skill,
  { role, until }: PacketRequest,
  { items, records }: { items: PacketItem[]; records: PacketRecords },
): PacketSection {
  const asked = expectationOf(framework, role, skill.id)
  const claimed = ownLevel(records.ratings, skill.id, until)
  const measured = records.levels.find((level) => level.skill === skill.id)
  return {
    skill: skill.id,
    included: isExpected(framework, role, skill.id) && (asked.weight >= SHOWN_ANYWAY || items.length > 0),
    claimed,
    range:
      measured === undefined
        ? null
        : { level: tenth(measured.level), low: tenth(measured.low), high: tenth(measured.high) },
    own: '',
    open: '',
    items: orderItems(items, { level: claimed ?? asked.level, until }),
  }
}

/** What the person last said of themselves by the end of the period. */
function ownLevel(ratings: readonly RatingAbout[], skill: string, until: string): number | null {
  const own = ratings.filter(
    (rating) => rating.skill === skill && rating.rater === undefined && rating.ratedAt.slice(0, 10) <= until,
  )
  return own.at(-1)?.level ?? null
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function itemsBySkill(
  framework: Framework,
  { from, until }: PacketRequest,
  records: PacketRecords,
): Map<string, PacketItem[]> {
  const { evidence, heard } = openRecords(framework, records)
  const open = new Set(framework.skills.filter((skill) => !skill.private).map(({ id }) => id))
  const items = new Map<string, PacketItem[]>()
  const add = (skill: string, item: PacketItem) => {
    if (!open.has(skill) || item.on < from || item.on > until) return
    items.set(skill, [...(items.get(skill) ?? []), item])
  }
  for (const entry of evidence) {
    const text = plainText(entry.text)
    for (const supported of entry.skills) add(supported.skill, itemOfEvidence(entry, text, supported))
  }
  for (const words of heard) for (const skill of words.skills) add(skill, itemOfWords(words))
  for (const rating of records.ratings) {
    const item = itemOfRating(rating)
    if (item !== null) add(rating.skill, item)
  }
  return items
}

const BARE = {
  included: true,
  how: '',
  links: [],
  people: [],
  polarity: null,
  behaviours: [],
  asked: false,
} as const

function itemOfEvidence(entry: Evidence, text: string, supported: Evidence['skills'][number]): PacketItem {
  return {
    ...BARE,
    source: `evidence/${entry.id}`,
    kind: 'evidence',
    text,
    on: entry.happenedOn,
    level: supported.level,
    how: supported.note,
    links: [...entry.links],
    people: entry.credit.map(({ name }) => name),
    behaviours: [...supported.behaviours],
  }
}

function itemOfWords({ id, text, on, polarity, who }: HeardWords): PacketItem {
  return {
    ...BARE,
    source: `feedback/${id}`,
    kind: 'words',
    text: text.trim(),
    on,
    level: null,
    links: [],
    people: who === null ? [] : [who],
    polarity,
    behaviours: [],
  }
}

/** Null where a rating says nothing but a level: that is in the likely range already. */
function itemOfRating(rating: RatingAbout): PacketItem | null {
  const text = rating.note.trim()
  if (text === '' && (rating.rater === undefined || rating.behaviours.length === 0)) return null
  const name = rating.rater?.name ?? null
  return {
    ...BARE,
    source: sourceOfRating(rating.revisionId),
    kind: rating.rater === undefined ? 'note' : 'words',
    text,
    on: rating.observedOn ?? rating.ratedAt.slice(0, 10),
    level: rating.level,
    links: [],
    people: name === null ? [] : [name],
    behaviours: [...rating.behaviours],
    ...(rating.disputes === undefined ? {} : { disputes: rating.disputes }),
  }
}
