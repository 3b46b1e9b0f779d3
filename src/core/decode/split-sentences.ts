// Parts what was said into sentences, as they stand in the text, each to be read on its own.

export interface Sentence {
  text: string
  /** Where it begins in the whole text, in UTF-16 units. */
  start: number
}

/** A list mark at the beginning of a line is not part of what was said. */
const LIST_MARK = /^[\s>]*(?:[-*•–—]|\d{1,2}[.)])\s+/u
const LINES = /[^\r\n]+/g
/** More of one sentence than anybody reads at once. */
const LONGEST = 2000

/**
 * Sentences by the rules of Unicode (UAX 29), lines apart. Nothing is lost but white space and list marks. A sentence
 * of more than two thousand characters is cut at a space.
 */
export function splitSentences(text: string, language = 'en'): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  for (const line of text.matchAll(LINES)) {
    const mark = LIST_MARK.exec(line[0])?.[0].length ?? 0
    const words = line[0].slice(mark)
    for (const { segment, index } of segmenter.segment(words)) {
      addSentence(sentences, segment, line.index + mark + index)
    }
  }
  return sentences
}

function addSentence(sentences: Sentence[], segment: string, start: number): void {
  const text = segment.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const at = start + segment.indexOf(text)
  if (text.length <= LONGEST) {
    sentences.push({ text, start: at })
    return
  }
  const space = text.lastIndexOf(' ', LONGEST)
  const cut = space > 0 ? space : LONGEST
  sentences.push({ text: text.slice(0, cut), start: at })
  addSentence(sentences, text.slice(cut), at + cut)
}
