// A text with the words that matched a search marked in it.
import { markMatches } from '../../core/search/mark-matches.ts'

export function MarkedText(props: { text: string; terms: readonly string[]; language: string }) {
  let at = 0
  return markMatches(props.text, props.terms, props.language).map((part) => {
    const key = at
    at += part.text.length
    return part.matched ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}
