// Two wordings as one text: what went is struck through, what came is underlined.
import { Fragment } from 'react'
import { markWords } from '../../core/revision/mark-words.ts'
import { diffWords } from '../words/diff.ts'

export function MarkedWords({ before, after }: { before: string; after: string }) {
  return (
    <span className="marked-words">
      {markWords(before, after).map((piece, index) => {
        const key = `${index}-${piece.mark}`
        if (piece.mark === 'kept') return <Fragment key={key}>{piece.text}</Fragment>
        const Tag = piece.mark === 'gone' ? 'del' : 'ins'
        return (
          <Tag key={key}>
            <span className="visually-hidden">
              {' '}
              {piece.mark === 'gone' ? diffWords.went : diffWords.came}{' '}
            </span>
            {piece.text}
          </Tag>
        )
      })}
    </span>
  )
}
