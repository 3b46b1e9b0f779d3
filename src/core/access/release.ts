// Who may do what with figures about several people.

import { admin, everyone, sealedRelease } from './rule.ts'

export const releaseRules = {
  /** To ask which there are; what then loads is a matter of `see`. */
  look: everyone,
  /** What is published about a group is read by everybody of the organisation, the group itself among them. */
  see: sealedRelease,
  make: admin('views'),
}
