// Finds the known word that somebody most likely meant.

/** The known word with the fewest typing slips; undefined where none is near (more than a third of its letters). */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  const wanted = comparable(word)
  for (const candidate of known) {
    const letters = comparable(candidate)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, letters.length) / 3))
    const slips = slipsBetween(wanted, letters, allowed)
    if (slips <= allowed && slips < fewest) {
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

/** Letters to add, drop or change (Levenshtein 1966); stops counting beyond `limit`. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

/** `Did you mean "x"?`, or the fallback where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const nearest = nearestWord(word, known)
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`
}
