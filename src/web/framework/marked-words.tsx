// Two wordings as one text: what went is struck through, what came is underlined.
import { Fragment } from 'react'
import { markWords } from '../../core/revision/mark-words.ts'
import { diffWords } from '../words/diff.ts'

export function MarkedWords({ before, after }: { before: string; after: string }) {
  const pieces = markWords(before, after)
  return (
    <span className="marked-words">
      {pieces.map((piece, index) => {
        const key = `${index}-${piece.mark}`
        if (piece.mark === 'kept') return <Fragment key={key}>{piece.text}</Fragment>
        const Tag = piece.mark === 'gone' ? 'del' : 'ins'
        const touches = index > 0 && !/\s$/.test(pieces[index - 1]?.text ?? '')
        return (
          <Fragment key={key}>
            {touches ? ' ' : null}
            <Tag>
              <span className="visually-hidden">
                {' '}
                {piece.mark === 'gone' ? diffWords.went : diffWords.came}{' '}
              </span>
              {piece.text}
            </Tag>
          </Fragment>
        )
      })}
    </span>
  )
}
