// Who may do what with one thing that somebody held about a member before they were one, or without their account.

import { or, owner, subject } from './rule.ts'

export const heldItemRules = {
  /** The owner wrote it; the subject is the member whom the owner said it is about. */
  see: or(owner, subject),
  /** To take it into one's own record. */
  claim: subject,
  /** To contest it, add to it, or ask that it be removed; while that stands it is not used. */
  object: subject,
  /** To take a claim or an objection back. */
  takeBack: subject,
  /** To say something to an objection. */
  reply: owner,
  /** For good, with every earlier wording. */
  remove: owner,
}
