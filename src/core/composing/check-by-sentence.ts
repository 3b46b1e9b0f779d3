// Checks only the sentences that are new: while somebody types, all others of a page were checked a moment ago.

import type { LanguageFinding } from './language-checks.ts'

type Check = (text: string) => LanguageFinding[]

/** Where one sentence ends and another may begin. What is found lies within a sentence. */
const BETWEEN = /(?<=[.!?…]["”’»)]*)\s+|\s*\n\s*/gu
/** A page has about thirty; what was not asked for the longest goes first. */
const MOST_REMEMBERED = 500

interface Piece {
  text: string
  start: number
}

/** The same findings as of `check`, in the order of the text. Every check has its own fixed cost, so new sentences go together. */
export function checkBySentence(check: Check): Check {
  const known = new Map<string, LanguageFinding[]>()
  const remember = (text: string, findings: LanguageFinding[]) => {
    known.delete(text)
    known.set(text, findings)
  }
  return (text) => {
    const pieces = piecesOf(text)
    checkNew(
      [...new Set(pieces.map((piece) => piece.text))].filter((one) => !known.has(one)),
      check,
      remember,
    )
    const findings = pieces.flatMap((piece) => {
      const own = known.get(piece.text) ?? []
      remember(piece.text, own)
      return own.map(({ rule, from, to }) => ({ rule, from: from + piece.start, to: to + piece.start }))
    })
    for (const oldest of known.keys()) {
      if (known.size <= Math.max(MOST_REMEMBERED, pieces.length)) break
      known.delete(oldest)
    }
    return findings
  }
}

function checkNew(
  texts: readonly string[],
  check: Check,
  remember: (text: string, findings: LanguageFinding[]) => void,
): void {
  if (texts.length === 0) return
  const findings = check(texts.join(BREAK))
  let start = 0
  for (const text of texts) {
    const end = start + text.length
    const own = findings.filter(({ from }) => from >= start && from < end)
    remember(
      text,
      own.map(({ rule, from, to }) => ({ rule, from: from - start, to: to - start })),
    )
    start = end + BREAK.length
  }
}

/** A paragraph of its own for each. */
const BREAK = '\n\n'

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of text.matchAll(BETWEEN)) {
    pieces.push({ text: text.slice(start, match.index), start })
    start = match.index + match[0].length
  }
  pieces.push({ text: text.slice(start), start })
  return pieces.filter((piece) => piece.text !== '')
}
