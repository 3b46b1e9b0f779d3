// Asks the policy and the oracle the same questions about random organisations, and returns where they differ.
import { givenRules } from '../../src/core/access/assessment.ts'
import { disputeRules } from '../../src/core/access/dispute.ts'
import { heldRoleRules } from '../../src/core/access/member.ts'
import { listChangeRules } from '../../src/core/access/member-record.ts'
import { agreedGrowthRules, workPartRules } from '../../src/core/access/opportunity.ts'
import { roundSubjectRules } from '../../src/core/access/round.ts'
import { evaluateRule } from '../../src/core/access/rule.ts'
import { raterStrictnessRules } from '../../src/core/access/sealed-contribution.ts'
import { inTeamMap } from '../../src/core/access/team-map.ts'
import { accessRules } from '../../src/server/route-access.ts'
import { isAllowed } from './oracle.ts'
import {
  chanceFrom,
  factsOf,
  type Policy,
  randomAsker,
  randomThing,
  randomWorld,
  viewerOf,
} from './random-world.ts'

/** Owner and subject differ only here; everything else is about whoever it belongs to. */
const ABOUT_OTHERS = new Set([
  'agreement',
  'assessment',
  'conversation',
  'dispute',
  'feedback',
  'feedbackDraft',
  'given',
  'heldItem',
  'joining',
  'keptPerson',
  'opening',
  'rating',
  'receivedShare',
])
/** Rules that let in whoever has a session, without asking who it is. */
const NAMES_NOBODY = new Set(['everyone', 'sealedRelease'])
/** A question of a world takes longer to make than to answer, so each world is asked several. */
const QUESTIONS_PER_WORLD = 40
const TODAY = '2026-03-01'

/** Rules that no route names by itself: those of a day, and those that a store or a list asks. */
export const rulesOfToday = {
  agreedGrowth: agreedGrowthRules(TODAY),
  dispute: disputeRules(TODAY),
  given: givenRules(TODAY),
  heldRole: heldRoleRules(TODAY),
  listChange: listChangeRules,
  raterStrictness: raterStrictnessRules,
  roundSubject: roundSubjectRules(TODAY),
  teamMapPerson: { see: inTeamMap(TODAY) },
  workPart: workPartRules(TODAY),
}

export const thePolicy: Policy = {
  rules: {
    ...accessRules,
    ...rulesOfToday,
  },
  evaluate: evaluateRule,
  viewerOf,
}

export interface Difference {
  noun: string
  action: string
  oracle: boolean
  policy: boolean
  asked: unknown
}

export interface Compared {
  decisions: number
  allowed: number
  /** At most `stopAfter` of them. */
  differences: Difference[]
}

export function compare(
  policy: Policy,
  { volume, seed, stopAfter = 1 }: { volume: number; seed: number; stopAfter?: number },
): Compared {
  const chance = chanceFrom(seed)
  const questions = Object.entries(policy.rules).flatMap(([noun, rules]) =>
    Object.entries(rules).map(([action, rule]) => ({ noun, action, rule })),
  )
  const differences: Difference[] = []
  let allowed = 0
  let decisions = 0
  let world = randomWorld(chance)
  while (decisions < volume && differences.length < stopAfter) {
    if (decisions % QUESTIONS_PER_WORLD === 0) world = randomWorld(chance)
    const { noun, action, rule } = chance.oneOf(questions)
    const asker = randomAsker(chance)
    const thing = randomThing(chance, world, asker, !ABOUT_OTHERS.has(noun))
    decisions += 1
    // Routes let no visitor come as far as a rule that lets everyone in: they answer 401, which routes.test.ts holds.
    if (asker.personId === null && NAMES_NOBODY.has(rule.kind)) continue
    const oracle = isAllowed(world, asker, noun, action, thing)
    const viewer = policy.viewerOf(world, asker)
    const decided = viewer !== null && policy.evaluate(rule, viewer, factsOf(thing))
    if (oracle) allowed += 1
    if (oracle !== decided)
      differences.push({ noun, action, oracle, policy: decided, asked: { world, asker, thing } })
  }
  return { decisions, allowed, differences }
}
