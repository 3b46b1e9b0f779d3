// Answers for another form as plain text, ready to be pasted into its fields.

import { type FormAnswer, type PacketItem, type PacketSection, placeOf } from './packet.ts'
import { longDay, packetLabels } from './packet-labels.ts'

/** One answer: the person's words, then each thing in full, as it is in the packet. Empty where there is nothing. */
export function answerText(answer: FormAnswer, sections: readonly PacketSection[]): string {
  const places = itemsByPlace(sections)
  const items = answer.items.flatMap((place) => places.get(place) ?? [])
  return [answer.own.trim(), ...items.map(textOf)].filter((text) => text !== '').join('\n\n')
}

/** All answers, each under its question. */
export function answersText(answers: readonly FormAnswer[], sections: readonly PacketSection[]): string {
  return answers
    .map((answer) =>
      [answer.question, answerText(answer, sections)].filter((text) => text !== '').join('\n\n'),
    )
    .join('\n\n\n')
}

/** What may stand in an answer, by its place. What was left out of the packet is not in it. */
export function itemsByPlace(sections: readonly PacketSection[]): Map<string, PacketItem> {
  return new Map(
    sections
      .filter(({ included }) => included)
      .flatMap((section) =>
        section.items
          .filter(({ included, text }) => included && text.trim() !== '')
          .map((item): [string, PacketItem] => [placeOf(section, item), item]),
      ),
  )
}

function textOf(item: PacketItem): string {
  const text = item.text.trim()
  if (item.kind === 'words') {
    const mark = item.asked ? [] : [packetLabels.askFirst]
    const quoted = `“${text}” (${[...item.people, longDay(item.on), ...mark].join(', ')})`
    const disputes = (item.disputes ?? []).map(({ kind, words }) => `${packetLabels[kind]}: ${words.trim()}`)
    return [quoted, ...disputes].join('\n')
  }
  return [text, item.how.trim(), ...item.links].filter((part) => part !== '').join('\n')
}
