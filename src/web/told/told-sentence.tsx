// A sentence as it was said, with the words that spoke for the reading marked in it.
import type { ReactNode } from 'react'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'

export function ToldSentence({ part }: { part: FeedbackReading }) {
  return (
    <blockquote className="told-sentence" dir="auto">
      <MarkedSentence part={part} />
    </blockquote>
  )
}

/** Where nothing could be told, no word told anything, and none is marked. */
export function MarkedSentence({ part }: { part: FeedbackReading }) {
  const words = (part.kind === 'skill' ? part.matched : []).toSorted((a, b) => a.start - b.start)
  const shown: ReactNode[] = []
  let at = 0
  for (const { start, end } of words) {
    const from = start - part.start
    if (from < at) continue
    shown.push(part.text.slice(at, from), <mark key={start}>{part.text.slice(from, end - part.start)}</mark>)
    at = end - part.start
  }
  return (
    <>
      {shown}
      {part.text.slice(at)}
    </>
  )
}
