// The words of what only an organisation has: its people, and the names of its pages.
export const teamWords = {
  organisation: 'Your organisation',
  /** The first level of the ways around, as short as a phone has room for. */
  parts: {
    yourself: 'You',
    others: 'Others',
    team: 'Team',
    framework: 'Framework',
    organisation: 'Organisation',
  },
  levels: 'Where you stand',
  withoutAccount: 'People without an account',
  listOfPeople: 'List of people',
  prepare: 'Prepare a talk',
  colleagues: 'Colleagues',
  teamMap: 'Your team',
  lookAsSomebodyElse: (name: string) => `Demo: you look as ${name}. Look as somebody else`,
  staysOnServer:
    'What you write is kept on the server of your organisation; what only you can read says so where it stands.',
  opportunities: 'Upcoming work',
  ownWork: 'Work and you',
  calibration: 'Calibration',
  asked: 'What you were asked',
  openAsks: (count: number, day: string | null) =>
    count === 1
      ? `(one is open${day === null ? '' : `, until ${day}`})`
      : `(${count} are open${day === null ? '' : `, the first until ${day}`})`,
  ask: 'Ask for a view',
  rounds: 'Rounds',
  heldAboutYou: 'Held about you',
  organisationPage: 'Who sees what, and what is kept about you',
  takenOut: 'Tables with you in them',
  takenOutAbout: 'Who took one out of Skillmap, when, and what for.',
  somebody: 'somebody who has left',
  colleaguesKept: 'You keep this list: open a name to change what it says of somebody, or to invite them.',
  colleaguesAbout: 'Who works here, in which team and for whom. Everybody of the organisation reads this.',
  overview: 'The organisation’s view',
  find: 'Find somebody',
  nobody: (find: string) =>
    find === ''
      ? 'Nobody is on the list yet. An administrator of people adds them.'
      : `Nobody here is called “${find}”.`,
  shared: 'More than one is called that. Choose one of them from the list.',
  worksFor: (manager: string) => `reports to ${manager}`,
  you: 'you',
  further: 'Show further names',
}
