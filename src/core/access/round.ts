// Who may do what with rounds of ratings, and with the lists of who rates whom.

import { admin, managerOf, or, owner, type Rule } from './rule.ts'

export const roundRules = {
  /** Whoever started it and the organisers of rounds; whoever takes part is told of it with their own part. */
  see: or(owner, admin('rounds')),
  close: or(owner, admin('rounds')),
  /** An organiser for anybody, a manager for whoever reports to them: asked of each person whom it is to be about. */
  start: owner,
  /** One's part in a round; which lines of it are whose is asked of each line, below. */
  takePart: owner,
}

/** The raters of somebody are no secret from them, from their manager of today, or from administrators of rounds. */
export function roundSubjectRules(today: string): { see: Rule; propose: Rule; agree: Rule } {
  return {
    see: or(owner, managerOf(today), admin('rounds')),
    propose: or(owner, managerOf(today), admin('rounds')),
    /** The person themselves proposes; somebody else agrees. */
    agree: or(managerOf(today), admin('rounds')),
  }
}
