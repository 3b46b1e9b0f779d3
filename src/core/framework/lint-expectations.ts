// Rules about expectations: they name what exists, keep to the scale, and ask for nothing exactly where they weigh nothing.
import type { LintContext } from './lint-context.ts'

export function lintExpectations(context: LintContext): void {
  lintNames(context)
  const { framework, top, error, warning } = context
  const expected = new Set<string>()
  for (const [role, bySkill] of Object.entries(framework.expectations)) {
    for (const [skill, { level, weight }] of Object.entries(bySkill)) {
      const key = `/expectations/${role}/${skill}`
      expected.add(skill)
      if (level > top)
        error(
          key,
          `Level ${level} is above the top level ${top} of the scale.`,
          `Write a level from 0 to ${top}.`,
        )
      if (level === 0 && weight > 0)
        error(key, `Level 0 has weight ${weight}.`, 'Write weight 0, or the level that is expected.')
      if (level > 0 && weight === 0)
        error(key, `Level ${level} has weight 0.`, 'Write weight 1, 2 or 3, or level 0.')
    }
  }
  for (const role of framework.roles) {
    if (Object.hasOwn(framework.expectations, role.id)) continue
    warning(`/roles/${role.id}`, `"${role.id}" expects nothing.`, 'Add rows for it to expectations.csv.')
  }
  for (const skill of framework.skills) {
    if (expected.has(skill.id)) continue
    warning(
      `/skills/${skill.id}`,
      `No role expects "${skill.id}".`,
      'Add rows for it to expectations.csv, or remove the skill.',
    )
  }
}

/** A name that is wrong in a thousand rows is one mistake: it is reported at the first of them. */
function lintNames({ framework, roles, skills, isKnown }: LintContext): void {
  const rowsOfSkill = new Map<string, string[]>()
  for (const [role, bySkill] of Object.entries(framework.expectations)) {
    const own = Object.keys(bySkill)
    const first = own[0] ?? ''
    isKnown('role', role, roles, `/expectations/${role}/${first}`, inRows(own.length))
    for (const skill of own) {
      const rows = rowsOfSkill.get(skill)
      if (rows === undefined) rowsOfSkill.set(skill, [role])
      else rows.push(role)
    }
  }
  for (const [skill, own] of rowsOfSkill) {
    isKnown('skill', skill, skills, `/expectations/${own[0]}/${skill}`, inRows(own.length))
  }
}

function inRows(count: number): string {
  return count === 1 ? '' : ` (in ${count} rows, of which this is the first)`
}
