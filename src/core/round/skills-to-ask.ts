// Which skills may be asked of whom: never a private one, and nothing that this kind of rater can never see.

import type { RaterKind } from '../assessment/assessment.ts'
import { mayBeAsked } from '../assessment/observability.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'

/** About five minutes at the pace of the first round of one's own. */
export const MOST_ASKED = 12

/** The skills as they are asked, or why they cannot be. */
export function checkSkills(skills: readonly string[], framework: Framework): Result<string[], string> {
  if (skills.length === 0) return fail('Choose at least one skill.')
  if (skills.length > MOST_ASKED)
    return fail(`At most ${MOST_ASKED} skills at once: more is not answered well.`)
  if (new Set(skills).size < skills.length) return fail('Each skill once.')
  for (const id of skills) {
    const skill = findSkill(framework, id)
    if (skill === undefined) return fail(`No skill is called ${id}.`)
    if (skill.private) return fail(`${skill.name} is its owner’s alone and is never asked of others.`)
  }
  return succeed([...skills])
}

/** Whether this kind of rater can see any of the skills; whoever sees none of them is not asked. */
export function seesAny(kind: RaterKind, skills: readonly string[], framework: Framework): boolean {
  return skillsFor(kind, skills, framework).length > 0
}

/** In the order given. */
export function skillsFor(kind: RaterKind, skills: readonly string[], framework: Framework): string[] {
  return skills.filter((id) => {
    const skill = findSkill(framework, id)
    return skill !== undefined && !skill.private && mayBeAsked(skill, kind)
  })
}
