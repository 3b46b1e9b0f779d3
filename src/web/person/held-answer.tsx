// What the member says of one thing that is held about them: take it over, object, and undo either.
import { type FormEvent, useId, useState } from 'react'
import { type HeldItem, type HeldWish, LONGEST_HELD_WORDS } from '../../core/person/joining.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { heldWords } from '../words/joining.ts'
import { type AnswerHeld, claimHeld, objectToHeld, takeAnswerBack } from './api-joining.ts'
import { useJoiningChange } from './use-joining.ts'

interface Props {
  joiningId: string
  keeper: string
  item: HeldItem
  /** What it is about, for whoever hears the buttons. */
  name: string
  canClaim: boolean
  answer: AnswerHeld | null
}

export function HeldAnswerOf(props: Props) {
  return props.answer === null ? <Choose {...props} /> : <Said {...props} answer={props.answer} />
}

function Choose({ joiningId, keeper, item, name, canClaim }: Props) {
  const claim = useJoiningChange(() => claimHeld(joiningId, 'recordId' in item ? [] : [item]))
  return (
    <div className="held-choices no-print">
      {canClaim ? (
        <button
          type="button"
          className="button"
          aria-label={heldWords.claimOf(name)}
          disabled={claim.isPending}
          onClick={() => claim.mutate(undefined)}
        >
          {heldWords.claim}
        </button>
      ) : null}
      <ProblemLine error={claim.error} />
      <Disclosure summary={<span title={heldWords.objectOf(name)}>{heldWords.object}</span>}>
        <ObjectForm joiningId={joiningId} keeper={keeper} item={item} name={name} />
      </Disclosure>
    </div>
  )
}

function ObjectForm({ joiningId, keeper, item, name }: Omit<Props, 'canClaim' | 'answer'>) {
  const id = useId()
  const [wish, setWish] = useState<HeldWish>('beside')
  const [words, setWords] = useState('')
  const say = useJoiningChange(() => objectToHeld(joiningId, { item, wish, words }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say.mutate(undefined)
  }
  return (
    <form className="stack-s" onSubmit={submit}>
      <fieldset className="choices" aria-label={`${heldWords.objectOf(name)}. ${heldWords.wish}`}>
        {(['beside', 'removal'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={wish === one} onChange={() => setWish(one)} />
            <span>{heldWords.wishes[one]}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span className="field-label">{heldWords.words}</span>
        <textarea
          className="input"
          maxLength={LONGEST_HELD_WORDS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="field-hint">{heldWords.wordsHint(keeper)}</span>
      </label>
      <button
        type="submit"
        className="button"
        disabled={say.isPending || (wish === 'beside' && words.trim() === '')}
      >
        {heldWords.objectDo}
      </button>
      <ProblemLine error={say.error} />
    </form>
  )
}

function Said({ answer, keeper, name }: Props & { answer: AnswerHeld }) {
  const undo = useJoiningChange(() => takeAnswerBack(answer.id))
  const state =
    answer.kind === 'claimed'
      ? heldWords.claimed
      : answer.wish === 'removal'
        ? heldWords.asked
        : heldWords.objected
  return (
    <div className="held-said">
      <p role="status">{state}</p>
      {answer.words === '' ? null : <p className="held-note small">{answer.words}</p>}
      {answer.reply === null ? null : <p className="small">{heldWords.reply(keeper, answer.reply)}</p>}
      <button
        type="button"
        className="button no-print"
        data-look="plain"
        aria-label={heldWords.undoOf(name)}
        disabled={undo.isPending}
        onClick={() => undo.mutate(undefined)}
      >
        {heldWords.undo}
      </button>
      <ProblemLine error={undo.error} />
    </div>
  )
}
