// Whether two wordings say the same: letter for letter, apart from spelling, or in other words.

/** `spelling`: only case, punctuation, and British or American spelling differ. */
export type Wording = 'same' | 'spelling' | 'reworded'

/**
 * Careful rather than clever: what might be a change of meaning is `reworded`. Words must be as many and in the same
 * order; each pair is equal without case, or spelt the British and the American way. A slip that was mended counts as
 * another word: without a dictionary nobody can tell "recieves" and "receives" from "adopts" and "adapts".
 */
export function compareWording(before: string, after: string): Wording {
  if (before === after) return 'same'
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length !== fresh.length || old.length === 0) return 'reworded'
  return old.every((word, index) => isSameWord(word, fresh[index] ?? '')) ? 'spelling' : 'reworded'
}

/** Words without case and punctuation, in order; scripts without spaces give pairs of characters. */
export function wordsOf(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase()
  const found = lower.match(WORDS) ?? []
  const straight = (word: string) => word.replaceAll('’', "'")
  // Asked of the whole text first: most need neither, and a large framework has ten thousand sentences.
  if (!UNSPACED.test(lower)) return lower.includes('’') ? found.map(straight) : found
  return found.flatMap((word) => (UNSPACED.test(word) ? pairsIn(word) : [straight(word)]))
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function pairsIn(word: string): string[] {
  const letters = [...word]
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`)
}

function isSameWord(before: string, after: string): boolean {
  return before === after || oneSpelling(before) === oneSpelling(after)
}

/** British and American spellings become one, for comparing only. Short words are left alone: four is not for. */
function oneSpelling(word: string): string {
  return word
    .replace(/is(e[sdr]?|ing|ation|ations|able)$/, 'iz$1')
    .replace(/ys(e[sdr]?|ing)$/, 'yz$1')
    .replace(/(?<=\p{L}{3})our(s|ed|ing|able|al|ally|ful|ite|ites)?$/u, 'or$1')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/(cent|met|theat)re(s?)$/, '$1er$2')
    .replace(/(def|off|pret|lic)ence(s?)$/, '$1ense$2')
    .replace(/^(judg|acknowledg)ement/, '$1ment')
    .replace(/^programmes?$/, (found) => found.replace('mme', 'm'))
    .replace(/(?<=\p{L}{4})ll(ed|ing|er|ers)$/u, 'l$1')
}
