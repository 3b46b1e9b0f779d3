// What was agreed in any talk and is still open, ticked off without opening the talk.
import { openSteps } from '../../core/conversation/begin-conversation.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import { useTickStep } from './use-talks.ts'

export function TalkOpenSteps({ conversations }: { conversations: readonly Conversation[] }) {
  const tick = useTickStep()
  const steps = openSteps(conversations).flatMap((step) => {
    const talk = conversations.find((one) => one.steps.some(({ id }) => id === step.id))
    return talk === undefined ? [] : [{ step, talk }]
  })
  if (steps.length === 0) return null
  return (
    <section className="stack-s">
      <h2>{talkWords.open}</h2>
      <ul>
        {steps.map(({ step, talk }) => (
          <li key={step.id}>
            <label className="talk-tick">
              <input
                type="checkbox"
                checked={false}
                disabled={tick.isPending}
                aria-label={talkWords.doneOf(step.text)}
                onChange={() => tick.mutate({ talk, step: step.id })}
              />
              <span>
                {step.text}{' '}
                <span className="small quiet">
                  {step.whose === 'me' ? talkWords.mine : talk.withWhom}
                  {step.dueOn === null ? '' : `, ${talkWords.paperBy(dateWords.day(step.dueOn))}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ProblemLine error={tick.error} />
    </section>
  )
}
