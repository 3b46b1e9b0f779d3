// Checks a framework as a whole: what it refers to exists, and it keeps to the rules, its own included.
import type { Framework } from './framework.ts'
import { type LintContext, lintContext } from './lint-context.ts'
import { lintExpectations } from './lint-expectations.ts'
import { lintInvariants } from './lint-invariants.ts'
import { lintLayout } from './lint-layout.ts'
import { lintMoves } from './lint-moves.ts'
import { lintRoles } from './lint-roles.ts'
import { lintSkills } from './lint-skills.ts'
import { lintVocabulary } from './lint-vocabulary.ts'
import { type Problem, tidyProblems } from './problem.ts'
import type { SourceMap } from './source-map.ts'

const RULES: ((context: LintContext) => void)[] = [
  lintVocabulary,
  lintRoles,
  lintMoves,
  lintSkills,
  lintExpectations,
  lintInvariants,
  lintLayout,
]

/**
 * Pure and complete: every problem of the framework, by file and line. With the `sources` and `unreadable` that
 * `readFrameworkFolder` returns, problems carry lines, and nothing is reported twice.
 */
export function lintFramework(
  framework: Framework,
  sources: SourceMap = new Map(),
  unreadable: ReadonlySet<string> = new Set(),
): Problem[] {
  const problems: Problem[] = []
  const context = lintContext(framework, sources, unreadable, problems)
  for (const rule of RULES) rule(context)
  return tidyProblems(problems)
}
