// Says a rule of access as a person would: the same data that the program and the database decide by.
import type { Rule } from './rule.ts'
import type { AdminScope } from './viewer.ts'

const SCOPES: Record<AdminScope, string> = {
  people: 'administrators of people',
  frameworks: 'administrators of frameworks',
  backups: 'administrators of backups',
  rounds: 'administrators of rounds',
  views: 'administrators of views',
  audit: 'administrators of the audit',
}

/** Dates that stand in a rule for the day on which it is asked. */
export const TODAY = 'today'

const RELEASED = 'while it is released'
const SHOWN_BEFOREHAND = 'where that was said before anybody answered'

export function sayRule(rule: Rule): string {
  switch (rule.kind) {
    case 'nobody':
      return 'nobody'
    case 'everyone':
      return 'everyone of the organisation'
    case 'owner':
      return 'the person whose it is'
    case 'subject':
      return 'the person it is about'
    case 'managerOf':
      return rule.date === TODAY ? 'their manager of today' : `their manager on ${rule.date}`
    case 'admin':
      return SCOPES[rule.scope]
    case 'recipient':
      return 'whom it was handed to'
    case 'sealedRelease':
      return `everyone of the organisation, ${RELEASED}`
    case 'shownToManager':
      return SHOWN_BEFOREHAND
    case 'and':
      return rule.rules.length === 0 ? 'nobody' : sayAll(rule.rules)
    case 'or':
      return rule.rules.length === 0 ? 'nobody' : rule.rules.map(sayRule).join('; ')
  }
}

/** A release, and that a manager reads along, are conditions rather than somebody. */
function sayAll(rules: readonly Rule[]): string {
  const who = rules.filter(({ kind }) => kind !== 'sealedRelease' && kind !== 'shownToManager').map(sayRule)
  if (who.length === 0) return sayRule({ kind: 'sealedRelease' })
  const conditions = [
    ...(rules.some(({ kind }) => kind === 'sealedRelease') ? [RELEASED] : []),
    ...(rules.some(({ kind }) => kind === 'shownToManager') ? [SHOWN_BEFOREHAND] : []),
  ]
  return [who.join(', who must also be '), ...conditions].join(', ')
}

/** The key of a rule as words: `putAway` is “put away”. */
export function sayAction(action: string): string {
  return action.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
