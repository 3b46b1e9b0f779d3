// The words about the key of what somebody wrote, and its recovery sheet.
export const keyWords = {
  title: 'The key of what you write',
  text: 'What you write lies encrypted on this computer. Its key is in a file of its own, which no backup holds.',
  textInTeam:
    'What you write lies encrypted on the server, with a key of your own. That key is wrapped with one that whoever runs the server keeps in a file, which no backup holds.',
  none: 'There is no key yet; it is made with the first entry.',
  offer:
    'Keep its recovery sheet somewhere else. Without the key file and without the sheet, nobody can read it again.',
  kept: 'You said that you keep the recovery sheet.',
  missing: 'The key is missing, so that what you wrote before cannot be read. Put back the recovery sheet.',
  missingSome:
    'A key of before is missing, so that some of what you wrote cannot be read. Put back its recovery sheet. What you write now is kept with the key that is there.',
  damaged: 'The key file is damaged. Put a whole one in its place, or move it away.',
  show: 'Show the recovery sheet',
  hide: 'Hide it',
  print: 'Print',
  sheet: 'Skillmap recovery sheet',
  madeOn: (day: string) => `Key of ${day}`,
  howTo: 'To put it back: Settings, the key of what you write; or “skillmap key restore”.',
  warning: 'Whoever has this sheet and a copy of your data can read what you wrote.',
  confirm: 'I keep it somewhere safe',
  restore: 'Put a key back',
  restoreLabel: 'The fourteen groups of the sheet',
  restoreHint: 'Small or large letters, with or without hyphens.',
  restoreDo: 'Put it back',
  restored: 'The key is back. What was written with it can be read again.',
  knownAlready: 'This key is here already; nothing was changed.',
  later: 'To the recovery sheet',
} as const
