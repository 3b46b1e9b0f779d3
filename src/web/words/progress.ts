// The words of reporting what was practised.
import { counted } from '../../core/planning/plain-words.ts'
import type { ProgressContent } from '../../core/progress/progress.ts'
import { hoursWord } from './plan.ts'

export const progressWords = {
  title: 'Report a week',
  wholeWeek: 'Look back on the whole week, in two minutes',
  week: 'Week',
  weekOf: (monday: string, ago: number) =>
    ago === 0 ? 'This week' : ago === 1 ? 'Last week' : `The week of ${monday}`,
  hours: 'hours',
  done: 'I think it is done',
  help: 'No hours is a report too. Whether a step is done, the next rating shows.',
  more: 'What you did, and a note',
  practices: 'What you did of it',
  note: 'A note to yourself',
  hoursFirst: 'How many hours? 0 is an answer too.',
  report: 'Report',
  saving: 'Keeping…',
  subject: 'Your report',
  takenBack: 'Taking the report back',
  reported: (count: number) => (count === 1 ? 'One report' : `${count} reports`),
  entry: (week: string, name: string, { hours, done, practices }: ProgressContent) => {
    const did = practices.length === 0 ? '' : `; ${counted(practices.length, 'practice')}`
    return `Week of ${week}: ${name}, ${hoursWord(hours)}${did}${done ? '; done, as you see it' : ''}.`
  },
  takeBackOf: (name: string, week: string) => `Take back: ${name}, week of ${week}`,
} as const
