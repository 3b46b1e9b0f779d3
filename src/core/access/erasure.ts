// Who may erase somebody who has left, and see afterwards that it was done.

import { admin } from './rule.ts'

export const erasureRules = {
  see: admin('people'),
  make: admin('people'),
}
