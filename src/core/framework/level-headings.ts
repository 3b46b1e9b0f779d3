// The headings inside a level of a skill's file.

export const NEXT_LEVEL = 'To reach the next level'
/** Stands at the top level in place of the above. */
export const STAY_HERE = 'To stay here'
export const LEVEL_HEADINGS = ['A colleague can see', NEXT_LEVEL, STAY_HERE, 'Read', 'Anti-pattern']

/** In front of what to take from something to read, in an entry below it. */
export const TAKE_FROM_IT = 'Take from it'
