// The words around a lighter plan: what is offered, and what helps where the work itself is the reason.

import type { LighterOffer } from './lighter-plan.ts'

/** What would be done, after why. */
export function offerSentence({ kind, choices }: LighterOffer): string {
  if (choices === null) return 'No plan asks anything of you now, and none has to.'
  if (kind === 'pause')
    return 'Your plan can rest for this quarter: no hours, and everything in it stays. Somebody you trust may help more than any plan.'
  return 'Your plan can ask for less: half the hours in this quarter, and one skill at a time. All dates are worked out anew, and nothing in it is lost.'
}

/** "Lightening the plan": the subject of the sentence that says what it costs. */
export function offerSubject({ kind }: Pick<LighterOffer, 'kind'>): string {
  return kind === 'pause' ? 'Letting the plan rest' : 'Lightening the plan'
}

export interface WorkAdvice {
  title: string
  text: string
}

/** At the level of the work, not of the person. */
export const workAdvice: readonly WorkAdvice[] = [
  {
    title: 'Fewer things at once',
    text: 'List what is open, and ask which of it may stop until something else is finished. Open work takes attention every day, whether or not it moves.',
  },
  {
    title: 'On-call and interruptions',
    text: 'Note for two weeks what interrupts you, and when. Such a list is what a rota, a noisy alert or a handover can be changed with.',
  },
  {
    title: 'Staffing, scope and dates',
    text: 'Where there is more work than people, something gives: scope, date or people. Say which three choices there are, and to whom the choice belongs.',
  },
  {
    title: 'A talk with your manager',
    text: 'Speak of the work: what was asked, what it took, and what you would move first. You need not say how you feel, and what you wrote here is seen by nobody.',
  },
]
