// Who may do what with invitations: links that let one person make their account.

import { admin } from './rule.ts'

export const invitationRules = {
  see: admin('people'),
  make: admin('people'),
  /** Calls off one that was not used. */
  end: admin('people'),
}
