// Who may prepare a talk from what is on record of somebody.

import { everyone } from './rule.ts'

export const preparationRules = {
  /** Anybody may ask; it answers of people whom the viewer manages today, and of nobody else. */
  see: everyone,
}
