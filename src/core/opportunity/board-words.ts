// A board in words: why somebody is on a piece of work, and what a change costs.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { MatchReason } from './explain-match.ts'
import { type BoardMeasures, compareBoards, glueBeyond } from './judge-board.ts'

/** To the person themselves, or about them to their manager. */
export type Voice = 'you' | 'them'

export function sayReason(framework: Framework, reason: MatchReason, voice: Voice): string {
  const them = voice === 'them'
  switch (reason.kind) {
    case 'set':
      return them ? 'You set this.' : 'Your manager set this.'
    case 'area':
      return `It asks for ${skillName(framework, reason.skill)} at level ${reason.level}: the next step of ${them ? 'a growth area of theirs' : 'a growth area of yours'}.`
    case 'wish':
      return them ? 'They said that they would like it.' : 'You said that you would like it.'
    case 'first-stretch':
      return them
        ? 'They have had no other stretch work within the year.'
        : 'You have had no other stretch work within the year.'
    case 'glue-turn':
      return 'Glue work goes round, so that nobody carries all of it.'
    case 'room':
      return them
        ? 'It needs somebody, and they have the weeks.'
        : 'It needs somebody, and you have the weeks.'
  }
}

function skillName(framework: Framework, skill: string): string {
  return findSkill(framework, skill)?.name ?? skill
}

/** What a board costs against the best there is, gravest first; empty where it is as good. */
export function sayCost(own: BoardMeasures, best: BoardMeasures): string[] {
  if (compareBoards(own, best) <= 0) return []
  const people = own.stretched.map((count, index) => (best.stretched[index] ?? 0) - count)
  const glue = glueBeyond(own) - glueBeyond(best)
  return [
    more(own.emptySeats - best.emptySeats, 'seat stays empty', 'seats stay empty'),
    fewer(people[0] ?? 0, 'person has any stretch work', 'people have any stretch work'),
    fewer(
      people[1] ?? 0,
      'person has a second piece of stretch work',
      'people have a second piece of stretch work',
    ),
    fewer(
      people[2] ?? 0,
      'person has a third piece of stretch work',
      'people have a third piece of stretch work',
    ),
    glue > 0 ? 'Glue work is spread less evenly.' : null,
    fewer(best.areasMet - own.areasMet, 'growth area is met', 'growth areas are met'),
    fewer(best.wishesMet - own.wishesMet, 'wish is met', 'wishes are met'),
  ].filter((line) => line !== null)
}

function more(count: number, one: string, several: string): string | null {
  return count > 0 ? `${inWords(count)} more ${count === 1 ? one : several}.` : null
}

function fewer(count: number, one: string, several: string): string | null {
  return count > 0 ? `${inWords(count)} fewer ${count === 1 ? one : several}.` : null
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

function inWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** What is taken for granted, for whoever wants to disagree with it. */
export const BOARD_ASSUMPTIONS = [
  'The work comes first: as few seats as possible stay empty.',
  'Then stretch work is shared out: each person has at least one piece within four quarters before anybody has two, as far as weeks allow.',
  'Then glue work goes round: within four quarters the most and the least of two people lie at most one piece apart, or as little more as possible. Whoever has no weeks for planned work is left out of this; whoever is new does not work off what others carried before.',
  'Then as many growth areas as possible are met by work at their next level. A wish counts half an area.',
  'Nobody is on more work than they have weeks for, unless you set it.',
  'Whether somebody can do a piece of work is yours to judge: take them off where they cannot, or should not now.',
]
