// Marks line work, rings and letters that repeat what a link's name says already: a screen reader skips them.

/** Spread onto groups and texts inside a picture; the linter takes any SVG group for something focusable. */
export const DRAWING_ONLY = { 'aria-hidden': true } as const
/** The picture itself: a group of links. An SVG has no element of its own for that. */
export const LINKS_IN_A_PICTURE = { role: 'group' } as const
