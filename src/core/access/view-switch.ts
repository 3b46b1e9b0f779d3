// Who may switch on the views of several people. Which are on, and what for, everybody reads.

import { admin, everyone } from './rule.ts'

export const viewSwitchRules = {
  see: everyone,
  change: admin('views'),
}
