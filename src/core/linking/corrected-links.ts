// The links through which a framework is read: those that were found, and in their place those that the person corrected.

import type { DecoderModel } from '../decode/decoder-model.ts'
import { linkSkills, type SkillLink } from '../decode/link-skills.ts'
import type { Framework } from '../framework/framework.ts'
import { NO_DEFINITION } from '../importing/no-definition.ts'
import { correctionsIn, type LinkCorrection } from './link-correction.ts'

/** A framework never changes once read, so its links are found once and go when it goes. */
const found = new WeakMap<Framework, { model: DecoderModel; links: SkillLink[] }>()

/** Undefined where the reader finds the same by itself, and has it at hand. */
export function correctedLinks(
  model: DecoderModel,
  framework: Framework,
  corrections: readonly LinkCorrection[],
): SkillLink[] | undefined {
  const own = new Map(correctionsIn(framework, corrections).map(({ skill, known }) => [skill, known]))
  const isCorrected = framework.skills.some(({ id }) => own.has(id))
  if (!isCorrected && asWritten(framework) === framework) return undefined
  return foundLinks(model, framework).map((link) => {
    const known = own.get(link.skill)
    return known === undefined
      ? link
      : { skill: link.skill, known: known.map((skill) => ({ skill, share: 1 })) }
  })
}

/** Before anything is corrected. */
export function foundLinks(model: DecoderModel, framework: Framework): SkillLink[] {
  const before = found.get(framework)
  if (before?.model === model) return before.links
  const links = linkSkills(model, asWritten(framework))
  found.set(framework, { model, links })
  return links
}

/** What an import put in place of a definition is not about any skill; the name stands in for it. The same framework where
 * nothing was put. */
export function asWritten(framework: Framework): Framework {
  if (!framework.skills.some(({ definition }) => definition === NO_DEFINITION)) return framework
  const skills = framework.skills.map((skill) =>
    skill.definition === NO_DEFINITION ? { ...skill, definition: skill.name } : skill,
  )
  return { ...framework, skills }
}
