// The second sort of the focus list: what is worth most for the weeks that its next step takes.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { FocusItem } from './focus.ts'
import { withoutNoise } from './plain-words.ts'
import { byScore } from './score.ts'
import { type StepEffort, stepEffort } from './step-effort.ts'

export interface QuickWin extends FocusItem {
  /** The effort of the step to `now + 1`. */
  nextStep: StepEffort
  /** Score ÷ mean weeks of the next step. */
  scorePerWeek: number
}

/** Highest score per week first; ties by score, then as in the score. */
export function quickWins(framework: Framework, items: readonly FocusItem[]): QuickWin[] {
  return items
    .flatMap((item) => {
      const skill = findSkill(framework, item.skill)
      if (!skill) return []
      const nextStep = stepEffort(framework, skill, item.now + 1)
      const scorePerWeek = withoutNoise(item.score / nextStep.weeks)
      return [{ skill, win: { ...item, nextStep, scorePerWeek } }]
    })
    .toSorted(
      (a, b) =>
        b.win.scorePerWeek - a.win.scorePerWeek ||
        byScore({ skill: a.skill, score: a.win.score }, { skill: b.skill, score: b.win.score }),
    )
    .map(({ win }) => win)
}
