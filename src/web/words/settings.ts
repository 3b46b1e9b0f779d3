// The words of the settings.
import { MOST_EXPORT_BYTES } from '../../core/export/largest-export.ts'
import { counted } from '../../core/planning/plain-words.ts'

export const settingsWords = {
  title: 'Settings',
  place: 'Where your data lives',
  placeText: 'Everything that you enter is kept in this folder on this device, and nowhere else:',
  placeInTeam:
    'What you enter is kept on the server of your organisation. What only you can read says so where it stands.',
  placeNote: 'This browser also keeps the theme, and an answer for as long as it could not be saved.',
  framework: (name: string, version: string) =>
    `Your map is drawn from the framework ${name}, version ${version}.`,
  frameworks: 'Use another one, or bring your own',
  theme: 'Theme',
  themes: { system: 'Same as the system', light: 'Light', dark: 'Dark' },
  themeNote: 'Kept in this browser.',
  export: 'Export everything',
  exportText: 'One file with all that is stored about you: JSON to be imported again, Markdown to be read.',
  exportJson: 'Download as JSON',
  exportMarkdown: 'Download as Markdown',
  exportNote: 'The file holds private notes. Whoever has it can read it.',
  import: 'Import',
  importText:
    'Reads a JSON export back. You first see what it holds. What is here stays; nothing is overwritten.',
  importFile: 'Export file',
  importHolds: (name: string, when: string) =>
    when === '' ? `${name} holds:` : `${name}, made on ${when}, holds:`,
  importEntry: (name: string, count: number) => `${name}: ${count}`,
  importing: 'Importing…',
  importDo: 'Import this',
  importCancel: 'Do not import',
  importDone: (added: string, kept: string) =>
    `Added: ${added || 'nothing'}. Already here and kept: ${kept || 'nothing'}.`,
  importNotJson: 'This file is not JSON. Choose a file that was made with “Download as JSON”.',
  importForeign:
    'This is JSON, but not an export of Skillmap. Choose a file that was made with “Download as JSON”.',
  importTooLarge: `This file is larger than ${MOST_EXPORT_BYTES / 1_000_000} MB, which is the most that can be imported at once.`,
  backups: 'Backups',
  backupsText:
    'Taken automatically, each checked by reading it back. They lie beside your data, so they help against mistakes, not against a lost disk: copy one elsewhere from time to time. None holds the key of your own words: keep the recovery sheet, or a copy of the folder “keys”, in another place.',
  backupsNone: 'There is no backup yet.',
  backupTake: 'Take a backup now',
  backupTaking: 'Taking it, and checking…',
  backupTaken: (name: string) => `Taken and checked: ${name}.`,
  backupVerified: 'checked',
  backupNotVerified: 'not checked',
  restore: 'Restore',
  restoreSure: (when: string) =>
    `Everything that changed since ${when} will be replaced by what this backup holds. A backup of the present state is taken first.`,
  restoreEnds:
    'Whatever let somebody or something in then does so no more: everybody signs in anew, links of invitations and tokens of directories end, and so do addresses of reminders that were given up since. Whoever has left since has left, and what was removed or ended since stays so: passkeys, identities and grants. What was added or given since is gone: look at the list of people and at the grants, and make new tokens under Administrators and directories.',
  restoring: 'Restoring…',
  restoreDo: 'Restore this backup',
  restoreCancel: 'Leave everything as it is',
  restoreDone: 'Restored.',
  erase: 'Erase everything',
  eraseText:
    'Deletes your role, destinations, ratings, notes and history for good, together with the backups on this device. Frameworks stay, because they are about work and not about you; remove your own under Frameworks. Files that you exported or copied elsewhere stay where they are.',
  eraseInTeam:
    'Deletes your account, role, destinations, ratings, notes and history for good. Frameworks stay, because they are about work and not about you. Backups of the organisation hold other people, too, and stay; should one be put back, you are not in it. It cannot be undone. Afterwards you can save the proof of it, a file.',
  eraseLabel: 'Type “erase everything” to confirm',
  erasePhrase: 'erase everything',
  erasing: 'Erasing…',
  eraseDo: 'Erase everything',
  eraseDone: (rows: number, backups: number) =>
    `Erased: ${counted(rows, 'entry', 'entries')} and ${counted(backups, 'backup')}. Nothing of yours is left on this device.`,
  eraseStart: 'To the first screen',
  eraseDoneInTeam: (rows: number) =>
    `Erased: ${counted(rows, 'entry', 'entries')}. You are not signed in here any more, and your account is gone.`,
  eraseProof:
    'A proof was written down: how much went, which tables were searched afterwards, and where your id still stands and why. It holds no name and no word of yours. Save it now if you want it: once you leave this page, only administrators of people can read it.',
  eraseLeave: 'Leave',
} as const

export const importWords = {
  bring: 'Bring of it',
  parts: {
    ratings: 'how you and others rated you',
    targets: 'where you are and where you want to go',
    plans: 'plans, what you practised, and forecasts',
    evidence: 'your journal',
    told: 'what you were told',
    drafts: 'feedback you were writing',
    talks: 'talks you prepared',
    shares: 'what you handed over',
    weeks: 'your weeks',
    packets: 'packets for reviews',
    people: 'people you keep, and what you noted of them',
  },
  onlyYou: 'Whatever you bring can be read by you alone.',
  onlyYouInTeam:
    'Whatever you bring can be read by you alone, until you hand it to somebody. How your weeks felt stays out of a server that others look after, also where you bring your weeks. Think twice before you bring what you noted of other people.',
  assessments: 'assessments',
  ratings: 'answers, with their history',
  targets: 'choices of role and destination',
  frameworks: 'versions of a framework',
} as const
