// The words of moving to another version of a framework.
import { capitalise, counted, listInWords, numberWord } from '../../core/planning/plain-words.ts'
import type { Decision, LookReason } from '../../core/revision/carry-over.ts'

export const carryOverWords = {
  title: (name: string, version: string) => `Move to ${name} ${version}`,
  titleThere: (name: string, version: string) => `You are on ${name} ${version}`,
  /** Where both versions carry the same label. */
  titleSameLabel: (name: string) => `Move to another version of ${name}`,
  eyebrow: 'Another version of the map',
  notYet: (day: string) =>
    `This version holds from ${day}. Until then it can be read and compared, and nobody moves to it.`,
  promise:
    'What you rated stays on the version you rated it on, word for word. Moving makes new ratings beside the old ones, and can be undone.',
  notes:
    'What others said about you, and what you noted about others, comes along where the words are the same.',
  everything: 'Read everything that changed',
  standing: 'What it does to your picture',
  readinessHelp:
    'How much of each role you meet, before and after. What you look at again counts as your role’s expectation until you answer.',
  role: 'Role',
  before: 'Before',
  after: 'After',
  criticalGaps: (count: number) => counted(count, 'critical gap'),
  lost: (names: string[]) =>
    `${listInWords(names)} ${names.length === 1 ? 'is' : 'are'} no longer in the map and will not be among your destinations.`,
  lostRole: 'Your role is no longer in the map. Choose the one that is nearest to it.',
  newRole: 'Your role in the new version',
  lookTitle: 'Worth another look',
  lookHelp: 'The words you rated by say something else now.',
  answeredTitle: 'Answered there since',
  answeredHelp:
    'You rated these on the new version itself, after what you said here. That stays, unless you carry the older answer over it.',
  answeredThere: (level: string | null, date: string) =>
    level === null ? `There you gave no level, on ${date}.` : `There you said level ${level}, on ${date}.`,
  goneTitle: 'No place in the new version',
  goneHelp: 'These stay on the version you rated them on.',
  carryTitle: (count: number) => `Carried over as they are: ${numberWord(count)}`,
  carryHelp: 'The words are the same, or only their spelling changed.',
  decisions: { carry: 'Carry it over', look: 'Look again', leave: 'Leave it' } as Record<Decision, string>,
  decisionFor: (skill: string) => `What to do with ${skill}`,
  rated: (level: string) => `You said level ${level}`,
  approaching: ', approaching the next',
  noLevel: 'You gave no level',
  reasons: {
    reworded: 'The behaviours of this level changed.',
    ticked: 'A behaviour that you ticked says something else, or is gone.',
    definition: 'The definition or the scale changed, and there are no behaviours to go by.',
    renamed: 'The skill has another name.',
    merged: 'Two skills became one.',
    scale: 'The scale has other levels.',
  } as Record<LookReason, string>,
  cannotCarry: 'It cannot be carried as it is.',
  move: 'Move to this version',
  moving: 'Moving…',
  stay: 'Stay where you are',
  nothingRated: 'You have rated nothing yet, so nothing needs to be carried over.',
  already: 'You are on this version.',
  moved: (date: string) => `You moved to this version on ${date}.`,
  looksLeft: 'Still worth a look',
  looksDone: 'Nothing is left to look at.',
  lookNow: 'Rate it anew',
  undo: 'Undo the move',
  undoHelp:
    'Takes the carried ratings and notes back and returns to the version before. What you rated anew stays there.',
  undone: 'You are back on the version before.',
  toMap: 'Go to the map',
  missing: 'There is no such version here. It may have been written on another computer, or removed.',
} as const

/** "Of your 12 ratings, nine carry over as they are, two are worth another look and one has no place any more." */
export function sayPlan(carries: number, looks: number, answered: number, gone: number): string {
  const all = carries + looks + answered + gone
  if (all === 0) return carryOverWords.nothingRated
  const parts = [
    ...(carries > 0
      ? [
          `${numberWord(carries)} ${carries === 1 ? 'carries over as it was said' : 'carry over as they were said'}`,
        ]
      : []),
    ...(looks > 0 ? [`${numberWord(looks)} ${looks === 1 ? 'is' : 'are'} worth another look`] : []),
    ...(answered > 0
      ? [`${numberWord(answered)} ${answered === 1 ? 'was' : 'were'} answered there since`]
      : []),
    ...(gone > 0 ? [`${numberWord(gone)} ${gone === 1 ? 'has' : 'have'} no place any more`] : []),
  ]
  return all === 1
    ? `${capitalise('your one rating')}: ${parts.join('')}.`
    : `Of your ${numberWord(all)} ratings, ${listInWords(parts)}.`
}

export const versionLineWords = {
  newer: 'The map has a newer version.',
  see: 'See what changed',
  later: 'Not now',
  label: 'A newer version of the map',
  looks: (count: number) =>
    `${capitalise(counted(count, 'rating'))} ${count === 1 ? 'is' : 'are'} worth another look since you moved to this version.`,
  look: 'Look at them',
} as const
