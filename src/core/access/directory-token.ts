// Who may let another program keep the list of people (SCIM).

import { admin } from './rule.ts'

export const directoryTokenRules = {
  see: admin('people'),
  make: admin('people'),
  end: admin('people'),
}
