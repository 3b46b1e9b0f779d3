// The sentences of the first answer.

import type { Framework, SkillKind } from '../framework/framework.ts'
import type { Climb } from './climb.ts'
import { capitalise, inSentence, numberAlone, numberWord, percent, withArticle } from './plain-words.ts'

/** "72% of the difference is soft: communication & influence alone makes up 32% of it." */
export function differenceSentence(
  framework: Framework,
  { points, hard, soft, hardShare, gaps }: Climb,
): string {
  if (points === 0) return 'Nothing is missing: this role asks for no more than you bring.'
  const kind: SkillKind = hardShare === null ? 'unknown' : soft >= hard ? 'soft' : 'hard'
  const byGroup = framework.groups
    .map((group) => ({
      name: inSentence(group.name, framework.language),
      points: gaps
        .filter((gap) => gap.group === group.id && gap.kind === kind)
        .reduce((sum, gap) => sum + gap.points, 0),
    }))
    .toSorted((a, b) => b.points - a.points)
  const largest = byGroup[0]
  const where = largest ? `${largest.name} alone makes up ${percent(largest.points / points)} of it` : ''
  if (hardShare === null) return `The difference lies mostly in one place: ${where}.`
  const share = percent(kind === 'soft' ? 1 - hardShare : hardShare)
  return `${share} of the difference is ${kind}: ${where}.`
}

/** Why a skill is worth it before a destination is chosen. */
export function portableSentence(asked: number, destinations: number): string {
  if (destinations === 0) return ''
  if (destinations === 1) return 'The one move from here asks for more of it.'
  const all = destinations === 2 ? 'Both' : `All ${numberWord(destinations)}`
  const some = `${capitalise(numberAlone(asked))} of the ${numberWord(destinations)}`
  return `${asked === destinations ? all : some} moves from here ${asked < 2 ? 'asks' : 'ask'} for more of it.`
}

/** Why a skill, where nothing is missing. */
export function restingSentence(roleName: string, language: string): string {
  const role = withArticle(inSentence(roleName, language))
  return `Nothing is missing; this is one of the skills that ${role} stands on, and going deeper is a choice.`
}

/** What it means not to have chosen yet. */
export function undecidedSentence(shared: string, destinations: number): string {
  if (destinations === 0) return 'The framework knows no move from this role.'
  if (destinations === 1) return 'One move leads on from here.'
  return shared
}
