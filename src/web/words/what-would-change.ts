// The words of what would change a plan.
import { capitalise, listInWords } from '../../core/planning/plain-words.ts'

export const changeWords = {
  label: 'What would change the first five skills',
  help: 'Each mark is a plan made again with one thing changed. Full: other skills come to the front. Half: the same skills in another order. Small: all stays as it is.',
  column: {
    'level-down': 'Your level, one lower',
    'level-up': 'Your level, one higher',
    'weight-down': 'Weighs less for the role',
    'weight-up': 'Weighs more for the role',
  },
  effect: { order: 'another order', same: 'stays' },
  comesIn: (names: string[]) =>
    `${capitalise(listInWords(names))} ${names.length === 1 ? 'comes' : 'come'} in`,
  dropsOut: 'drops out',
  halfHours: 'Half the hours',
  twiceHours: 'Twice the hours',
  table: 'The same in sentences',
} as const
