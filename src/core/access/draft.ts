// Who may do what with the draft of a framework of one's own.

import { admin, and, owner } from './rule.ts'

/** A draft is its writer's own until it is published; only who looks after frameworks writes one. */
const writer = and(owner, admin('frameworks'))

export const draftRules = {
  see: owner,
  change: writer,
  /** Lets go of what was not published. */
  end: writer,
  publish: writer,
}
