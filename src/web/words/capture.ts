// The words of capturing.
import { counted } from '../../core/planning/plain-words.ts'

export const captureWords = {
  title: 'Traces of your work',
  lead: 'Meetings, changes and tickets become a few pieces of work. You choose which of them go into your journal.',
  file: 'A calendar, or an export of a tracker',
  fileHint:
    'iCalendar (.ics), or pull requests and tickets as GitHub, GitLab and Jira export them (.csv, .json). Or drop the file here.',
  private: 'It is read on this machine, and nothing is kept before you choose it.',
  privateInTeam:
    'It is read on your organisation’s server and does not stay there. Nothing is kept before you choose it.',
  me: 'Your names and addresses in a calendar',
  meHint:
    'Separated by commas. Meetings that you declined are left out then, and you are not named as somebody you worked with.',
  tooLarge: 'A file may have 20 MB. Export a shorter time.',
  git: 'From git',
  gitAbout:
    'A page cannot read repositories; the command line can. Your own commits, grouped in the same way:',
  gitCommand: 'npx skillmap capture git .',
  gitCopy: 'Copy the command',
  reading: (name: string) => `Reading ${name}…`,
  another: 'Another file',
  cancel: 'Call it off',
  from: 'From',
  until: 'Until',
  who: 'Who are you in it?',
  whoChoose: 'Choose',
  whoAll: 'All of it is mine',
  person: (name: string, count: number) => `${name} (${count})`,
  chooseFirst: 'Several people are in this file. Say who you are, and your pieces of work are shown.',
  proposals: 'Pieces of work',
  known: (what: string) => `Already in your journal: ${what}.`,
  none: 'Nothing in this time.',
  noneNew: 'Nothing new in this time.',
  rename: (number: number) => `Title of piece ${number}`,
  choose: (title: string) => `Keep: ${title}`,
  goesOn: 'Some of it is in your journal already; this is the rest.',
  inIt: 'What is in it',
  all: 'Choose all',
  no: 'Choose none',
  keep: (count: number) =>
    count === 0 ? 'Keep in your journal' : `Keep ${counted(count, 'entry', 'entries')}`,
  keeping: 'Keeping…',
  kept: (count: number) =>
    `${count === 1 ? 'One entry is' : `${counted(count, 'entry', 'entries').replace(/^./, (letter) => letter.toUpperCase())} are`} in your journal, for you alone.`,
  toJournal: 'Open the journal',
  undo: 'Take back',
  undone: 'Taken back.',
  left: (count: number) => `Left out: ${count}`,
  leftOut: (what: string, why: string, line: number | null) =>
    `${what}: ${why}${line === null ? '' : ` (line ${line})`}`,
} as const
