// The sentences that say who can read what somebody answers about a colleague, and from when on.
import type { Asked } from '../round/api-rounds.ts'
import { dateWords } from './date.ts'
import { askedWords } from './rounds.ts'

/** Said before anybody answers, and again where it is given. `isMine`: about the reader themselves. */
export function sayWhoReads(asked: Asked, isMine: boolean): string {
  const { subject, blindWith, managerSees, confidential, dueOn } = asked
  if (confidential)
    return `${askedWords.whoReadsConfidential(subject.name)} ${askedWords.untilSealed(dateWords.day(dueOn))}`
  if (blindWith !== null)
    return isMine
      ? askedWords.whoReadsBlind('you', blindWith.name, managerSees)
      : askedWords.whoReadsBlind(subject.name, 'you', managerSees)
  return isMine ? askedWords.whoReadsOwn : askedWords.whoReads(subject.name, managerSees)
}
