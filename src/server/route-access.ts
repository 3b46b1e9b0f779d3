// What a route does to whose data: every route names one rule of core/access, and is walked by a test.
import { assessmentRules } from '../core/access/assessment.ts'
import { frameworkRules } from '../core/access/framework.ts'
import { personRules } from '../core/access/person.ts'
import { ratingRules } from '../core/access/rating.ts'
import type { Rule } from '../core/access/rule.ts'
import { targetRules } from '../core/access/target.ts'

export const accessRules = {
  assessment: assessmentRules,
  framework: frameworkRules,
  person: personRules,
  rating: ratingRules,
  target: targetRules,
}

type RulesByNoun = typeof accessRules
type Noun = keyof RulesByNoun

/** `open` is for answers that hold nobody's data; everything else names a noun and one of its actions. */
export type RouteAccess = 'open' | { [N in Noun]: { noun: N; action: keyof RulesByNoun[N] } }[Noun]

/** The rule behind a route. Throws for an action that no noun has: such a route must not start. */
export function ruleOf(access: Exclude<RouteAccess, 'open'>): Rule {
  const rules: Record<string, Rule> = accessRules[access.noun]
  const rule = rules[access.action]
  if (rule === undefined) throw new Error(`core/access/${access.noun}.ts has no rule for ${access.action}`)
  return rule
}
