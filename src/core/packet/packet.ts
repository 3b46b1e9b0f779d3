// A packet: what somebody shows for a review or a promotion, for one role and one period, in their own and quoted words.

import type { RatingAbout } from '../assessment/rating-about.ts'

export type PacketPurpose = 'review' | 'promotion'

/** `evidence`: one's own entry. `note`: what one wrote beside one's own rating. `words`: what somebody else said. */
export type PacketItemKind = 'evidence' | 'note' | 'words'

/** A piece of a section, copied from a record on the day it was arranged, so that a later change there changes nothing here. */
export interface PacketItem {
  /** The record it came from, such as `evidence/<id>`. */
  source: string
  kind: PacketItemKind
  /** False: left out of what is handed in. */
  included: boolean
  /** Plain text. One's own may be put in other words; a quotation stays as it was said. */
  text: string
  /** The day it happened, or was said. */
  on: string
  /** The level it shows or names; null where it names none. */
  level: number | null
  /** One line on how it shows the skill, by the person. */
  how: string
  links: string[]
  /** Who took part, or who said it; empty where nobody is named. */
  people: string[]
  /** Of words: praise, or something that is missing. */
  polarity: 'strength' | 'gap' | null
  /** Ids of the behaviours that a rating names. */
  behaviours: string[]
  /** Of words: whoever said them was asked before they are quoted. */
  asked: boolean
  /** Of a rating that is quoted: what the person says of it. It goes wherever the quotation goes. */
  disputes?: SaidOfRating
}

/** What the person says of a rating of them. */
export type SaidOfRating = NonNullable<RatingAbout['disputes']>

/** One skill that the role expects. */
export interface PacketSection {
  skill: string
  included: boolean
  /** The level that the person says they work at; null where they say none. */
  claimed: number | null
  /** The likely range on the day it was arranged; null where nobody rated the skill. */
  range: { level: number; low: number; high: number } | null
  /** What the person says about this skill, in their own words. */
  own: string
  /** What the person says is still open. */
  open: string
  items: PacketItem[]
}

/** A question of another form, and what goes under it. */
export interface FormAnswer {
  question: string
  /** In the person's own words. */
  own: string
  /** Places of items, as `placeOf` gives them, in the order in which they are shown. */
  items: string[]
}

export interface PacketContent {
  purpose: PacketPurpose
  /** The role whose expectations it is held against: of a promotion the one that is asked for. */
  role: string
  /** The role held on the day it was arranged; null where it was not said. */
  held: string | null
  /** Days, both included. */
  from: string
  until: string
  /** In the person's own words; empty: the purpose and the role stand for it. */
  title: string
  /** The one page in front, in the person's own words. */
  summary: string
  /** In the role's order: the most important skills first. */
  sections: PacketSection[]
  answers: FormAnswer[]
}

/** The state that holds. */
export interface Packet extends PacketContent {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  frameworkDigest: string
  savedAt: string
}

/** A state that was kept, such as the one that was handed in. It never changes. */
export interface PacketVersion extends PacketContent {
  id: string
  packetId: string
  /** 1 for the first one. */
  version: number
  frameworkDigest: string
  keptAt: string
}

/** A packet whose words cannot be opened. */
export interface UnreadablePacket {
  id: string
  revisionId: string
  why: 'key-missing' | 'damaged'
}

/** What an item names as its record where that is one revision of a rating. */
export function sourceOfRating(revisionId: string): string {
  return `rating/${revisionId}`
}

/** What tells an item from every other of the packet. */
export function placeOf(section: PacketSection, item: PacketItem): string {
  return `${section.skill}/${item.source}`
}

/** The content alone, without what tells where and when it is kept. */
export function contentOf(packet: PacketContent): PacketContent {
  const { purpose, role, held, from, until, title, summary, sections, answers } = packet
  return { purpose, role, held, from, until, title, summary, sections, answers }
}
