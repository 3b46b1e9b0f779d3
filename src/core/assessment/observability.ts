// Who can see a skill in others, and whom it makes sense to ask.

import type { Skill } from '../framework/framework.ts'
import type { RaterKind } from './assessment.ts'

/**
 * How often a rater of this kind can witness the skill: 0 never to 3 daily. Null where the framework does not
 * say, which includes clients; of oneself it is not a question.
 */
function observabilityFor(skill: Skill, raterKind: RaterKind): number | null {
  const { observability } = skill
  if (!observability) return null
  switch (raterKind) {
    case 'manager':
      return observability.manager
    case 'peer':
      return observability.peers
    case 'report':
      return observability.reports
    case 'self':
    case 'client':
      return null
  }
}

/** Private skills are asked of their owner alone; what somebody can never witness is not asked of them. */
export function mayBeAsked(skill: Skill, raterKind: RaterKind): boolean {
  if (raterKind === 'self') return true
  return !skill.private && observabilityFor(skill, raterKind) !== 0
}

/**
 * Where a manager sees the skill at most sometimes, self and others diverge most: a self-rating of it is marked
 * "seen by few". Unknown observability is no reason for the mark.
 */
export function isSeenByFew(skill: Skill): boolean {
  return skill.observability !== undefined && skill.observability.manager <= 1
}
