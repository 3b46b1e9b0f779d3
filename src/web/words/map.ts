// The words of the map.
import type { Weight } from '../../core/framework/framework.ts'
import {
  capitalise,
  counted,
  inSentence,
  listInWords,
  numberWord,
  weightWord,
  wholePercent,
} from '../../core/planning/plain-words.ts'

interface SpokenColumn {
  level: number
  levelName: string
  needed: number
  weight: Weight
  assumed: boolean
  tried: boolean
}

export const mapWords = {
  title: 'The map',
  mapLabel: (role: string) => `Map of roles, seen from ${role}`,
  profileLabel: (role: string) => `What ${role} needs, each skill a column`,

  you: 'You',
  yourRole: 'your role',
  yourDestination: 'your destination',
  band: (band: number, top: number) => `band ${band} of ${top}`,
  overlapSpoken: (share: number) => `role overlap ${wholePercent(share)} percent`,
  covered: (words: string) => `${words} covered, by what is rated`,
  criticalGaps: (count: number) => (count === 1 ? '1 critical gap' : `${count} critical gaps`),
  levelSpoken: (skill: string, level: number, top: number) => `${skill} level ${level} of ${top}`,
  columnSpoken: (column: SpokenColumn) =>
    [
      `${column.tried ? 'what if ' : ''}level ${column.level}, ${column.levelName}`,
      `${column.needed} needed, ${weightWord(column.weight).toLowerCase()}`,
      ...(column.assumed ? ['assumed'] : []),
    ].join('; '),

  stay: 'Stay and deepen',
  stayShort: 'Stay',
  stayIn: (role: string) => `Stay and deepen, ${role}`,
  climbPill: (points: number, hardShare: number | null) =>
    points === 0
      ? 'no climb'
      : hardShare === null
        ? String(points)
        : `${points} · ${wholePercent(hardShare)}% hard`,
  gradesHeading: (company: string) => `${company}, approximate`,
  noGrade: '–',

  keyHard: 'Hard skills: testable without knowing who was there',
  keySoft: 'Soft skills: seen in their effect on people',
  keyUnknown: 'Kind of skill not given',
  keyLevel: (skill: string, top: number) => `${skill}: level expected, 0 to ${top}`,
  keyRough: 'How much you cover already, roughly, as it is rated',
  keyOverlap: 'Role overlap: percent that your role asks for already',
  keyYou: 'You',
  keyDestination: 'Destination',
  keyDash: 'Hard to undo, or hard after some years',
  keySmall: 'More than one move away',

  opening: (role: string, moves: number) =>
    `You are here: ${role}. ${capitalise(counted(moves, 'move'))} ${moves === 1 ? 'leads' : 'lead'} on from here, and staying is one of the answers. Choose a station to see what it asks.`,
  reading: (name: string, parts: string[]) => `${name}: ${parts.join('; ')}.`,
  standingOverlap: (share: number) => `${wholePercent(share)}% role overlap`,
  standingRough: (words: string) => `${words} met, by what is rated`,
  startWith: (skill: string) => `Start with ${skill}.`,
  nothingMissing: 'Nothing is missing.',
  stayReading: (changes: string, skills: string) =>
    `Stay and deepen: ${lowerFirst(changes)} One level further could be ${skills}.`,
  stayComplete: (changes: string) => `Stay and deepen: ${lowerFirst(changes)}`,
  byWayOf: (between: string) => `There is no direct move: the nearest way leads over ${between}.`,
  together: (names: string[]) => `You have ${listInWords(names.map((name) => inSentence(name)))} in mind.`,
  sharedLink: 'What they share',

  youAre: 'You are',
  lens: 'Look through',
  lensKinds: 'Hard and soft skills',
  lensGroups: (count: number) => `${capitalise(numberWord(count))} groups of skills`,
  grades: 'Name the bands by',
  gradesNone: 'Their own names',
  gradesOf: (company: string) => `${company} grades (approximate)`,
  showAll: (count: number) => `Show all ${count} roles`,
  asTables: 'View as tables',

  aboutMove: 'Read about this move',
  aboutStaying: 'What staying could mean',
  aboutRole: (role: string) => `The role: ${role}`,
  compare: 'Compare the two roles',
  workOn: 'What to work on first',
  keep: 'Keep as my destination',
  keepBoth: (role: string) => `Keep as my destination, and ${role} as my role`,

  profileTitle: (role: string, own: boolean) => (own ? `What your role asks` : `What ${role} needs`),
  panelHint: 'Point at a column, or move to it with the keyboard, to see what its levels look like.',
  panelFacts: (now: number, needed: number, weight: string) => `Now ${now}, needed ${needed}, ${weight}`,
  thisLevel: 'You',
  triedLevel: 'What if',
  nextLevel: 'Next',
  levelNamed: (level: number, name: string) => `level ${level}, ${name}`,
  lower: (skill: string) => `What if ${skill} were one level lower`,
  raise: (skill: string) => `What if ${skill} were one level higher`,
  tried: 'Tried, not saved.',
  whatIf: 'What if',
  whatIfReading: (reading: string) => `What if: ${reading}`,
  whatIfHint: 'Drag a column, or press ↑ and ↓ on it, to ask what if. Nothing is saved by trying.',
  whatIfHintNarrow: 'Press − and + to ask what if. Nothing is saved by trying.',
  change: (skill: string, from: number, to: number) => `${skill} ${from} → ${to}`,
  andMore: (count: number) => `; and ${count} more`,
  notSaved: 'Not saved.',
  undo: 'Undo',
  reset: 'Take all back',
  rate: 'Rate it instead',
  allSkills: (count: number) => `All ${count} skills`,

  how: 'How these numbers came about',
  skill: 'Skill',
  nowNeeded: 'Now → needed',
  weightTimesGap: 'Weight × gap',
  fromTo: (now: number, needed: number) => `${now} → ${needed}`,
  product: (weight: number, gap: number, points: number) => `${weight} × ${gap} = ${points}`,
  nothingExpected: (role: string) => `${role} expects nothing that could be compared.`,
  overlapSum: (role: string, met: number, all: number, share: number) =>
    `Role overlap: ${role} expects ${all} points of level × weight; your role’s expectations meet ${met} of them, which is ${wholePercent(share)}%.`,
  coverSum: (role: string, met: number, all: number, share: number) =>
    `${role} expects ${all} points of level × weight; your levels meet ${met} of them, which is ${wholePercent(share)}%. Ratings are rough, and own ones run lenient, so the picture tells only a range.`,
  assumedOf: (assumed: number, all: number) =>
    assumed === 0
      ? 'Every level behind it is rated.'
      : `${assumed} of ${all} levels behind it are assumed from your role, because they are not rated yet.`,
  climbSum: (points: number, hard: number, soft: number, unknown: number) =>
    `The climb is the sum of weight × gap: ${points} points, ${hard} in hard skills and ${soft} in soft ones${unknown > 0 ? `, ${unknown} where the kind is not given` : ''}.`,
  fiveScores: 'The five highest scores, each with its parts:',

  claimsSummary: (company: string) => `Where the ${company} grades come from`,
  claimsHelp:
    'Approximate, and quick to age: each is a claim with a source and a date, not a fact. The gutter shows the most reliable claims of each band.',
  noClaim: 'No claim.',
  claim: (role: string, grades: string, confidence: string, source: string, note: string) =>
    `${role}: ${grades}; confidence ${confidence}${note ? `; ${note}` : ''}${source ? ` (${source})` : ''}`,

  furtherAway: 'More than one move away',
  listClimb: (words: string, points: number, hard: string) =>
    points === 0 ? `${words}.` : `${words}; climb ${points}${hard ? `, ${hard} hard` : ''}.`,

  rolesCaption: 'Roles',
  movesCaption: (role: string) => `Moves from ${role}`,
  profileCaption: (role: string) => `Profile: ${role}`,
  tableRole: 'Role',
  tablePath: 'Path',
  tableBand: 'Band',
  tableSoft: 'Soft share',
  tableOverlap: 'Role overlap',
  tableCovered: 'Met, by what is rated',
  tableCritical: 'Critical gaps',
  tableTo: 'To',
  tableKind: 'Kind',
  tableClimbWords: 'How far, in words',
  tableClimb: 'Climb',
  tableHard: 'Hard share',
  tableBack: 'Way back',
  stayKind: 'Stay',
  tableYou: 'You',
  tableNeeded: 'Needed',
  tableWeight: 'Weight',
  tableGap: 'Gap',
  tableScore: 'Score',
  surplus: (levels: number) => `${levels} beyond`,

  saveAs: 'Save the picture',
  withLevels: 'Include my own levels',
  asSvg: 'As SVG',
  asPng: 'As PNG',
  levelsOut: 'Your own levels are left out: the file shows what the roles ask.',
  levelsIn: 'The file will show your own levels to whoever opens it.',
  saveTrouble: 'The picture could not be saved. Try the other format.',
  pictureFoot: (framework: string, version: string, personal: boolean) =>
    `${framework} ${version}. Expert judgement, not measurement.${personal ? ' Holds personal ratings.' : ''}`,
} as const

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
