// The way back of a move that is made in a given year: how easy it is, until when, and in words.

import type { Framework, Move } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { inSentence } from '../planning/plain-words.ts'

export interface WayBack {
  /** Null where the framework does not say. */
  ease: 'easy' | 'medium' | 'hard' | null
  /** "The way back to senior engineer is easy until about 2029 and hard from about 2031 on." */
  sentence: string
  /** The last year in which it is easy, and the first in which it is hard; null where unknown. */
  easyUntil: number | null
  hardFrom: number | null
}

const EASE = { easy: 'easy', medium: 'possible with some effort', hard: 'hard' } as const

/** `move` is undefined where the framework does not describe it; `year` is the year in which it is made. */
export function wayBackOf(framework: Framework, move: Move | undefined, from: string, year: number): WayBack {
  const name = inSentence(findRole(framework, from)?.name ?? from, framework.language)
  const back = move?.back
  if (back === undefined) {
    const why = move === undefined ? 'does not know this move' : 'does not say'
    const sentence = `How easy the way back to ${name} would be, the framework ${why}.`
    return { ease: null, sentence, easyUntil: null, hardFrom: null }
  }
  const easyUntil = back.easyUntilYears === undefined ? null : Math.round(year + back.easyUntilYears)
  const hardFrom = back.hardAfterYears === undefined ? null : Math.round(year + back.hardAfterYears)
  const until = easyUntil === null ? '' : ` until about ${easyUntil}`
  const hard = hardFrom === null ? '' : ` and hard from about ${hardFrom} on`
  return {
    ease: back.ease,
    sentence: `The way back to ${name} is ${EASE[back.ease]}${until}${hard}.`,
    easyUntil,
    hardFrom,
  }
}

/** Nothing changed, so there is nothing to undo. */
export function wayBackOfStaying(framework: Framework, role: string): WayBack {
  const name = inSentence(findRole(framework, role)?.name ?? role, framework.language)
  return {
    ease: 'easy',
    sentence: `Nothing to undo: you are still ${name}.`,
    easyUntil: null,
    hardFrom: null,
  }
}
