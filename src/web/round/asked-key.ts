// Under which key everything about rating each other is kept in memory.
export const ASKED_KEY = 'rating-each-other'
