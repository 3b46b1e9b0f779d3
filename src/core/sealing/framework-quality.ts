// What a round says about the framework rather than about anybody: where raters disagree, and criteria nobody uses.

import type { Framework } from '../framework/framework.ts'
import { FEWEST_COUNTED } from './thresholds.ts'

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

/** Only skills that at least five people answered about at least five others; in the order of the framework. */
export function frameworkQuality(framework: Framework, answers: readonly AnswerToRead[]): SkillQuality[] {
  return framework.skills.flatMap((skill): SkillQuality[] => {
    const own = answers.filter((answer) => answer.skill === skill.id && answer.level !== null)
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
