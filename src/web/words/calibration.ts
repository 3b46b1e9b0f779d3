// The words of calibration: reading the same cases, and what a closed round says.
import type { OwnScale, SkillAgreement } from '../../core/calibration/calibration.ts'

const LEVELS: Record<number, string> = { 0.5: 'half a level', 1: 'one level', 1.5: 'a level and a half' }

function howFar(difference: number): string {
  const far = Math.abs(difference)
  return LEVELS[far] ?? `${far} levels`
}

/** From 0.8 on readings may be relied on, from 0.667 on with care: Krippendorff's own advice. */
function howAlike(alpha: number | null, same: number): string {
  if (alpha === null) return same === 1 ? 'Everybody reads it alike.' : 'Too little was read to say.'
  if (alpha >= 0.8) return 'It is read alike.'
  if (alpha >= 0.667) return 'It is mostly read alike.'
  return 'It is read differently.'
}

export const calibrationWords = {
  title: 'Calibration',
  lead: 'Managers read the same short cases, each by themselves, and see afterwards where words of the framework are read differently.',
  off: 'This page is off in your organisation. An administrator of views switches it on, and says what for.',
  views: 'Which views are on, and what for',
  invented: 'The people in the cases are made up. Nobody of your organisation is rated here.',
  yoursAlone: 'What you say here is yours alone.',
  noRound: 'No round is open now.',
  notForYou: 'Cases are read by those to whom somebody reports.',
  round: (day: string) => `Round of ${day}`,
  closed: (day: string) => `closed ${day}`,
  readFor: (skill: string) => `At which level do you see ${skill}?`,
  progress: (done: number, all: number) => `You have said ${done} of ${all}.`,
  saved: 'Saved.',
  scale: 'Your own scale',
  ownScale: ({ difference, others }: OwnScale) =>
    difference === 0
      ? `On the same cases your levels lie where those of ${others} or more others lie, on average.`
      : `On the same cases your levels lie about ${howFar(difference)} ${difference < 0 ? 'below' : 'above'} those of ${others} or more others, on average. Neither is right by itself: it is a reason to talk about the anchors.`,
  ownSpread: ({ spread, spreadOfOthers }: OwnScale) =>
    spread === spreadOfOthers
      ? null
      : spread < spreadOfOthers
        ? 'Your levels lie closer together than theirs.'
        : 'Your levels lie further apart than theirs.',
  onlyYou: 'Nobody else is told this.',
  tooLittle: (count: number) =>
    count === 1
      ? 'One skill of which too little was read to say'
      : `${count} skills of which too little was read to say`,
  result: 'What it says of the framework',
  tooFew: 'Too few read it for anything to be shown: it takes three, besides yourself.',
  noSkill: 'Of no skill did enough of them read the same case for anything to be said.',
  readers: (count: number) => `${count} people read it.`,
  agreement: (skill: string, one: SkillAgreement) => `${skill}: ${howAlike(one.alpha, one.same)}`,
  split: (below: string, above: string) => `Most often readings part between ${below} and ${above}.`,
  figures: ({ alpha, same }: SkillAgreement) =>
    `${Math.round(same * 100)}% of pairs name the same level${alpha === null ? '' : `; Krippendorff’s alpha ${alpha.toFixed(2)}`}.`,
  anchors: 'Look at these two anchors together: which word lets one read the one and another the other?',
  openRound: 'Open a round',
  purpose: 'What is it for?',
  purposeHint: 'Everybody reads this.',
  cases: 'Cases to read',
  open: 'Open it',
  close: 'Close the round',
  closeAbout:
    'What it says is computed once, when it is closed, and never again. While it is open nobody sees who has read.',
  ownCases: 'Write a case of your own',
  caseTitle: 'Its title',
  caseText: 'What somebody did, in a few sentences',
  caseHint: 'Somebody who does not exist. Leave room to differ: something well done, and something not yet.',
  caseSkills: 'Skills that it is read for',
  keepCase: 'Keep the case',
  takeOff: 'Take it off',
  own: 'your own',
}
