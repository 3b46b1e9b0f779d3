// The rules that a framework gives itself, checked without knowing any framework.
import type { Framework, Invariant, Skill } from './framework.ts'
import type { LintContext } from './lint-context.ts'
import { expectationOf } from './look-up.ts'

type Sequence = Extract<Invariant, { roles: string[] }>

const MEND = 'Correct it in expectations.csv, or change the rule under "invariants" in framework.yaml.'
const CRITICAL = 3

export function lintInvariants(context: LintContext): void {
  for (const [index, invariant] of context.framework.invariants.entries()) {
    const key = `/invariants/${index}`
    if (invariant.rule === 'critical-count') lintCriticalCount(invariant, context)
    else if (invariant.rule === 'critical-implies-level') lintCriticalLevel(invariant, context)
    else if (invariant.rule === 'prerequisite-slack') lintSlack(invariant, context)
    else lintSequence(invariant, key, context)
  }
}

function lintCriticalCount(
  { min, max }: Extract<Invariant, { rule: 'critical-count' }>,
  { framework, error }: LintContext,
): void {
  for (const role of framework.roles) {
    const count = weighted(framework, role.id).filter(({ weight }) => weight === CRITICAL).length
    if (count >= min && count <= max) continue
    error(
      `/roles/${role.id}`,
      `"${role.id}" has ${count} critical skills; this framework asks for ${min} to ${max}.`,
      MEND,
    )
  }
}

function lintCriticalLevel(
  rule: Extract<Invariant, { rule: 'critical-implies-level' }>,
  { framework, error }: LintContext,
): void {
  for (const role of framework.roles) {
    for (const { skill, level, weight } of weighted(framework, role.id)) {
      if (weight < rule.weight || level >= rule.level) continue
      error(
        `/expectations/${role.id}/${skill}`,
        `"${skill}" has weight ${weight} for "${role.id}" but level ${level}; this framework asks for level ${rule.level} at that weight.`,
        MEND,
      )
    }
  }
}

function weighted(framework: Framework, role: string) {
  const own = Object.hasOwn(framework.expectations, role) ? framework.expectations[role] : undefined
  return Object.entries(own ?? {}).map(([skill, expectation]) => ({ skill, ...expectation }))
}

function lintSlack(
  rule: Extract<Invariant, { rule: 'prerequisite-slack' }>,
  { framework, error }: LintContext,
): void {
  const known = new Set(framework.skills.map((skill) => skill.id))
  for (const role of framework.roles) {
    for (const skill of framework.skills) {
      const { level } = expectationOf(framework, role.id, skill.id)
      if (level < rule.from) continue
      for (const prerequisite of skill.prerequisites.filter((id) => known.has(id))) {
        const below = expectationOf(framework, role.id, prerequisite).level
        if (level - below <= rule.slack) continue
        error(
          `/expectations/${role.id}/${skill.id}`,
          `"${role.id}" expects level ${level} in "${skill.id}" but only ${below} in its prerequisite "${prerequisite}".`,
          `At most ${rule.slack} apart is allowed. ${MEND}`,
        )
      }
    }
  }
}

function lintSequence(rule: Sequence, key: string, context: LintContext): void {
  const { framework, error, isKnown } = context
  const names: [string, string[] | undefined, ReadonlySet<string>, string][] = [
    ['role', rule.roles, context.roles, 'roles'],
    ['group', rule.groups, context.groups, 'groups'],
    ['group', rule.exceptGroups, context.groups, 'except_groups'],
    ['skill', rule.skills, context.skills, 'skills'],
  ]
  for (const [kind, ids, known, part] of names) {
    for (const [index, id] of (ids ?? []).entries())
      isKnown(kind, id, known, `${key}/${part}/${index}`, ', which a rule names')
  }
  const falls = rule.rule === 'never-falls'
  const roles = rule.roles.filter((role) => context.roles.has(role))
  for (const skill of framework.skills.filter((candidate) => concerns(rule, candidate))) {
    for (const [index, to] of roles.slice(1).entries()) {
      const from = roles[index] ?? to
      const before = expectationOf(framework, from, skill.id).level
      const after = expectationOf(framework, to, skill.id).level
      if (falls ? after >= before : after <= before) continue
      error(
        `/expectations/${to}/${skill.id}`,
        `"${skill.id}" ${falls ? 'falls' : 'rises'} from ${before} to ${after} between "${from}" and "${to}"; this framework says that it never does.`,
        MEND,
      )
    }
  }
}

/** Groups and skills narrow a rule together: a skill is meant where every condition that is given holds. */
function concerns(rule: Sequence, skill: Skill): boolean {
  if (rule.groups !== undefined && !rule.groups.includes(skill.group)) return false
  if (rule.exceptGroups?.includes(skill.group)) return false
  return rule.skills === undefined || rule.skills.includes(skill.id)
}
