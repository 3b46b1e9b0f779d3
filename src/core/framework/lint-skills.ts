// Rules about skills: their group, prerequisites, weeks of practice, levels and the ids in them.
import type { Skill } from './framework.ts'
import { NEXT_LEVEL, STAY_HERE } from './level-headings.ts'
import { eachRepeated, type LintContext } from './lint-context.ts'

export function lintSkills(context: LintContext): void {
  const { framework, error } = context
  if (framework.skills.length === 0)
    error('/skills', 'The framework has no skills.', 'Add a file such as skills/listening.md for each skill.')
  for (const skill of framework.skills) {
    context.isKnown('group', skill.group, context.groups, `/skills/${skill.id}/group`, ` (in "${skill.id}")`)
    lintReferences(skill, context)
    lintWeeks(skill, context)
    lintLevels(skill, context)
    lintStatements(skill, context)
  }
  lintCycles(context)
  for (const group of framework.groups) {
    if (framework.skills.some((skill) => skill.group === group.id)) continue
    context.warning(
      `/groups/${group.id}`,
      `The group "${group.id}" has no skills.`,
      'Give it skills, or remove it.',
    )
  }
}

function lintReferences(skill: Skill, { skills, error, isKnown }: LintContext): void {
  for (const [index, other] of skill.prerequisites.entries()) {
    const key = `/skills/${skill.id}/prerequisites/${index}`
    isKnown('skill', other, skills, key, ` (in the prerequisites of "${skill.id}")`)
    if (skill.prerequisites.indexOf(other) !== index)
      error(key, `The prerequisite "${other}" stands twice.`, 'Keep one of the two.')
  }
  for (const [index, { skill: other }] of skill.confusedWith.entries()) {
    isKnown('skill', other, skills, `/skills/${skill.id}/confusedWith/${index}`, ' to confuse it with')
  }
}

function lintWeeks(skill: Skill, { top, error, warning }: LintContext): void {
  let reached = 0
  for (const [index, { upTo, low, high }] of skill.weeks.entries()) {
    const key = `/skills/${skill.id}/weeks/${index}`
    if (low > high)
      error(key, `${low} to ${high} weeks begins above its end.`, 'Write the smaller number as low.')
    if (upTo <= reached)
      error(
        key,
        `Weeks up to level ${upTo} come after weeks up to level ${reached}.`,
        'Put the levels in ascending order.',
      )
    if (upTo > top)
      error(key, `The scale ends at level ${top}; these weeks reach level ${upTo}.`, `Write up_to: ${top}.`)
    reached = Math.max(reached, upTo)
  }
  if (reached > 0 && reached < top) {
    warning(
      `/skills/${skill.id}/weeks`,
      `The weeks of "${skill.id}" end at level ${reached} of ${top}.`,
      'Add the weeks for the levels above.',
    )
  }
}

function lintLevels(skill: Skill, { top, error, warning, has }: LintContext): void {
  const key = `/skills/${skill.id}`
  for (const { level } of skill.anchors) {
    const own = `${key}/anchors/${level}`
    if (level < 1 || level > top) {
      error(
        own,
        `"${skill.id}" describes level ${level}; the scale has levels 1 to ${top}.`,
        'Correct the number of the level.',
      )
    }
    const misplaced = level === top ? NEXT_LEVEL : STAY_HERE
    const wanted = level === top ? STAY_HERE : NEXT_LEVEL
    if (level <= top && has(`${own}/${misplaced}`)) {
      warning(
        `${own}/${misplaced}`,
        `"${misplaced}" does not fit level ${level} of ${top}.`,
        `Write "### ${wanted}".`,
      )
    }
  }
  const written = new Set(skill.anchors.map((anchor) => anchor.level))
  const missing = Array.from({ length: top }, (_, index) => index + 1).filter((level) => !written.has(level))
  if (missing.length > 0 && missing.length < top) {
    warning(
      key,
      `"${skill.id}" describes some levels but not ${missing.join(', ')}.`,
      'Describe them too; until then the general scale is shown there.',
    )
  }
  if ((skill.firstWhenBelow ?? 0) > top) {
    error(
      `${key}/first-when-below`,
      `The scale has only ${top} levels to fall below.`,
      'Write a smaller number.',
    )
  }
}

function lintStatements(skill: Skill, { error }: LintContext): void {
  const statements = skill.anchors.flatMap((anchor) => [
    ...anchor.behaviours,
    ...anchor.practices,
    ...(anchor.antiPattern === undefined ? [] : [anchor.antiPattern]),
  ])
  eachRepeated(
    statements,
    (statement) => statement.id,
    (id, number) => {
      const key = `/skills/${skill.id}/statements/${id}#${number}`
      error(
        key,
        `The id [${id}] is used twice in "${skill.id}".`,
        'Give one of the two another id; an id belongs to one sentence for ever.',
      )
    },
  )
}

/** Every circle of prerequisites is reported once, at the skill that comes first in the framework. */
function lintCycles({ framework, error }: LintContext): void {
  const byId = new Map(framework.skills.map((skill) => [skill.id, skill]))
  const done = new Set<string>()
  const visit = (id: string, trail: string[]) => {
    const start = trail.indexOf(id)
    if (start >= 0) {
      const circle = [...trail.slice(start), id]
      const last = trail.at(-1) ?? id
      const index = byId.get(last)?.prerequisites.indexOf(id) ?? 0
      error(
        `/skills/${last}/prerequisites/${index}`,
        `The prerequisites go round in a circle: ${circle.join(' → ')}.`,
        'Take one of them away: a skill cannot come before itself.',
      )
    }
    if (start >= 0 || done.has(id)) return
    for (const next of byId.get(id)?.prerequisites ?? []) visit(next, [...trail, id])
    done.add(id)
  }
  for (const skill of framework.skills) visit(skill.id, [])
}
