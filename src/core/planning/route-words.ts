// The sentence that explains why a route costs more or less than going directly.

import { counted, inSentence, listInWords } from './plain-words.ts'

export interface RouteDifference {
  /** Cost of the route minus the direct climb: `beyond` + `lighter` + `heavier`. */
  points: number
  /** Points for levels that a role on the way asks for and the destination does not; 0 or more. */
  beyond: number
  /** Points saved on levels that weigh less where they are climbed than at the destination; 0 or less. */
  lighter: number
  /** Points added by levels that weigh more on the way than at the destination; 0 or more. */
  heavier: number
  /** The skills behind it, largest share of the difference first. */
  skills: { skill: string; name: string; beyond: number; reweighed: number }[]
}

type Reason = 'beyond' | 'lighter' | 'heavier'

/** "Via tech lead it costs four points less than going directly, mostly because … are learned in a role where they count for less." */
export function routeSentence(
  difference: RouteDifference,
  between: readonly string[],
  language = 'en',
): string {
  if (between.length === 0) return 'The direct move.'
  const via = `Via ${listInWords(between.map((name) => inSentence(name, language)))}`
  if (difference.points === 0) return evenSentence(difference, via)
  const reason = mainReason(difference)
  const amount = `${counted(Math.abs(difference.points), 'point')} ${difference.points > 0 ? 'more' : 'less'}`
  return `${via} it costs ${amount} than going directly, ${reasonClause(difference, reason, language)}.`
}

function evenSentence(difference: RouteDifference, via: string): string {
  const balanced = difference.skills.length > 0
  return `${via} it costs the same as going directly${balanced ? '; savings and detours cancel out' : ''}.`
}

/** The largest part that points the way the whole difference does. */
function mainReason(difference: RouteDifference): Reason {
  if (difference.points < 0) return 'lighter'
  return difference.beyond >= difference.heavier ? 'beyond' : 'heavier'
}

function reasonClause(difference: RouteDifference, reason: Reason, language: string): string {
  const names = contributors(difference, reason).map((name) => inSentence(name, language))
  const skills = listInWords(names)
  if (reason === 'beyond') {
    return `mostly because a role on the way asks more of ${skills} than the destination does`
  }
  const weight = reason === 'lighter' ? 'less' : 'more'
  const [learned, count] = names.length === 1 ? ['is learned', 'it counts'] : ['are learned', 'they count']
  return `mostly because ${skills} ${learned} in a role where ${count} for ${weight}`
}

function contributors(difference: RouteDifference, reason: Reason): string[] {
  const size = (part: RouteDifference['skills'][number]) =>
    reason === 'beyond' ? part.beyond : reason === 'lighter' ? -part.reweighed : part.reweighed
  return difference.skills
    .filter((part) => size(part) > 0)
    .toSorted((a, b) => size(b) - size(a) || (a.skill < b.skill ? -1 : 1))
    .slice(0, 2)
    .map((part) => part.name)
}
