// Decides whether a packet makes sense: a role and skills that exist, days in order, levels on the scale, safe links.

import { isDate } from '../assessment/is-date.ts'
import { isSafeLink } from '../evidence/safe-link.ts'
import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import type { PacketContent, PacketSection } from './packet.ts'

export const LONGEST_TITLE = 200
/** Characters of a text of one's own: about eight pages. */
export const LONGEST_TEXT = 20_000
export const LONGEST_LINE = 300
export const LONGEST_LINK = 2000
export const MOST_ITEMS = 500
export const MOST_SECTIONS = 300
/** Of links, people and behaviours of one item. */
export const MOST_NAMED = 100

/** `path` leads to a part of the content, such as `sections/0/claimed`. */
export interface PacketFailure {
  path: string
  message: string
}

/** The first thing that does not fit; null where all does. Lengths are for the one who reads the request. */
export function packetFailure(framework: Framework, packet: PacketContent): PacketFailure | null {
  if (findRole(framework, packet.role) === undefined)
    return { path: 'role', message: `No role is called ${packet.role}.` }
  if (packet.held !== null && findRole(framework, packet.held) === undefined)
    return { path: 'held', message: `No role is called ${packet.held}.` }
  if (!isDate(packet.from)) return { path: 'from', message: 'This must be a day such as 2026-11-26.' }
  if (!isDate(packet.until)) return { path: 'until', message: 'This must be a day such as 2026-11-26.' }
  if (packet.from > packet.until) return { path: 'until', message: 'The period ends before it begins.' }
  const seen = new Set<string>()
  for (const [index, section] of packet.sections.entries()) {
    const path = `sections/${index}`
    if (seen.has(section.skill)) return { path: `${path}/skill`, message: 'This skill is there already.' }
    seen.add(section.skill)
    const failure = sectionFailure(framework, section)
    if (failure !== null) return { path: `${path}/${failure.path}`, message: failure.message }
  }
  return null
}

function sectionFailure(framework: Framework, section: PacketSection): PacketFailure | null {
  const skill = findSkill(framework, section.skill)
  if (skill === undefined) return { path: 'skill', message: `No skill is called ${section.skill}.` }
  if (skill.private) return { path: 'skill', message: 'This skill is private: it is in no packet.' }
  const top = topLevel(framework)
  const { claimed } = section
  if (claimed !== null && claimed > top) return { path: 'claimed', message: `The scale ends at ${top}.` }
  for (const [index, item] of section.items.entries()) {
    const path = `items/${index}`
    if (!isDate(item.on)) return { path: `${path}/on`, message: 'This must be a day such as 2026-11-26.' }
    if (item.level !== null && item.level > top)
      return { path: `${path}/level`, message: `The scale ends at ${top}.` }
    const link = item.links.findIndex((one) => !isSafeLink(one))
    if (link !== -1)
      return { path: `${path}/links/${link}`, message: 'A link begins with https:// or http://.' }
  }
  return null
}
