// Who may look at several people side by side.

import { everyone, managerOf, type Rule } from './rule.ts'

export const teamMapRules = {
  /** Anybody may ask for theirs: it holds the people whom they manage today, and is empty for everybody else. */
  see: everyone,
  export: everyone,
}

/** Who is in it: people whom the viewer manages today, each with only what both agreed on or the person handed over. */
export function inTeamMap(today: string): Rule {
  return managerOf(today)
}
