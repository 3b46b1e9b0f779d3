// Who may read and change what the organisation keeps about somebody: lines, keys, and every change with its day.

import { admin, everyone, or, owner } from './rule.ts'

export const memberRecordRules = {
  /** Whoever it is about reads all of it. */
  see: or(owner, admin('people')),
  /** The list of everybody, with who has left. */
  list: admin('people'),
  change: admin('people'),
  /** A file of people, and taking a change back. */
  bring: admin('people'),
}

export const listChangeRules = {
  /** When the list was changed, by whom and from which file; what that did to somebody is a part of their record. */
  see: everyone,
}
