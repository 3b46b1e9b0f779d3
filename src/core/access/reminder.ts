// Who may do what with the reminders that somebody has a calendar program fetch.

import { owner } from './rule.ts'

export const reminderRules = {
  see: owner,
  change: owner,
}
