// The words of the page that shows a team side by side.

/** "2.4". */
function figure(level: number): string {
  return (Math.round(level * 10) / 10).toFixed(1)
}

interface Known {
  level: number
  low: number
  high: number
  from: 'agreed' | 'handed-over' | 'own-word'
}

const from = {
  agreed: 'agreed by you both',
  'handed-over': 'measured, as they handed it to you',
  'own-word': 'what they say themselves',
} as const

export const teamMapWords = {
  title: 'Your team, side by side',
  lead: 'What your people handed to you or agreed on with you, with how sure it is. Whoever handed you nothing is here by name alone, and that is all right.',
  who: 'It holds only people who report to you today. Each of them sees what they handed over, and can withdraw it.',
  purpose: (purpose: string) => `Switched on here for this: “${purpose}”`,
  off: 'This page is off in your organisation.',
  offWhy:
    'Every view of several people is off until an administrator of views switches it on and says what it is for.',
  nobody: 'Nobody reports to you today, so there is nothing here.',
  nothing:
    'None of your people has handed you a level yet. They do it under “Share something”; asking for it in a talk works better than waiting.',
  tableLabel: 'Skills down, people across, both in a fixed order',
  skill: 'Skill',
  show: 'Show',
  shows: {
    all: 'Everything that was shown to you',
    below: 'Where a role asks for more',
    one: 'What rests on one person',
    none: 'What nobody is likely to carry yet',
  },
  unshown: (count: number) =>
    count === 1
      ? 'One more skill is asked for by a role here, and nobody has shown it to you.'
      : `${count} more skills are asked for by roles here, and nobody has shown them to you.`,
  group: 'Group',
  allGroups: 'All groups',
  noneShown: 'No skill is like that here.',
  range: ({ level, low, high }: Known) =>
    low === high ? figure(level) : `${figure(low)} to ${figure(high)}`,
  spoken: (name: string, known: Known, asked: number) =>
    `${name}: ${known.low === known.high ? `level ${figure(known.level)}` : `likely ${figure(known.low)} to ${figure(known.high)}`}${asked === 0 ? ', not asked by their role' : `, their role asks for ${asked}`}`,
  unknownOf: (name: string) => `${name}: not shown to you`,
  from: (known: Known, day: string) => `${from[known.from]}, ${day}`,
  asks: (asked: number) => (asked === 0 ? 'their role does not ask for it' : `their role asks for ${asked}`),
  open: (skill: string) => `${skill}: who, from where, and who could show whom`,
  keyBand: 'likely range',
  keyOwn: 'their own word, without a range',
  keyAsked: 'what their role asks for',
  keyBlank: 'empty: not shown to you',
  pairs: (teacher: string, learner: string) => `${teacher} could show ${learner}.`,
  carriedBy: (names: string) => `More likely than not ${names} can do it without help.`,
  carriedByNobody: 'Nobody is known to do it without help.',
  unknown: (count: number) =>
    count === 1 ? 'One person has not shown it.' : `${count} people have not shown it.`,
  follows: 'What follows for the team',
  followsHelp:
    'From what is known, and only that: a skill that nobody has shown may be there all the same. “Without help” begins at three fifths of the scale, and a likely range counts by its middle; both are judgements.',
  restOnOne: 'Resting on one person',
  restOnOneHelp: 'If they are away, nobody is known to do it without help.',
  nobodyCarries: 'Asked for, and probably carried by nobody yet',
  nobodyCarriesHelp:
    'A further colleague, or a growth area of somebody here, would help most where these are.',
  teach: 'Who could show whom',
  wantsTo: (names: string) => `Wants to grow into it: ${names}.`,
  nothingFollows: 'Nothing rests on one person, as far as is known.',
  roles: 'Where they would like to go',
  rolesHelp: 'Only of people who said so to you.',
  takeOut: 'Take it out as a table',
  takeOutHelp:
    'One row for each person and skill, with the range, the purpose and the day. Everybody in it is told that you took it out, when and what for.',
  what: 'What is the table for?',
  csv: 'Save as CSV',
  xlsx: 'Save as a workbook',
  takenOut: 'The table is among your downloads, and the people in it can read that you took it out.',
  prepare: (name: string) => `Prepare a talk with ${name}`,
} as const
