// What somebody noted about a person whom they keep, as they themselves see it: remove it, and answer what the member says.
import { type FormEvent, useState } from 'react'
import { LONGEST_HELD_WORDS } from '../../core/person/joining.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { heldThingWords, heldWords, joiningWords } from '../words/joining.ts'
import { type AnswerHeld, type KeptAndJoining, removeNoted, replyToObjection } from './api-joining.ts'
import { HeldRatingItem } from './held-rating.tsx'
import { useJoiningChange } from './use-joining.ts'

interface Props {
  keptId: string
  /** Of the member. */
  name: string
  things: Pick<KeptAndJoining, 'ratings' | 'named' | 'removed'>
}

export function HeldForKeeper({ keptId, name, things }: Props) {
  const { ratings, named, removed } = things
  const [done, setDone] = useState('')
  return (
    <div className="stack">
      <p role="status" className={done === '' ? 'visually-hidden' : 'small quiet'}>
        {done}
      </p>
      {ratings.length === 0 ? <p>{joiningWords.nothing}</p> : null}
      <ul className="held-list">
        {ratings.map((rating) => {
          const { assessmentId, skill, answer, current } = rating
          return (
            <HeldRatingItem key={`${assessmentId}/${skill}`} rating={rating} keeper={null}>
              {(skillWords) => (
                <>
                  {answer === null ? null : <Said name={name} answer={answer} />}
                  {answer?.kind === 'claimed' ? null : (
                    <Remove
                      keptId={keptId}
                      item={{ assessmentId, skill }}
                      skill={skillWords}
                      day={dateWords.day(current.saidOn)}
                      onDone={() => setDone(joiningWords.removed(skillWords))}
                    />
                  )}
                </>
              )}
            </HeldRatingItem>
          )
        })}
      </ul>
      {named.length === 0 ? null : (
        <>
          <h3>{joiningWords.named(named.length)}</h3>
          <p className="small quiet">{joiningWords.namedAbout(name)}</p>
          <ul className="held-list">
            {named.map((one) => (
              <li key={one.id} className="held-item">
                <p>
                  {heldThingWords.kinds[one.kind]}, {dateWords.day(one.day)}
                </p>
                {one.answer === null ? null : <Said name={name} answer={one.answer} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {removed.length === 0 ? null : (
        <ul className="held-list">
          {removed.map((one) => (
            <li key={one.id} className="held-item small quiet">
              {heldWords.gone(dateWords.day(one.removedAt ?? ''))} {one.words}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Gone for good, so it is asked once more; nothing else here needs that. */
function Remove(props: {
  keptId: string
  item: { assessmentId: string; skill: string }
  skill: string
  day: string
  onDone: () => void
}) {
  const remove = useJoiningChange(() => removeNoted(props.keptId, props.item), props.onDone)
  return (
    <div className="no-print">
      <Disclosure
        summary={
          <>
            <span aria-hidden="true">{joiningWords.remove}</span>
            <span className="visually-hidden">{joiningWords.removeOf(props.skill, props.day)}</span>
          </>
        }
      >
        <p className="small">{joiningWords.removeAsk(props.skill)}</p>
        <button
          type="button"
          className="button"
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          {joiningWords.removeDo}
        </button>
        <ProblemLine error={remove.error} />
      </Disclosure>
    </div>
  )
}

function Said({ name, answer }: { name: string; answer: AnswerHeld }) {
  if (answer.kind === 'claimed') return <p className="small quiet">{joiningWords.claimed(name)}</p>
  return (
    <div className="held-said">
      <p>{joiningWords.objects(name, joiningWords.wishes[answer.wish ?? 'beside'])}</p>
      <p className="held-note small">{answer.words === '' ? joiningWords.noWords : answer.words}</p>
      {answer.reply === null ? null : (
        <p className="small">
          {joiningWords.replied}: {answer.reply}
        </p>
      )}
      <Reply name={name} answer={answer} />
    </div>
  )
}

function Reply({ name, answer }: { name: string; answer: AnswerHeld }) {
  const [words, setWords] = useState('')
  const reply = useJoiningChange(
    () => replyToObjection(answer.id, words),
    () => setWords(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reply.mutate(undefined)
  }
  return (
    <form className="held-reply stack-s no-print" onSubmit={submit}>
      <label className="field">
        <span className="field-label">{joiningWords.reply}</span>
        <textarea
          className="input"
          maxLength={LONGEST_HELD_WORDS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="field-hint">{joiningWords.replyHint(name)}</span>
      </label>
      <button type="submit" className="button" disabled={reply.isPending || words.trim() === ''}>
        {joiningWords.replyDo}
      </button>
      <ProblemLine error={reply.error} />
    </form>
  )
}
