// Short cases for the built-in framework: work of people who do not exist, written so that careful readers may differ.

import type { CalibrationCase } from './calibration.ts'

const SKILLMAP: Omit<CalibrationCase, 'frameworkId'>[] = [
  {
    id: 'the-room-that-talked',
    title: 'The room that talked',
    text: 'Two teams blamed each other for a release that failed on a Friday. Ines, who belongs to neither, ran the look-back. She asked the head of engineering to speak last and said so at the start. Both teams left with one change each that was their own idea. In her own team’s weekly meeting, items still run over, and she apologises for it.',
    skills: ['facilitation', 'conflict-navigation'],
  },
  {
    id: 'the-quiet-handover',
    title: 'The quiet handover',
    text: 'Before his leave, Tomas gave the payment job to a junior colleague: the aim, the two things that must not break, and an afternoon a week with him until he left. Nobody called him. On his return he found the job done differently from how he would have done it, and left it so. He has done this once.',
    skills: ['delegation', 'mentoring'],
  },
  {
    id: 'the-third-diagram',
    title: 'The third diagram',
    text: 'Asked to choose between two queues, Mei drew what each would cost in a year when traffic doubled, showed where her own numbers were guesses, and proposed a third way that needs no queue. The team took it. Two months later a neighbouring team hit a limit that she had not asked about.',
    skills: ['system-design', 'decision-making'],
  },
  {
    id: 'the-late-warning',
    title: 'The late warning',
    text: 'Five weeks before a fixed date, Jonas told his director that a third of the scope would not be there, which third, and what could be sold without it. The director would have liked to know three weeks earlier; Jonas had first wanted to be sure. The date was kept with the smaller scope.',
    skills: ['upward-communication', 'planning-estimation'],
  },
  {
    id: 'the-page-everybody-links',
    title: 'The page that everybody links to',
    text: 'Ruth’s page on how the ledger works is linked from forty others, also by people she has never met. It begins with the three questions that people ask. It is eleven screens long; support reads the first, engineers the rest. She updates it after each incident, often on the same day.',
    skills: ['written-communication', 'technical-depth'],
  },
  {
    id: 'the-review-that-taught',
    title: 'The review that taught',
    text: 'In reviews Farid asks one question where others leave ten remarks. Two colleagues say that they now ask it of themselves before they ask him. When a change is urgent he mends it himself and explains it the next day; once, under pressure, he did not explain it at all.',
    skills: ['mentoring', 'giving-feedback'],
  },
  {
    id: 'the-alarm-nobody-hears',
    title: 'The alarm that nobody hears',
    text: 'After a quiet quarter Olga removed nine of fourteen alarms: they had woken people forty times and meant something twice. She wrote down for each what would tell of the fault instead. In spring a disk filled up, and one of the nine would have said so an hour earlier. She brought it back and told everybody why.',
    skills: ['reliability-operations', 'decision-making'],
  },
  {
    id: 'the-team-without-a-name',
    title: 'The team without a name',
    text: 'Six people from four teams had to move the customers’ data by March. Nobody reported to Priya. She found out what each of their managers needed from it, wrote one page on which every date had somebody’s name, and spoke with one of them each day. They were two weeks late, and three of the four managers offered her people again.',
    skills: ['project-leadership', 'influence-without-authority'],
  },
  {
    id: 'the-no-that-held',
    title: 'The no that held',
    text: 'Sales had promised a customer a report by the end of the month. Lars said no, showed what it would push out, and offered an export that took two days. The customer was content. Two of his engineers say that he says no often, and sometimes before they have finished the sentence.',
    skills: ['prioritisation', 'stakeholder-management'],
  },
  {
    id: 'the-first-hard-talk',
    title: 'The first hard talk',
    text: 'Ana’s most experienced engineer interrupts others in meetings. She told him on the same afternoon what she had seen and what it did, with two examples, and asked how he saw it. He was hurt, and it has happened once since, when she looked at him and he stopped. She had known of it for half a year.',
    skills: ['giving-feedback', 'performance-management'],
  },
]

/** Those for this framework; none for a framework that Skillmap did not bring. */
export function builtInCases(frameworkId: string): CalibrationCase[] {
  return frameworkId === 'skillmap' ? SKILLMAP.map((one) => ({ ...one, frameworkId })) : []
}
