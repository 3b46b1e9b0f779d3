// What a report says, in sentences: how it stands with each step, and how the week's hours compare with the plan's.

import { capitalise, inSentence, withoutNoise } from '../planning/plain-words.ts'
import type { KnownPace } from './pace-evidence.ts'
import type { StepProgress } from './step-progress.ts'

/** What is known of steps and pace, before a report or after it. */
export interface Reported {
  steps: readonly StepProgress[]
  pace: KnownPace
}

/** Hours are compared with what was expected beyond this share: less is how weeks are. */
const NOTABLE = 0.2

/** Why a forecast may have moved. Empty where the report changed nothing that is known. `language` of the names. */
export function reportWords(before: Reported, after: Reported, language = 'en'): string[] {
  return [...stepSentences(before, after, language), ...weekSentences(before, after)]
}

function stepSentences(before: Reported, after: Reported, language: string): string[] {
  return after.steps.flatMap((step) => {
    const earlier = before.steps.find(({ skill, level }) => skill === step.skill && level === step.level)
    if (earlier?.state === step.state && earlier.spent === step.spent) return []
    const name = inSentence(step.name, language)
    if (step.state === 'said-done' && earlier?.state !== 'said-done') {
      return [
        `You say that ${name} is at level ${step.level}, after ${spentOf(step)}; a rating will show it.`,
      ]
    }
    if (step.spent > step.estimated * (1 + NOTABLE)) {
      return [`${capitalise(name)} has taken ${spentOf(step)}: other steps may take longer too.`]
    }
    return [`${capitalise(name)} has ${spentOf(step)} behind it.`]
  })
}

/** "9 of about 11 hours". */
function spentOf({ spent, estimated }: StepProgress): string {
  return `${withoutNoise(spent)} of about ${Math.max(1, Math.round(estimated))} hours`
}

function weekSentences(before: Reported, after: Reported): string[] {
  const had = before.pace.evidence.weeks
  return after.pace.evidence.weeks.flatMap((one) => {
    const earlier = had.find(({ week }) => week === one.week)
    if (earlier?.delivered === one.delivered || one.planned <= 0) return []
    const share = one.delivered / one.planned - 1
    if (Math.abs(share) <= NOTABLE) return []
    const hours = `${withoutNoise(one.delivered)} where ${withoutNoise(one.planned)} were planned`
    return [`That week had ${share > 0 ? 'more hours' : 'fewer hours'} than planned: ${hours}.`]
  })
}
