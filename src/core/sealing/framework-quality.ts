// What a round says about the framework rather than about anybody: where raters disagree, and criteria nobody uses.

import type { Framework } from '../framework/framework.ts'
import { FEWEST_COUNTED, FEWEST_RATERS } from './thresholds.ts'

/** One answer as it is needed here; whose it was is used for counting alone. */
export interface AnswerToRead {
  subject: string
  rater: string
  skill: string
  level: number | null
  behaviours: readonly string[]
}

export interface SkillQuality {
  skill: string
  /** Typical distance between two raters of the same person, in levels, to a tenth. */
  disagreement: number
  /** Behaviours that were ticked for at most one person, among those of levels that were given. */
  hardlyUsed: string[]
}

/**
 * Only skills about which at least five people have answers of at least three each, by at least five in all; in the order
 * of the framework. What fewer than three said about somebody's skill is counted nowhere, and so not here either.
 */
export function frameworkQuality(framework: Framework, answers: readonly AnswerToRead[]): SkillQuality[] {
  return framework.skills.flatMap((skill): SkillQuality[] => {
    const given = answers.filter((answer) => answer.skill === skill.id && answer.level !== null)
    const own = given.filter(({ subject }) => ratersOf(given, subject) >= FEWEST_RATERS)
    const subjects = new Set(own.map((answer) => answer.subject))
    const raters = new Set(own.map((answer) => answer.rater))
    if (skill.private || subjects.size < FEWEST_COUNTED || raters.size < FEWEST_COUNTED) return []
    const disagreement = disagreementOf([...subjects].map((id) => own.filter((one) => one.subject === id)))
    if (disagreement === null) return []
    const highest = own.reduce((most, answer) => Math.max(most, answer.level ?? 0), 0)
    const hardlyUsed = skill.anchors
      .filter((anchor) => anchor.level <= highest)
      .flatMap((anchor) => anchor.behaviours)
      .filter(
        ({ id }) =>
          new Set(own.filter((one) => one.behaviours.includes(id)).map((one) => one.subject)).size < 2,
      )
      .map(({ id }) => id)
    return [{ skill: skill.id, disagreement, hardlyUsed }]
  })
}

function ratersOf(given: readonly AnswerToRead[], subject: string): number {
  return new Set(given.filter((one) => one.subject === subject).map(({ rater }) => rater)).size
}

/** √2 × the pooled standard deviation within a person: the root mean square distance of two raters. */
function disagreementOf(byPerson: readonly (readonly AnswerToRead[])[]): number | null {
  let [sum, degrees] = [0, 0]
  for (const answers of byPerson) {
    const mean = answers.reduce((total, answer) => total + (answer.level ?? 0), 0) / answers.length
    sum += answers.reduce((total, answer) => total + ((answer.level ?? 0) - mean) ** 2, 0)
    degrees += answers.length - 1
  }
  return degrees < FEWEST_COUNTED ? null : Math.round(Math.sqrt((2 * sum) / degrees) * 10) / 10
}
