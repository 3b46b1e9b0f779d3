// Finds the known word that somebody most likely meant.

/** The known word with the fewest typing slips; undefined where none is near (more than a third of its letters). */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  const wanted = comparable(word)
  for (const candidate of known) {
    const letters = comparable(candidate)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, letters.length) / 3))
    // Only a nearer word than the one at hand is of interest, so that counting stops early for most of them.
    const most = Math.min(allowed, fewest - 1)
    const slips = slipsBetween(wanted, letters, most)
    if (slips <= most) {
      best = candidate
      fewest = slips
    }
  }
  return best
}

/** Hyphen, underscore, space and case are the commonest slips of all, so they cost nothing. */
function comparable(word: string): string {
  return word
    .slice(0, 80)
    .toLowerCase()
    .replace(/[-_\s]/g, '')
}

/** Letters to add, drop or change (Levenshtein 1966); stops counting beyond `limit` and then tells a larger number. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // One row of the table, written over from left to right; `diagonal` is what stood to the left in the row above.
  const row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let line = 1; line <= a.length; line++) {
    let diagonal = row[0] ?? 0
    let fewest = line
    row[0] = line
    for (let column = 1; column <= b.length; column++) {
      const above = row[column] ?? 0
      const change = diagonal + (a.charCodeAt(line - 1) === b.charCodeAt(column - 1) ? 0 : 1)
      const slips = Math.min(change, above + 1, (row[column - 1] ?? 0) + 1)
      row[column] = slips
      if (slips < fewest) fewest = slips
      diagonal = above
    }
    // No later row holds less than the least of this one.
    if (fewest > limit) return limit + 1
  }
  return row[b.length] ?? limit + 1
}

/** `Did you mean "x"?`, or the fallback where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const nearest = nearestWord(word, known)
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`
}
