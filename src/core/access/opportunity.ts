// Who may do what with a manager's pieces of work, with what was agreed with a person, and with what they were given.

import { managerOf, or, owner, type Rule } from './rule.ts'

/** Pieces of work as their manager plans with them, and what they try: theirs alone. */
export const opportunityRules = {
  see: owner,
  change: owner,
}

/** What a manager wrote of a person: growth areas agreed, and weeks. It belongs to the person. */
export function agreedGrowthRules(today: string): { see: Rule; change: Rule; annotate: Rule } {
  return {
    see: or(owner, managerOf(today)),
    change: managerOf(today),
    annotate: owner,
  }
}

/** What a piece of work is to one person: shown to them, or given to them. It belongs to the person. */
export function workPartRules(today: string): { see: Rule; change: Rule; wish: Rule } {
  return {
    see: or(owner, managerOf(today)),
    change: managerOf(today),
    wish: owner,
  }
}

/** What a person reads of themselves: what was written down of them, and the work they are shown and given. */
export const ownWorkRules = {
  see: owner,
  change: owner,
}
