// Who may do what with backups of a whole data folder.

import { admin } from './rule.ts'

export const backupRules = {
  see: admin('backups'),
  take: admin('backups'),
  /** Replaces everything that is there. */
  restore: admin('backups'),
}
