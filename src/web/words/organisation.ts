// The words of the pages on which an organisation keeps its list of people and says who sees what.
import type { AdminScope } from '../../core/access/viewer.ts'

const count = (many: number, one: string, more: string) =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`
const people = (many: number) => count(many, 'person', 'people')

export const scopeWords: Record<AdminScope, { name: string; means: string }> = {
  people: {
    name: 'People',
    means: 'keeps the list of people, teams and managers, and says who administers what',
  },
  frameworks: { name: 'Frameworks', means: 'publishes frameworks' },
  rounds: { name: 'Rounds', means: 'opens and closes rounds of feedback' },
  views: { name: 'Views', means: 'switches views of several people on and off' },
  audit: { name: 'Audit', means: 'reads and checks the record of what was done to the organisation' },
  backups: { name: 'Backups', means: 'takes backups, which hold everything' },
}

export const organisationWords = {
  title: 'Organisation',
  back: 'Pages of the organisation',
  lead: 'What the organisation keeps about people, who sees it, and who looks after it.',
  forAll: 'For everybody',
  forKeepers: 'For administrators of people',
  forAuditors: 'For administrators of the audit',
  keepersNote: 'Only administrators of people see these pages. None of them shows what people wrote.',
  sheet: 'Who sees what',
  sheetAbout: 'Every kind of thing that is kept: who reads it, what for, and for how long.',
  views: 'Views of several people',
  viewsAbout: 'Which are on, and what for.',
  toViews: 'Which views are on, and what for',
  mine: 'What is kept about you',
  mineAbout: 'Your lines on the list, with their days, and every change of them.',
  people: 'People',
  peopleAbout: 'Add somebody, move them, note a last day.',
  teams: 'Teams',
  teamsAbout: 'Add, rename, move and end teams.',
  file: 'Bring a file of people',
  fileAbout: 'A table (CSV) of names, teams and managers, shown before anything changes.',
  access: 'Administrators and directories',
  accessAbout: 'Who administers what, and which directory keeps the list.',
}

/** What a first administrator reads while the organisation has no team. */
export const beginWords = {
  title: 'To begin',
  lead: 'Everybody who is here can already use all that is their own. Three steps make the rest of it work.',
  people: 'Say who works here',
  peopleAbout: 'A file with names, teams and managers; you see what it would change first.',
  invite: 'Ask them in',
  inviteAbout: 'Beside each colleague you make a link that lets one person in.',
  views: 'Decide what several people may see together',
  viewsAbout: 'Every such view is off, and may stay so.',
}

export const listWords = {
  find: 'Find by name',
  left: 'Show whoever has left, too',
  shown: (from: number, to: number, total: number) =>
    total === 0 ? 'Nobody is found.' : `${from} to ${to} of ${people(total)}, by name`,
  earlier: 'Earlier names',
  further: 'Further names',
  add: 'Add somebody',
  addHelp:
    'They are on the list then. To get in they need an invitation, which you make on their page, or an account.',
  many: 'Many at once come with a file.',
  name: 'Name',
  from: 'From',
  team: 'Team',
  manager: 'Manager',
  role: 'Role held',
  noTeam: 'No team',
  noManager: 'No manager',
  noRole: 'No role',
  addDo: 'Add',
  added: (name: string) => `${name} is on the list.`,
  open: 'Open their page',
  leftOn: (day: string) => `left on ${day}`,
  leavesOn: (day: string) => `last day ${day}`,
}

export const recordWords = {
  mineLead: 'This is all that the organisation’s list holds about you.',
  readers: {
    line: 'Name, teams and manager: everyone of the organisation reads them.',
    role: 'The role that you are held in: you, your manager of today, and administrators of people.',
    rest: 'The history of changes and ids in other programs: you, and administrators of people.',
  },
  theirReaders: {
    line: 'Name, teams and manager: everyone of the organisation reads them.',
    role: 'The role held: they, their manager of today, and administrators of people.',
    rest: 'The history of changes and ids in other programs: they, and administrators of people.',
  },
  whoReads: 'Who reads this',
  now: 'Lines',
  line: 'Line',
  from: 'From',
  until: 'Until',
  goesOn: 'goes on',
  noLines: 'No team, manager or role is noted.',
  ids: (parts: string) => `In other programs: ${parts}`,
  id: (id: string) => `id ${id}`,
  userName: (name: string) => `user name ${name}`,
  administers: 'Administers',
  history: 'Changes',
  noHistory: 'Nothing was changed since the list began.',
  by: (name: string | null, source: string, label: string) =>
    source === 'directory'
      ? `by the directory ${label}`
      : source === 'file'
        ? `by ${name ?? 'the terminal'}, with the file ${label || 'without a name'}`
        : source === 'undo'
          ? `taken back by ${name ?? 'the terminal'}`
          : `by ${name ?? 'the terminal'}`,
  undone: 'Taken back since.',
  undo: 'Take back',
  undoOf: (says: string) => `Take back: ${says}`,
  undoMany: (many: number) => `It changed ${people(many)}; all of it is taken back together.`,
  wasUndone: 'It is taken back. What was before holds again.',
  staysLeft: (names: string) => `Something of ${names} is here already: they stay, as somebody who has left.`,
  change: 'Change',
  changed: 'It is noted.',
  alreadySo: 'It was so already; nothing was changed.',
  others: (names: string) =>
    `With it ended the lines of ${names}, who have no manager from the day after. Their pages say from when.`,
  move: 'Move',
  moveHelp: 'What holds now ends the day before and stays in the history.',
  what: 'What changes',
  to: 'To',
  save: 'Note it',
  endIt: { team: 'No team from then on', manager: 'No manager from then on', role: 'No role from then on' },
  rename: 'Name and ids',
  renameDo: 'Save the name',
  keyId: 'Id in other programs',
  keyHelp:
    'To find the same person again in a file or a directory. By itself it lets nobody in; where a directory let them in by the earlier one, that ends with it, and so do their sessions.',
  keyDo: 'Save the id',
  leaving: 'Last day',
  leavingHelp: 'Their lines end with it, and so do those of the people who report to them. History stays.',
  lastDay: 'Last day',
  atOnce: 'End their access and every session now, rather than at the end of the day',
  leaveDo: 'Note the last day',
  stay: 'They stay: take the last day away',
  returned: 'They are back',
  returnFrom: 'Back from',
  returnHelp: 'Where they belong now is noted anew. What they administered is not given back.',
  returnDo: 'Note it',
  hasLeft: (day: string) => `Left on ${day}.`,
  willLeave: (day: string) => `Last day ${day}.`,
  closed: (when: string) => `Nobody gets in as them since ${when}.`,
}

export const teamAdminWords = {
  add: 'Add a team',
  name: 'Name',
  parent: 'Belongs to',
  none: 'No other team',
  addDo: 'Add',
  save: 'Save',
  edit: (name: string) => `Change ${name}`,
  end: 'End it on',
  endDo: 'End this team',
  again: 'Let it go on',
  ended: (day: string) => `ended on ${day}`,
  meanwhile: (name: string) =>
    `This team was changed meanwhile, perhaps by you in another window: it stands here as “${name}” now. What you typed is kept; if it should hold, do the same again.`,
  partOf: (name: string) => `part of ${name}`,
  nothing:
    'There is no team yet. Add the first one here, or bring a file of people: it makes the teams that it names.',
}

export const accessWords = {
  grants: 'Who administers what',
  grantsHelp: 'Six separate grants. None of them includes reading what people wrote.',
  give: 'Give a grant',
  person: 'Person',
  choose: 'Choose a name',
  scope: 'What they administer',
  giveDo: 'Give it',
  end: 'End',
  endOf: (scope: string, name: string) => `End ${scope} of ${name}`,
  endOwn: (scope: string) =>
    `This is your own grant of ${scope.toLowerCase()}. Without it you cannot give it back to yourself.`,
  endOwnDo: 'End it all the same',
  keep: 'Keep it',
  since: (day: string, by: string | null) => `since ${day}, given by ${by ?? 'the terminal of the server'}`,
  tokens: 'Directories (SCIM)',
  tokensHelp:
    'A directory with a token keeps the list of people and teams at /scim/v2. It reads nothing that people wrote.',
  label: 'Which directory',
  make: 'Make a token',
  secret: 'The token. Copy it now: it is not shown again.',
  address: 'Address for the directory',
  neverUsed: 'not used yet',
  used: (when: string) => `last used ${when}`,
  hasEnded: (when: string) => `ended ${when}`,
  noTokens: 'No directory keeps the list.',
}

export const fileWords = {
  lead: 'A table (CSV) with a line of headings: name, and team, manager, role, from, left and id as far as they are known. Nobody is removed because they are missing in it.',
  choose: 'Choose the file',
  looking: 'Looking at it',
  counts: ({
    added,
    changed,
    ended,
    same,
  }: {
    added: number
    changed: number
    ended: number
    same: number
  }) => `${people(added)} added, ${changed} changed, ${ended} with a last day, ${same} left as they are.`,
  teams: (names: string) => `New teams: ${names}.`,
  others: (names: string) => `People who are not in the file and whose line of management ends: ${names}.`,
  problems: (many: number) => `${count(many, 'place', 'places')} to mend first`,
  problemsHelp:
    'Nothing is taken over while there is one. Mend the line here, or in the file and choose it again.',
  line: (line: number) => `Line ${line}`,
  lineText: (line: number) => `Text of line ${line}`,
  again: 'Look again',
  unread: 'Columns that are not read',
  would: 'What would change',
  whatWords: { added: 'added', changed: 'changed', ended: 'last day noted', same: 'as before' },
  more: (many: number) => `And ${people(many)} more.`,
  nothing: 'It says what the list says already. Nothing would change.',
  take: (many: number) => `Take it over for ${people(many)}`,
  taking: (many: number) => `Taking it over for ${people(many)}`,
  done: 'The list says now what the file says.',
  taken: 'Files that were taken over',
  takenLine: (many: number, when: string) => `${people(many)}, ${when}`,
  undone: 'taken back',
  undoing: (many: number) =>
    `Taking it back for ${people(many)}. What refers to each of them is looked up first, which may take a while.`,
  noName: 'A file',
}

export const viewPageWords = {
  lead: 'Each is off until an administrator of views switches it on and says what for. Everybody reads this page.',
  mayNot: 'Administrators of views switch them.',
  purpose: 'What is it for?',
  purposeHelp: 'You say what for in a sentence of your own. It stands here and on the sheet “Who sees what”.',
  on: 'Switch it on',
  newPurpose: 'State another purpose',
  about: 'What it shows, to whom, and what never',
  off: 'Switch it off',
  history: 'When it was on',
  was: (from: string, until: string | null, purpose: string) => `${from} to ${until ?? 'now'}: ${purpose}`,
}

export const sheetPageWords = {
  find: 'Find in what is kept',
  findHint: 'A word, such as journal or manager.',
  found: (some: number, all: number) =>
    some === all ? `${all} kinds of things` : `${some} of ${all} kinds of things`,
  nothing: (find: string) => `Nothing that is kept is called “${find}”.`,
  print: 'Print',
  save: 'Save as text',
}
