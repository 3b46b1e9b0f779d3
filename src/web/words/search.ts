// The words of the search.
import { capitalise, counted } from '../../core/planning/plain-words.ts'

export const searchWords = {
  label: 'Search',
  field: 'Search roles, skills and sentences',
  placeholder: 'visible, staff engineer, bottleneck…',
  hint: 'Roles, skills, what people say, what a colleague can see, moves, and the words of this program. Nothing that you type is stored.',
  results: 'What was found',
  close: 'Close',
  more: (count: number) => `and ${count} more; further words narrow it`,
  none: (text: string) => `Nothing was found for “${text}”.`,
  told: 'Were you told something? There is a page for that',
  found: (count: number, first: string) => `${capitalise(counted(count, 'result'))}. The first: ${first}.`,
  keys: '↑ ↓ to choose, Enter to open, Esc to close',
} as const
