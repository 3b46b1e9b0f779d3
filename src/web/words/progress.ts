// The words of reporting what was practised.
import { hoursWord } from './plan.ts'

export const progressWords = {
  title: 'Report a week',
  week: 'Week',
  weekOf: (monday: string, ago: number) =>
    ago === 0 ? 'This week' : ago === 1 ? 'Last week' : `The week of ${monday}`,
  hours: 'hours',
  done: 'I think it is done',
  help: 'No hours is a report too. Whether a step is done, the next rating shows.',
  report: 'Report',
  saving: 'Keeping…',
  subject: 'Your report',
  takenBack: 'Taking the report back',
  reported: (count: number) => (count === 1 ? 'One report' : `${count} reports`),
  entry: (week: string, name: string, hours: number, done: boolean) =>
    `Week of ${week}: ${name}, ${hoursWord(hours)}${done ? '; done, as you see it' : ''}.`,
  takeBackOf: (name: string, week: string) => `Take back: ${name}, week of ${week}`,
} as const
