// Who may do what with the statement that somebody whom a person keeps is a member of the organisation.

import { or, owner, subject } from './rule.ts'

export const joiningRules = {
  /** Whoever keeps them, and the member; nobody else learns that somebody kept notes, or about whom. */
  see: or(owner, subject),
  /** The owner is whoever keeps them. Nothing links by itself. */
  link: owner,
  /** Either may say that it is another person. */
  unlink: or(owner, subject),
}
