// The words about several people: who can be compared, and how the reader rates.
import { capitalise, listInWords } from '../../core/planning/plain-words.ts'

export const comparisonWords = {
  you: 'you',
  groups: 'Who can be compared',
  groupsHelp:
    'Only shared raters can tell a strict team from a low one. Levels of different groups must not be held beside each other.',
  oneGroup: 'Shared raters join everybody here, so that levels can be held beside each other.',
  group: (names: readonly string[]) => capitalise(listInWords(names)),
  noRater: (names: readonly string[]) => `No shared rater: ${listInWords(names)}`,
  habit: 'How you rate',
  habitReaders: 'Only you read this, and it is about nobody else.',
} as const
