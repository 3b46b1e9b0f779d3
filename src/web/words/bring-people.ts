// The words for ratings of people in a file that is brought.
function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
}

const ratings = (count: number) => counted(count, 'rating', 'ratings')
const people = (count: number) => counted(count, 'person', 'people')

export const bringPeopleWords = {
  title: 'The people in it',
  about: (framework: string) =>
    `Their ratings can be kept, measured by ${framework}. Only you will read them; nobody is asked or told.`,
  rater: 'Who gave these ratings?',
  raterSome: 'Who gave the ratings without a rater?',
  raters: { me: 'I did', themselves: 'each person, about themselves', unknown: 'I do not know' },
  day: 'On which day?',
  daySome: 'On which day were those without a date given?',
  who: 'Who is who',
  inFile: 'In the file',
  whoIsIt: 'Is',
  whoOf: (name: string) => `Who ${name} is`,
  me: 'me',
  new: 'somebody new',
  leave: 'left out',
  skills: 'Which skill is which',
  skillOf: (name: string) => `Which skill ${name} is`,
  unmatched: (count: number) =>
    `${counted(count, 'skill of the file is', 'skills of the file are')} not found; choose which one is meant, or leave it out.`,
  allMatched: 'Every skill is found.',
  leaveSkill: 'left out',
  losses: (count: number) =>
    count === 1 ? 'One rating is left out' : `${count.toLocaleString('en-GB')} ratings are left out`,
  will: (count: number, about: number) => `${ratings(count)} of ${people(about)} will be kept.`,
  nothing: 'As it stands, nothing would be kept.',
  keep: 'Keep these ratings',
  keeping: 'Keeping them…',
  done: (added: number, kept: number, fresh: number) =>
    [
      added === 0 ? 'Nothing new was in it.' : `${ratings(added)} kept.`,
      kept === 0 ? '' : `${ratings(kept)} ${kept === 1 ? 'was' : 'were'} here already.`,
      fresh === 0 ? '' : `${people(fresh)} added.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  toPeople: 'See the people',
  takeBack: 'Take it all back',
  taken: (back: number, left: number) =>
    [
      `${ratings(back)} taken back.`,
      left === 0
        ? ''
        : `${ratings(left)} stayed, because ${left === 1 ? 'it was' : 'they were'} changed since.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
} as const

/** "12 ratings". */
export function ratingsInWords(count: number): string {
  return ratings(count)
}
