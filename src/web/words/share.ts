// The words for share files: what one hands over, and what one receives.

export const shareWords = {
  title: 'Share something',
  lead: 'Choose what somebody may read, look at exactly that, and hand over one file. It opens as a page anywhere; nothing is sent from here.',
  private:
    'Only what you tick leaves this page, in a file that you hand over yourself. Private skills and check-ins cannot be ticked.',
  from: 'Your name in it',
  to: 'For whom',
  words: 'A few words above everything',
  wordsHint: 'What it is for, and what you hope to hear.',
  role: (name: string) => `The role you hold: ${name}`,
  kinds: {
    areas: 'What you are working on',
    levels: 'Where you stand',
    evidence: 'What you did',
    told: 'What you were told',
  },
  all: (kind: string) => `${kind}: all`,
  none: (kind: string) => `${kind}: none`,
  allShort: 'All',
  noneShort: 'None',
  nothing: 'There is nothing to share yet: rate yourself, log what you did, or keep a plan first.',
  towards: (level: number, quarter: string) => `towards level ${level}, ${quarter}`,
  level: (own: string, likely: string) => [own, likely].filter((one) => one !== '').join('; '),
  iSay: (level: number) => `you say ${level}`,
  likely: (low: string, high: string) => `likely ${low} to ${high}`,
  preview: 'Exactly this will be in the file',
  previewEmpty: 'Tick something, and it appears here as it will be read.',
  chosen: (count: number) => (count === 1 ? 'One item chosen.' : `${count} items chosen.`),
  make: 'Make the file',
  making: 'Making the file…',
  made: (to: string) =>
    `The file is among your downloads. ${to === '' ? 'Hand' : `Hand it to ${to}, or hand`} it over as you like: whoever has it can read all of it.`,
  earlier: 'What you handed over',
  again: 'Save the file again',
  end: 'Note that it holds no longer',
  unend: 'It still holds',
  endHelp: 'A file that was handed over cannot be called back. The note is for you; tell them yourself.',
  ended: (day: string) => `holds no longer since ${day}`,
  record: (to: string, items: string) => `${to === '' ? 'For nobody named' : `For ${to}`}: ${items}`,
  items: (count: number) => (count === 1 ? 'one item' : `${count} items`),
  closed: (count: number) =>
    `${count === 1 ? 'One record' : `${count} records`} cannot be opened: the key is missing. Settings tell how to put it back.`,
} as const

export const receivedWords = {
  bring: 'Open a file that somebody shared with you',
  bringHelp: 'You see what is in it before anything is kept. Nothing in it is run.',
  reading: 'Reading…',
  isFrom: 'It is from',
  newPerson: (name: string) => `${name}, new among my people`,
  somebodyNew: 'Somebody new among my people',
  known: 'You have kept this very file already.',
  ratings: (count: number) =>
    count === 0
      ? 'No level in it fits the framework in use; the page is kept as it is.'
      : `${count === 1 ? 'One level is' : `${count} levels are`} kept as what they say of themselves.`,
  keep: 'Keep it',
  letGo: 'Close it',
  kept: (name: string) => `Kept with ${name}.`,
  title: 'What they shared',
  on: (day: string) => `Shared on ${day}`,
  remove: 'Take away',
  removed: 'Taken away. Ratings that it brought can be taken back under People.',
} as const
