// Says when somebody left, or will have left.
import { serverDay } from '../data/today.ts'
import { dateWords } from '../words/date.ts'
import { listWords } from '../words/organisation.ts'

export function leaveWords(lastDay: string): string {
  const day = dateWords.day(lastDay)
  return lastDay < serverDay() ? listWords.leftOn(day) : listWords.leavesOn(day)
}
