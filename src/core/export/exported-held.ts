// What others held about the person before they were a member, as a part of their export. It is told, and not made anew.

import type { HeldAnswer, HeldRating, NamedRecord } from '../person/joining.ts'
import type { KeptPerson } from '../person/kept-person.ts'
import { day, plain } from './markdown-text.ts'

export interface ExportedHeld {
  /** Who kept them, as the organisation names them. */
  keeperName: string
  keptAs: Pick<KeptPerson, 'displayName' | 'relation' | 'role'>
  /** ISO time at which the keeper said that it is the person. */
  linkedAt: string
  ratings: HeldRating[]
  /** Sealed records of the keeper's own that name the person: kind and day, without words. */
  named: NamedRecord[]
  /** What the person says of each, and what the keeper says to that. */
  answers: HeldAnswer[]
}

const NAMED = {
  talk: 'prepared a talk',
  told: 'noted something that was told',
  draft: 'drafted feedback',
  said: 'noted something that was said',
  share: 'kept a file that was handed over',
}
const SAID_BY = {
  keeper: '',
  member: ', as said by you',
  'somebody-else': ', as said by somebody else',
  unknown: ', nobody knows who said it',
}

/** As a part of the page that people keep and print. */
export function heldParts(held: readonly ExportedHeld[]): string[] {
  return held.flatMap((one) => {
    const ratings = one.ratings.map(({ skill, saidBy, current, earlier }) => {
      const level = current.withdrawn ? 'taken back' : `level ${current.level ?? 'none'}`
      const note = current.note === '' ? '' : `: “${plain(current.note)}”`
      const before = earlier.length === 0 ? '' : ` (said differently before: ${earlier.length})`
      return `- ${day(current.saidOn)} ${plain(skill)}, ${level}${SAID_BY[saidBy]}${note}${before}`
    })
    const named = one.named.map(({ kind, day: on }) => `- ${day(on)}: ${NAMED[kind]}; the words are theirs`)
    const answers = one.answers.map(({ item, kind, words, reply, removedAt }) => {
      const what = 'recordId' in item ? 'a record' : plain(item.skill)
      const said =
        kind === 'claimed'
          ? 'taken into your record'
          : `you object${words === '' ? '' : `: “${plain(words)}”`}`
      const answer = reply === null ? '' : ` They say: “${plain(reply)}”`
      return `- ${what}: ${said}.${answer}${removedAt === null ? '' : ` Removed ${day(removedAt)}.`}`
    })
    const list = [...ratings, ...named, ...answers]
    const title = `## What ${plain(one.keeperName)} held about you, kept as ${plain(one.keptAs.displayName)}`
    return list.length === 0 ? [title] : [title, list.join('\n')]
  })
}
