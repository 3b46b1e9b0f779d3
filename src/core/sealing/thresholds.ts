// How many people must have answered, and how many must be counted together, before anything is shown.

import { FEWEST_CONFIDENTIAL_RATERS } from '../measurement/sealed-contribution.ts'

/** Who answered about the subject in the round; and for each skill that is shown, who answered it. */
export const FEWEST_RATERS = FEWEST_CONFIDENTIAL_RATERS

/** People who are counted together in any figure about several people. */
export const FEWEST_COUNTED = 5
/** Nothing may ask for fewer than this, whatever it is told. */
export const FEWEST_EVER = 3
