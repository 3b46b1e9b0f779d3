// What is hard about a move, the way back and a small trial, and what kind of move it is.
import type { Framework, Move } from '../../core/framework/framework.ts'
import { capitalise, inSentence } from '../../core/planning/plain-words.ts'
import { moveWords } from '../words/move.ts'

/** "Swing: the pendulum between management and individual work". */
export function kindOfMove(framework: Framework, move: Move): string {
  const { name, about } = framework.moveKinds[move.kind]
  return moveWords.kind(name, inSentence(about, framework.language).replace(/\.$/, ''))
}

export function HardAndBack({ move }: { move: Move }) {
  return (
    <section className="stack">
      <h2>{moveWords.hard}</h2>
      {move.hard ? <p>{move.hard}</p> : <p className="quiet">{moveWords.hardUnknown}</p>}
      <h3>{moveWords.back}</h3>
      <WayBack move={move} />
      <h3>{moveWords.trial}</h3>
      <p>{move.trial ?? moveWords.noTrial}</p>
    </section>
  )
}

function WayBack({ move }: { move: Move }) {
  const back = move.back
  if (!back) return <p className="quiet">{moveWords.backUnknown}</p>
  const until = [
    back.easyUntilYears === undefined ? '' : moveWords.easyUntil(back.easyUntilYears),
    back.hardAfterYears === undefined ? '' : moveWords.hardAfter(back.hardAfterYears),
  ].filter(Boolean)
  if (back.ease === 'easy' && until.length > 0) return <p>{capitalise(until.join(', '))}.</p>
  const note = until.length > 0 ? until.join(', ') : back.note
  return (
    <p>
      {moveWords.ease[back.ease]}
      {note ? `; ${note}` : ''}.
    </p>
  )
}
