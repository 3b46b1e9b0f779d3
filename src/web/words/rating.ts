// A rating as a person reads it.
import type { RatingContent } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { assessWords } from './assess.ts'
import { levelName } from './level.ts'

/** "level 3, proficient", "approaching level 3", "not sure". */
export function contentInWords(framework: Framework, content: RatingContent): string {
  if (content.level === null) return assessWords.without[content.reason ?? 'cannot-tell']
  if (content.approaching) return assessWords.approachingWas(content.level + 1)
  return assessWords.levelWas(levelName(framework, content.level))
}
