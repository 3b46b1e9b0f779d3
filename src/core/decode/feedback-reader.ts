// What is made once of a decoder, a framework and a person's corrections, before sentences are read with them.

import type { Framework } from '../framework/framework.ts'
import type { DecoderModel } from './decoder-model.ts'
import { type KnownPhrase, knownPhrases } from './find-phrase.ts'
import { linkSkills, type SkillLink } from './link-skills.ts'
import { type Takers, takersOf } from './share-out.ts'
import { type Correction, type KnownCorrection, knownCorrections } from './weigh-corrections.ts'

export interface FeedbackReader {
  model: DecoderModel
  framework: Framework
  takers: Takers
  phrases: KnownPhrase[]
  corrections: KnownCorrection[]
}

interface OfFramework {
  model: DecoderModel
  links: SkillLink[]
  phrases: KnownPhrase[]
}

/** A framework never changes once read, so what is made of it is made once and goes when it goes. */
const known = new WeakMap<Framework, OfFramework>()

function ofFramework(model: DecoderModel, framework: Framework): OfFramework {
  const found = known.get(framework)
  if (found?.model === model) return found
  const made = { model, links: linkSkills(model, framework), phrases: knownPhrases(model, framework) }
  known.set(framework, made)
  return made
}

/** `links` in place of those that `linkSkills` finds, where somebody corrected them. */
export function feedbackReader(
  model: DecoderModel,
  framework: Framework,
  corrections: readonly Correction[],
  links?: readonly SkillLink[],
): FeedbackReader {
  const made = ofFramework(model, framework)
  return {
    model,
    framework,
    takers: takersOf(model, links ?? made.links),
    phrases: made.phrases,
    corrections: knownCorrections(model, corrections),
  }
}
