// Who may do what with the organisation's list of people: names, teams, who manages whom, and the role held.

import { admin, everyone, managerOf, or, owner, type Rule } from './rule.ts'

export const memberRules = {
  /** The name, the teams, and who manages whom: whom one works with is no secret inside an organisation. */
  see: everyone,
  add: admin('people'),
  change: admin('people'),
}

/** The role that the organisation holds somebody in tells of their grade: theirs, their manager's, and the list keeper's. */
export function heldRoleRules(today: string): { see: Rule; change: Rule } {
  return {
    see: or(owner, managerOf(today), admin('people')),
    change: admin('people'),
  }
}
