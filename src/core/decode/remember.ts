// Remembers what was made of a word: the sides of a sentence are read one after another, and share their words.

/** More words than a long review has; beyond them everything is forgotten and remembered anew. */
const MOST = 4000

/** The same function, which makes each thing once. It must depend on the word alone, and nobody may change what it made. */
export function remembered<Made extends NonNullable<unknown>>(
  make: (word: string) => Made,
): (word: string) => Made {
  const known = new Map<string, Made>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= MOST) known.clear()
    const made = make(word)
    known.set(word, made)
    return made
  }
}
