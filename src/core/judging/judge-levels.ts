// Judges whether two neighbouring levels of a skill are told apart.

import type { Anchor, Skill } from '../framework/framework.ts'
import { type JudgingContext, judgedLevel } from './judging-context.ts'
import { termsOf } from './sentence.ts'
import { cosine, termsFrom, vectorOf } from './similarity.ts'

/**
 * Cosine of all words of two neighbouring levels. The built-in framework's nearest levels reach 0.41. In the three
 * published frameworks that this was set by, pairs up to 0.44 differ when read, and from 0.66 on they repeat each
 * other; nothing lies between. See docs/decisions/0020.
 */
const LEVELS_ALIKE = 0.6
/** From here on one level is a copy of the other with a word or two changed. */
const LEVELS_COPIED = 0.8

export function judgeLevels(context: JudgingContext): void {
  for (const skill of context.framework.skills) {
    if (context.onlySkill !== undefined && skill.id !== context.onlySkill) continue
    const written = skill.anchors.filter((anchor) => anchor.behaviours.length > 0)
    for (const [index, upper] of written.entries()) {
      const lower = written[index - 1]
      if (lower !== undefined && upper.level === lower.level + 1) judgePair(skill, lower, upper, context)
    }
  }
}

function judgePair(skill: Skill, lower: Anchor, upper: Anchor, context: JudgingContext): void {
  const vector = (anchor: Anchor) =>
    vectorOf(
      termsFrom(anchor.behaviours.flatMap((one) => termsOf(one, context.english).list)),
      context.parts.behaviour.weights,
    )
  const similarity = cosine(vector(lower), vector(upper))
  if (similarity < LEVELS_ALIKE) return
  const text = lower.behaviours.map((behaviour) => behaviour.text).join(' ')
  context.report(
    {
      kind: 'levels-alike',
      severity: similarity >= LEVELS_COPIED ? 'warning' : 'advice',
      message: `Level ${upper.level} of "${skill.name}" says much the same as level ${lower.level} (${Math.floor(similarity * 100)} % alike).`,
      mend: `Say what only level ${upper.level} has: a larger scope, a harder case, or others who do it because of them.`,
      twin: context.twin(judgedLevel(skill.id, lower.level), text),
    },
    judgedLevel(skill.id, upper.level),
  )
}
