// Lines of the record as sentences, each with its time.
import { dateWords } from '../words/date.ts'

interface Line {
  seq: number
  at: string
  who?: string
  says: string
}

export function RecordLines({ lines, none }: { lines: readonly Line[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ol className="record-lines">
      {lines.map(({ seq, at, who, says }) => (
        <li key={seq}>
          <time className="small quiet" dateTime={at}>
            {dateWords.minute(at)}
          </time>
          <span>{who === undefined ? says : `${who} ${says}`}</span>
        </li>
      ))}
    </ol>
  )
}
