// How somebody rates, in plain sentences for that rater's own eyes.

import { capitalise, counted, numberWord, oneDecimal } from '../planning/plain-words.ts'
import { FEWEST_FOR_FIT } from './rater-fit.ts'
import type { RatingHabit } from './rating-habit.ts'

/** Who was rated and by whom else; strict or generous; whether it follows a pattern. */
export function habitWords(habit: RatingHabit): string[] {
  return [
    basisWords(habit),
    ...(habit.difference ? differenceWords(habit.difference) : []),
    oddWords(habit),
  ].filter((sentence) => sentence !== '')
}

function basisWords({ ratings, people, sharedPeople, otherRaters }: RatingHabit): string {
  const yours = `You have given ${counted(ratings, 'rating')} of ${counted(people, 'person', 'people')}.`
  if (otherRaters === 0)
    return `${yours} Nobody else rated the same people, so that nothing tells whether you are strict or generous.`
  const all = people === 2 ? 'both' : 'all of them'
  const shared = sharedPeople === people ? all : `${numberWord(sharedPeople)} of them`
  if (otherRaters === 1)
    return `${yours} One other person rated ${shared}. A comparison with one would say as much about them as about you, so none is made.`
  return `${yours} ${capitalise(counted(otherRaters, 'other'))} rated ${shared} too.`
}

/** Nearer than this is nothing that anybody could notice, in levels. */
const UNNOTICED = 0.05

function differenceWords({ levels, low, high }: NonNullable<RatingHabit['difference']>): string[] {
  const isClear = low > 0 || high < 0
  const range = isClear
    ? `likely between ${figure(Math.min(Math.abs(low), Math.abs(high)))} and ${figure(Math.max(Math.abs(low), Math.abs(high)))}`
    : `likely between ${figure(low)} lower and ${figure(high)} higher, so that it may be nothing`
  const found =
    Math.abs(levels) < UNNOTICED
      ? `About the same people and skills you answer as they do; ${range}.`
      : `About the same people and skills your answers lie ${figure(levels)} of a level ${levels > 0 ? 'higher' : 'lower'} than theirs; ${range}.`
  return [found, 'Neither is right or wrong, and measured levels take it into account already.']
}

function oddWords({ odd, otherRaters, ratings }: RatingHabit): string {
  if (odd === true)
    return 'Your answers scatter more than can be explained. That is no verdict: a talk with others who rate about how levels are read may be worth it.'
  if (odd === false) return 'Your answers follow the same pattern as everybody’s.'
  if (otherRaters < 2 || ratings >= FEWEST_FOR_FIT) return ''
  return `Whether your answers follow the same pattern can be told from ${numberWord(FEWEST_FOR_FIT)} ratings on.`
}

function figure(levels: number): string {
  return oneDecimal(Math.abs(levels))
}
