// What each view of several people shows, to whom, of whom, and what it never shows: read before it is switched on.
import type { ViewOfSeveral } from './views.ts'

export interface ViewWords {
  title: string
  shows: string
  toWhom: string
  ofWhom: string
  never: string
}

const NEVER =
  'Totals, averages, readiness or pace of a person; an order of merit; whether somebody journals, shares, checks in or answers.'

export const VIEW_WORDS: Record<ViewOfSeveral, ViewWords> = {
  'team-map': {
    title: 'Map of a team',
    shows:
      'People side by side by name, each with what both agreed on or what they handed to this manager; and what follows for the team: skills that rest on one person, and who could show whom.',
    toWhom:
      'Whoever manages these people today. A table can be taken out; each person in it is told who did, when and what for.',
    ofWhom: 'People who report to that manager today. Private skills are never in it.',
    never: NEVER,
  },
  'conversation-prep': {
    title: 'Preparing talks',
    shows:
      'For one person at a time: what they handed over, what was given and agreed, where both sides differ, and what is due.',
    toWhom: 'Whoever manages that person today.',
    ofWhom:
      'People who report to that manager today; of each only what they handed over, agreed on or were given under a name.',
    never: NEVER,
  },
  opportunities: {
    title: 'Work that fits what people want to learn',
    shows: 'Upcoming pieces of work, who could take which and why, and what no planned work can teach.',
    toWhom: 'Managers, for the people who report to them today; everybody, for what concerns themselves.',
    ofWhom: 'Growth and time as both agreed on; each person reads what is written of them and remarks on it.',
    never: NEVER,
  },
  calibration: {
    title: 'Comparing how levels are read',
    shows: 'How far managers agree on the level of invented cases, for each criterion of the framework.',
    toWhom:
      'Administrators of frameworks, from three readers on; how one’s own scale lies, to that reader alone.',
    ofWhom: 'Nobody: the cases are invented. Readers are not named.',
    never: NEVER,
  },
  organisation: {
    title: 'The organisation as a whole',
    shows:
      'How levels are distributed by team, path and role, how that changed, and which skills are in short supply.',
    toWhom: 'Everybody of the organisation, as releases that are made on a day and never again.',
    ofWhom:
      'Agreed levels and sealed contributions, for development alone, of groups of at least five people with no remainder smaller than that.',
    never: NEVER,
  },
}
