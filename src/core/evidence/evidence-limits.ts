// How much fits in an entry of evidence.

/** Characters: about eight pages. */
export const LONGEST_EVIDENCE = 20_000
export const LONGEST_LINK = 2000
export const LONGEST_NAME = 200
export const LONGEST_SKILL_NOTE = 300
/** Of a captured entry: a word for each of the commits, meetings or tickets it came from. */
export const LONGEST_ORIGIN = 8000
export const MOST_LINKS = 20
export const MOST_CREDITED = 50
export const MOST_SKILLS = 20
