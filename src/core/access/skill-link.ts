// Who may do what with how a person wants their framework to be read.

import { owner } from './rule.ts'

export const skillLinkRules = {
  see: owner,
  correct: owner,
}
