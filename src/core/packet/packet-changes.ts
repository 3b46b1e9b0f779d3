// What changed between two states of a packet, in sentences that hold no word of its contents.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { counted } from '../planning/plain-words.ts'
import type { PacketContent, PacketItem, PacketSection } from './packet.ts'

/** In the order of the packet; empty where both are the same. */
export function packetChanges(framework: Framework, before: PacketContent, after: PacketContent): string[] {
  const earlier = new Map(before.sections.map((section) => [section.skill, section]))
  return [
    ...(before.title === after.title ? [] : ['The title is another.']),
    ...(before.from === after.from && before.until === after.until ? [] : ['The period is another.']),
    ...(before.summary === after.summary ? [] : ['The summary was rewritten.']),
    ...after.sections.flatMap((section) => {
      const known = earlier.get(section.skill)
      const name = findSkill(framework, section.skill)?.name ?? section.skill
      const said = known === undefined ? ['is new'] : sectionChanges(known, section)
      return said.length === 0 ? [] : [`${name}: ${said.join(', ')}.`]
    }),
    ...(sameAnswers(before, after) ? [] : ['The answers for another form are others.']),
  ]
}

function sectionChanges(before: PacketSection, after: PacketSection): string[] {
  if (before.included !== after.included) return [after.included ? 'put in' : 'left out']
  if (!after.included) return []
  const [was, is] = [shown(before), shown(after)]
  const added = is.filter((item) => !was.some(({ source }) => source === item.source)).length
  const gone = was.filter((item) => !is.some(({ source }) => source === item.source)).length
  const reworded = is.filter((item) =>
    was.some((one) => one.source === item.source && (one.text !== item.text || one.how !== item.how)),
  ).length
  return [
    ...(before.claimed === after.claimed ? [] : [`level ${levelWord(before)} → ${levelWord(after)}`]),
    ...(added > 0 ? [`${counted(added, 'thing')} put in`] : []),
    ...(gone > 0 ? [`${counted(gone, 'thing')} left out`] : []),
    ...(reworded > 0 ? [`${counted(reworded, 'thing')} reworded`] : []),
    ...(before.own === after.own && before.open === after.open ? [] : ['own words changed']),
    ...(added + gone === 0 && was.some((item, at) => item.source !== is[at]?.source)
      ? ['another order']
      : []),
  ]
}

function shown({ items }: PacketSection): PacketItem[] {
  return items.filter(({ included }) => included)
}

function levelWord({ claimed }: PacketSection): string {
  return claimed === null ? 'not claimed' : String(claimed)
}

function sameAnswers(before: PacketContent, after: PacketContent): boolean {
  return JSON.stringify(before.answers) === JSON.stringify(after.answers)
}
