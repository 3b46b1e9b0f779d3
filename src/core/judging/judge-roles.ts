// Judges roles: skills that no role asks for, neighbours that ask for the same, and steps up that ask for little more.
import type { Framework } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { counted } from '../planning/plain-words.ts'
import { type JudgingContext, judgedSkill } from './judging-context.ts'
import { type Neighbours, neighbourRoles } from './neighbour-roles.ts'

/**
 * A step up is thin where fewer skills rise than a tenth of those that either role asks for, or than a quarter of what
 * a step up of this framework usually raises. In the built-in framework the smallest step up raises 9 of 46 skills and
 * the usual one 17; in ladders with five skills one is a fifth, and enough.
 */
const THIN_SHARE_OF_SKILLS = 0.1
const THIN_SHARE_OF_USUAL = 0.25
/** Fewer steps up have no usual one. */
const FEWEST_STEPS = 4

export function judgeRoles(context: JudgingContext): void {
  judgeUnused(context)
  if (context.onlySkill !== undefined) return
  const pairs = neighbourRoles(context.framework).map((pair) => ({
    ...pair,
    ...compare(context.framework, pair),
  }))
  const steps = pairs.filter((pair) => pair.isStepUp && pair.asked > 0)
  const usual = steps.length < FEWEST_STEPS ? 0 : middle(steps.map((pair) => pair.rising))
  for (const pair of pairs) {
    if (pair.asked === 0) continue
    if (pair.differing === 0) reportSame(pair, context)
    else if (pair.isStepUp && pair.rising < thinBelow(pair.asked, usual)) reportThin(pair, usual, context)
  }
}

function judgeUnused(context: JudgingContext): void {
  const { framework, onlySkill } = context
  const wanted = new Set(
    Object.values(framework.expectations).flatMap((ofRole) =>
      Object.entries(ofRole).flatMap(([skill, { level }]) => (level > 0 ? [skill] : [])),
    ),
  )
  // No expectations at all: they are not written yet, which is one thing to do and not one for each skill.
  if (wanted.size === 0) return
  for (const { id, name } of framework.skills) {
    if (wanted.has(id) || (onlySkill !== undefined && id !== onlySkill)) continue
    context.report(
      {
        kind: 'unused-skill',
        severity: 'warning',
        message: `No role asks for "${name}".`,
        mend: 'Add rows to expectations.csv for the roles that need it, or remove the skill.',
      },
      judgedSkill(id),
    )
  }
}

interface Compared extends Neighbours {
  /** Skills that either role asks for. */
  asked: number
  /** Skills in which level or weight differ. */
  differing: number
  /** Skills in which the second role asks for a higher level. */
  rising: number
  /** Levels by which they rise, in total. */
  levels: number
}

function compare(framework: Framework, { from, to }: Neighbours): Omit<Compared, keyof Neighbours> {
  const result = { asked: 0, differing: 0, rising: 0, levels: 0 }
  for (const skill of framework.skills) {
    const before = expectationOf(framework, from.id, skill.id)
    const after = expectationOf(framework, to.id, skill.id)
    if (before.level > 0 || after.level > 0) result.asked++
    if (before.level !== after.level || before.weight !== after.weight) result.differing++
    if (after.level > before.level) {
      result.rising++
      result.levels += after.level - before.level
    }
  }
  return result
}

function thinBelow(asked: number, usual: number): number {
  return Math.max(THIN_SHARE_OF_SKILLS * asked, THIN_SHARE_OF_USUAL * usual)
}

function reportSame(pair: Compared, context: JudgingContext): void {
  context.report(
    {
      kind: 'same-role',
      severity: 'warning',
      message: `"${pair.to.name}" asks for exactly what "${pair.from.name}" asks for: ${counted(pair.asked, 'skill')}, at the same levels and weights.`,
      mend: 'Say in expectations.csv where the two differ, or make them one role.',
      twin: context.twin(roleAt(pair.from.id), pair.from.name),
    },
    { at: `${pair.from.id}>${pair.to.id}`, key: pair.key },
  )
}

function reportThin(pair: Compared, usual: number, context: JudgingContext): void {
  const rise =
    pair.rising === 0
      ? 'asks for a higher level in no skill'
      : `asks for a higher level in ${pair.rising} of ${counted(pair.asked, 'skill')} (${counted(pair.levels, 'level')} in all)`
  const compared = usual === 0 ? '' : ` A step up here usually raises ${usual}.`
  context.report(
    {
      kind: 'thin-jump',
      severity: 'advice',
      message: `The step from "${pair.from.name}" to "${pair.to.name}" ${rise}.${compared}`,
      mend: 'Raise what the higher role needs more of, or say with another kind of move that it is no step up. Thin means: fewer than a tenth of the skills, or than a quarter of the usual.',
      twin: context.twin(roleAt(pair.from.id), pair.from.name),
    },
    { at: `${pair.from.id}>${pair.to.id}`, key: pair.key },
  )
}

function roleAt(id: string) {
  return { at: id, key: `/roles/${id}` }
}

/** The median, of two in the middle the lower one: a count that some step really has. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0
}
