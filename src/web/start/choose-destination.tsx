// The button that makes a role, or staying, the destination, and afterwards the note that it is, with a way back.
import type { ReactNode } from 'react'
import { ProblemLine } from '../parts/problem-line.tsx'
import { moveWords } from '../words/move.ts'
import { useChooseDestination } from './use-choose-destination.ts'

export function ChooseDestination(props: {
  from: string
  /** A role id or `stay`. */
  to: string
  words: { choose: string; chosen: string }
  /** What else can be done here. */
  children?: ReactNode
}) {
  const { from, to, words, children } = props
  const { isChosen, choose, undo, error } = useChooseDestination(from, to)
  return (
    <div className="actions">
      {isChosen ? (
        <p className="quiet" role="status">
          {words.chosen}
        </p>
      ) : (
        <button type="button" className="button" data-look="main" onClick={choose}>
          {words.choose}
        </button>
      )}
      {undo ? (
        <button type="button" className="button" data-look="plain" onClick={undo}>
          {moveWords.undo}
        </button>
      ) : null}
      {children}
      <ProblemLine error={error} />
    </div>
  )
}
