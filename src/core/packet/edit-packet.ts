// Changes that a person makes to a packet: each gives a new content and leaves the old one as it was.

import { orderItems } from './order-items.ts'
import type { FormAnswer, PacketContent, PacketItem, PacketSection, SaidOfRating } from './packet.ts'

export function withSection(
  packet: PacketContent,
  skill: string,
  change: (section: PacketSection) => PacketSection,
): PacketContent {
  return {
    ...packet,
    sections: packet.sections.map((section) => (section.skill === skill ? change(section) : section)),
  }
}

export function withItem(
  packet: PacketContent,
  { skill, source }: { skill: string; source: string },
  part: Partial<PacketItem>,
): PacketContent {
  return withSection(packet, skill, (section) => ({
    ...section,
    items: section.items.map((item) => (item.source === source ? { ...item, ...part } : item)),
  }))
}

/** Puts one thing at a place, counted from 0, among the others. */
export function movedTo<Value>(all: readonly Value[], one: Value, place: number): Value[] {
  const others = all.filter((other) => other !== one)
  return [...others.slice(0, place), one, ...others.slice(place)]
}

/** The same among those that are shown; the others keep their places between them. */
export function movedAmong<Value>(
  all: readonly Value[],
  shown: readonly Value[],
  one: Value,
  place: number,
): Value[] {
  const before = shown.filter((other) => other !== one)[place - 1]
  const others = all.filter((other) => other !== one)
  return movedTo(all, one, before === undefined ? 0 : others.indexOf(before) + 1)
}

/** The strongest first again, by the level that is claimed now. */
export function ordered(section: PacketSection, asked: number, until: string): PacketSection {
  return { ...section, items: orderItems(section.items, { level: section.claimed ?? asked, until }) }
}

/**
 * Records that came since, behind what is there; what was written, left out or put in order stays. Likely ranges are
 * today's.
 */
export function withNewRecords(packet: PacketContent, arranged: PacketContent): PacketContent {
  const known = new Map(packet.sections.map((section) => [section.skill, section]))
  const fresh = new Map(arranged.sections.map((section) => [section.skill, section]))
  const sections = packet.sections.map((section) => {
    const now = fresh.get(section.skill)
    if (now === undefined) return section
    const sources = new Set(section.items.map(({ source }) => source))
    return {
      ...section,
      range: now.range,
      items: [...section.items, ...now.items.filter(({ source }) => !sources.has(source))],
    }
  })
  const added = arranged.sections.filter(({ skill }) => !known.has(skill))
  return withDisputes({ ...packet, sections: [...sections, ...added] }, saidIn(arranged))
}

function saidIn(arranged: PacketContent): Map<string, SaidOfRating> {
  const items = arranged.sections.flatMap((section) => section.items)
  return new Map(items.map(({ source, disputes }) => [source, disputes ?? []]))
}

/**
 * With what the person says today of each rating that is quoted: what came since is added, what was taken back is gone.
 * `said` holds every rating that is known here, by the source of its item; others stay as they are.
 */
export function withDisputes(packet: PacketContent, said: ReadonlyMap<string, SaidOfRating>): PacketContent {
  if (said.size === 0) return packet
  return {
    ...packet,
    sections: packet.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => {
        const now = said.get(item.source)
        if (now === undefined) return item
        const { disputes: _, ...bare } = item
        return now.length === 0 ? bare : { ...bare, disputes: now }
      }),
    })),
  }
}

/** How many things a packet holds, put in or left out. */
export function itemCount({ sections }: PacketContent): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0)
}

/** Answers for a form that is pasted anew: what was written under the same question stays. */
export function withAnswers(packet: PacketContent, answers: readonly FormAnswer[]): PacketContent {
  const before = new Map(packet.answers.map((answer) => [answer.question, answer]))
  return { ...packet, answers: answers.map((answer) => before.get(answer.question) ?? answer) }
}

export function withAnswer(
  packet: PacketContent,
  question: string,
  change: (answer: FormAnswer) => FormAnswer,
): PacketContent {
  return {
    ...packet,
    answers: packet.answers.map((answer) => (answer.question === question ? change(answer) : answer)),
  }
}
