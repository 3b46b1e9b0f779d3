// The plan offers to ask for less: why, what it costs, what helps at the work, and a no that is remembered.
import { useState } from 'react'
import type { LighterAnswer } from '../../core/check-in/answer-offer.ts'
import type { LighterOffer, LighterReason } from '../../core/check-in/lighter-plan.ts'
import { offerSentence, workAdvice } from '../../core/check-in/lighter-words.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { useLighter } from '../week/use-check-ins.ts'
import { lighterWords } from '../words/check-in.ts'
import { explainProblem } from '../words/trouble.ts'
import type { KeptPlan } from './use-kept-plan.ts'
import './lighter-plan.css'

/** What was done with the offer last, and how to take that back. */
type Done =
  | { kind: 'taken'; pause: boolean; back: string }
  | { kind: 'not-now' | 'never'; reason: LighterReason }

/** Nothing while there is nothing to offer. */
export function LighterPlan({ keptPlan }: { keptPlan: KeptPlan }) {
  const { state, answer } = useLighter()
  const [done, setDone] = useState<Done | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const offer = state?.offer ?? null

  const reply = async (reason: LighterReason, said: LighterAnswer) => {
    const outcome = await answer(reason, said)
    setTrouble(outcome.ok ? null : explainProblem(outcome.failure))
    if (outcome.ok) setDone(said === 'ask-again' ? null : { kind: said, reason })
  }
  const take = async ({ choices, kind }: LighterOffer) => {
    const back = keptPlan.state.kept?.revisionId
    if (choices === null || back === undefined) return
    const after = await keptPlan.keep({ ...choices, keepQuarter: false, anew: true })
    if (after !== null) setDone({ kind: 'taken', pause: kind === 'pause', back })
  }
  const undo = async (last: Done) => {
    if (last.kind !== 'taken') await reply(last.reason, 'ask-again')
    else if ((await keptPlan.goBack(last.back)) !== null) setDone(null)
  }

  return (
    <div className="lighter no-print" aria-live="polite">
      {done === null ? null : <Told done={done} onUndo={() => void undo(done)} />}
      {offer === null || done?.kind === 'taken' ? null : (
        <Offer
          offer={offer}
          costs={offer.costs}
          isBusy={keptPlan.busy !== null}
          onTake={() => void take(offer)}
          onAnswer={(said) => void reply(offer.reason, said)}
        />
      )}
      {trouble === null ? null : (
        <p className="field-error" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

function Told({ done, onUndo }: { done: Done; onUndo: () => void }) {
  const pause = done.kind === 'taken' && done.pause ? lighterWords.takenPause : lighterWords.taken
  const text = { taken: pause, 'not-now': lighterWords.quiet, never: lighterWords.gone }[done.kind]
  return (
    <p>
      {text}{' '}
      <button type="button" className="button" data-look="plain" onClick={onUndo}>
        {lighterWords.undo}
      </button>
    </p>
  )
}

function Offer(props: {
  offer: LighterOffer
  costs: readonly string[]
  isBusy: boolean
  onTake: () => void
  onAnswer: (answer: LighterAnswer) => void
}) {
  const { offer, costs, isBusy, onTake, onAnswer } = props
  const isPause = offer.kind === 'pause'
  return (
    <section className="notice stack-s">
      <h2>{isPause ? lighterWords.titlePause : lighterWords.title}</h2>
      <p>
        {offer.why} {offerSentence(offer)}
      </p>
      {costs.map((cost) => (
        <p key={cost}>{cost}</p>
      ))}
      <div className="actions">
        {offer.choices === null ? null : (
          <button type="button" className="button" data-look="main" disabled={isBusy} onClick={onTake}>
            {isBusy ? lighterWords.taking : isPause ? lighterWords.takePause : lighterWords.take}
          </button>
        )}
        <button type="button" className="button" disabled={isBusy} onClick={() => onAnswer('not-now')}>
          {lighterWords.notNow}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={isBusy}
          onClick={() => onAnswer('never')}
        >
          {lighterWords.never}
        </button>
      </div>
      <Disclosure summary={lighterWords.helps}>
        <dl className="lighter-advice">
          {workAdvice.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      {offer.safeguard === null ? null : <p className="small">{offer.safeguard}</p>}
    </section>
  )
}

/** Offers that were declined for good, each with the way back. */
export function DeclinedOffers() {
  const { state, answer } = useLighter()
  return state?.never.map((reason) => (
    <p key={reason} className="small quiet">
      {lighterWords.neverAgain[reason]}{' '}
      <button
        type="button"
        className="button"
        data-look="plain"
        onClick={() => void answer(reason, 'ask-again')}
      >
        {lighterWords.askAgain}
      </button>
    </p>
  ))
}
