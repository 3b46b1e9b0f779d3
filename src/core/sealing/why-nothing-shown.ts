// The sentences that say why a confidential answer or a figure about several people is not shown.

import { FEWEST_RATERS } from './thresholds.ts'

/** Why there is nothing to show. None of them says how many there were: that number is itself an answer. */
export type NothingShown =
  | { kind: 'round-open' }
  | { kind: 'too-few-raters' }
  | { kind: 'too-few-for-skill' }
  | { kind: 'group-too-small'; needed: number }
  | { kind: 'no-release' }

export function whyNothingShown(why: NothingShown): string {
  switch (why.kind) {
    case 'round-open':
      return 'Nothing is shown while the round is open. It is shown once, for everything, when the round has closed.'
    case 'too-few-raters':
      return `Fewer than ${FEWEST_RATERS} people answered, so nothing of what they said is shown or counted anywhere. With so few, one could work out who said what.`
    case 'too-few-for-skill':
      return `Fewer than ${FEWEST_RATERS} people answered about this skill, so there is no estimate from them. Skills that more people answered are shown.`
    case 'group-too-small':
      return `Figures are shown for at least ${why.needed} people counted together, and only where taking one figure from another leaves at least ${why.needed} as well.`
    case 'no-release':
      return 'Nothing has been released yet. An administrator of views makes a release; it is then the same for everybody and does not change.'
  }
}
