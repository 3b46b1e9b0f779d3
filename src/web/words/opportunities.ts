// The words of upcoming work: a manager's board, and what each person reads of themselves.
import type { BoardGoal } from '../../core/opportunity/board-bounds.ts'
import type { Gap } from '../../core/opportunity/explain-match.ts'
import type { BoardMeasures } from '../../core/opportunity/judge-board.ts'
import type { OpportunityKind } from '../../core/opportunity/opportunity.ts'
import type { OpenGoal } from '../../core/opportunity/solve-board.ts'

const GOALS: Record<BoardGoal, string> = {
  seats: 'every piece of work has its people',
  stretch: 'stretch work for everybody',
  glue: 'glue work goes round',
  growth: 'growth areas and wishes',
}
const GOAL_ORDER: BoardGoal[] = ['seats', 'stretch', 'glue', 'growth']

/** How far the best board found may lie from the best there is. */
const SHORT: Record<BoardGoal, (short: number) => string> = {
  seats: (short) =>
    short === 1 ? 'at most one more seat could be filled' : `at most ${short} more seats could be filled`,
  // The measure counts rungs of very different weight: its difference says nothing to a reader.
  stretch: () => 'every seat that can be filled is, and stretch work may still be shared out more evenly',
  glue: (short) =>
    short === 1
      ? 'glue work could lie at most one piece nearer together'
      : `glue work could lie at most ${short} pieces nearer together`,
  growth: (short) =>
    `seats, stretch work and glue work are proven, and growth areas and wishes could come at most ${short === 1 ? 'one wish' : short === 2 ? 'one growth area' : `${short / 2} growth areas`} further`,
}

const list = (parts: string[]) => parts.join(', ')
const names = new Intl.ListFormat('en-GB')
const weeksOf = (weeks: number) => (weeks === 1 ? '1 week' : `${weeks} weeks`)

export const kindWords: Record<OpportunityKind, { name: string; about: string }> = {
  stretch: { name: 'Stretch', about: 'Asks more of somebody than was asked of them before.' },
  glue: { name: 'Glue', about: 'Holds the team together: reviews of incidents, notes, rotas, onboarding.' },
  steady: { name: 'Keeping things running', about: 'Has to be done, and asks nothing new.' },
}

export const opportunityWords = {
  title: 'Upcoming work',
  lead: 'Who could grow by which piece of work, fairly over time.',
  off: 'This page is off in your organisation. An administrator of views switches it on, and says what for.',
  private:
    'Your pieces of work and what you try here are yours alone. What you agreed with somebody, and what you keep for them, they read too.',
  noPeople: 'Nobody reports to you today, so there is nobody to plan with.',
  noPeopleNext:
    'As soon as the list of people says that somebody reports to you, they stand here. If somebody should and does not, tell whoever keeps the list. Pieces of work can be written in beforehand.',
  noPeopleLook: 'See who works for whom',
  mineLink: 'What is written here about you',
  steps: { work: 'The work', people: 'The people', board: 'The board' },
  from: 'Plan from',
  weeks: weeksOf,
  addWork: 'Write a piece of work in',
  changeWork: 'Change it',
  bringWork: 'Bring a table',
  noWork: 'No work is written down for these quarters yet.',
  form: {
    title: 'What is it?',
    about: 'What does it involve?',
    aboutHint: 'A few sentences are enough. Skills are proposed from them.',
    kind: 'What kind of work is it?',
    quarter: 'When',
    people: 'How many people',
    each: 'Weeks for each of them',
    total: (weeks: number) => `${weeksOf(weeks)} of work in all.`,
    skills: 'Skills that it exercises, and at which level',
    proposed: 'These words could be about:',
    level: (skill: string) => `${skill}: level it asks for`,
    without: (skill: string) => `Without ${skill}`,
    add: (skill: string) => `Add ${skill}`,
    grows: (names: string[]) =>
      names.length === 0
        ? 'No growth area that is agreed here would be met by it.'
        : `It would bring on: ${names.join(', ')}.`,
    shown: 'Show it to your people, so that they may say that they would like it',
    save: 'Keep it',
    cancel: 'Leave it',
    draftKept: 'What you type here is kept in this browser until you keep it.',
  },
  remove: 'Take it off',
  removed: (title: string) => `“${title}” is off the list.`,
  written: (title: string) => `“${title}” is on the list.`,
  changed: (title: string) => `“${title}” is changed.`,
  undo: 'Undo',
  workLine: (people: number, weeks: number) =>
    `${people === 1 ? 'one person' : `${people} people`}, ${weeksOf(weeks)} ${people === 1 ? '' : 'each'}`.trim(),
  shownMark: 'shown to your people',
  wishers: (names: string[]) => `would like it: ${names.join(', ')}`,
  bring: {
    label: 'A table as text',
    hint: 'Paste it from a sheet, or choose a CSV file. Headings: title, kind, quarter, people, weeks (or person-weeks), skills, about. Skills as “Facilitation 3; System design 4”.',
    file: 'Choose a CSV file',
    look: 'Look at it first',
    found: (count: number) =>
      count === 1 ? 'One piece of work was read.' : `${count} pieces of work were read.`,
    line: (line: number, message: string) => `Line ${line}: ${message}`,
    keep: (count: number) => (count === 1 ? 'Keep this one' : `Keep these ${count}`),
    kept: (count: number) =>
      count === 1 ? 'One piece of work is on the list.' : `${count} pieces of work are on the list.`,
    nothing: 'No piece of work was found in it.',
  },
  agreed: {
    title: 'As you two agreed',
    none: 'Nothing is agreed yet.',
    hint: 'Only what you two agreed belongs here. They read it, and may add a remark. Private skills are never asked for.',
    weeks: 'Weeks of planned work in a quarter',
    areas: 'Growth areas, and the level they stand at',
    level: (skill: string) => `${skill}: level they stand at`,
    area: (skill: string, level: number) => `${skill}, at level ${level}`,
    write: 'Write down what you agreed',
    change: 'Change what you agreed',
    save: 'Keep what we agreed',
    saved: (name: string) => `What you agreed with ${name} is kept.`,
    remark: (name: string, note: string) => `${name} says: “${note}”`,
    on: (day: string) => `Agreed on ${day}.`,
  },
  earlier: {
    title: 'Earlier quarters, and work that is not on the board',
    hint: 'Facts about the last year, so that stretch work and glue work go round: what they had, and when. Work that was given and is on your list no longer stands here too. They read it.',
    add: 'Add it',
    what: 'What it was',
    none: 'Nothing is written down.',
    line: (title: string, kind: string, quarter: string) => `${title}: ${kind.toLowerCase()}, ${quarter}`,
    takeBack: 'Take back',
    added: 'It is written down.',
    takenBack: 'It is taken back.',
  },
  board: {
    looking: (goal: BoardGoal, gap: number | null) =>
      `Looking for the best board: goal ${GOAL_ORDER.indexOf(goal) + 1} of 4, ${GOALS[goal]}${gap === null ? '' : `; within ${Math.ceil(gap * 100)}% of the best so far`}. What you see is a first board.`,
    starting: 'Looking for the best board. What you see is a first board.',
    proven: 'This is the best board there is: proven, none is better by the rules below.',
    provenSet: 'This is the best board around what you set: proven.',
    byHand: 'You moved work by hand; nothing else moved.',
    notProven: ({ goal, reached, most }: OpenGoal) =>
      `The best board was not proven in time. What you see is the best that was found; ${SHORT[goal](most - reached)}.`,
    broken: 'The solver could not start here. What you see is a first board, placed without it.',
    rearrange: 'Arrange the rest around it',
    freeAll: 'Let go of all you set',
    freed: 'Nothing is set any more.',
    asGood: 'It costs nothing: no board is better.',
    cost: 'What it costs against the best board:',
    costRest: 'With the rest arranged around what you set, it would cost:',
    costRestNone: 'With the rest arranged around what you set, it would cost nothing.',
    measures: (own: BoardMeasures, seats: number, people: number, areas: number, wishes: number) =>
      list([
        `${seats - own.emptySeats} of ${seats} seats filled`,
        `${own.stretched[0] ?? 0} of ${people} people with stretch work within the year`,
        own.glueApart === 0
          ? 'the same glue work for everybody'
          : `glue work at most ${own.glueApart === 1 ? 'one piece' : `${own.glueApart} pieces`} apart`,
        `${own.areasMet} of ${areas} growth areas met`,
        ...(wishes > 0 ? [`${own.wishesMet} of ${wishes} wishes met`] : []),
      ]),
    person: 'Person',
    nothing: 'Nothing yet',
    free: 'Open seats',
    freeAbout: (count: number) => (count === 1 ? 'one seat is empty' : `${count} seats are empty`),
    handle: (title: string, name: string) =>
      `Move “${title}”, now with ${name}: drag it, or press the up and down arrow keys`,
    handleFree: (title: string) => `Move “${title}”, open: drag it, or press the up and down arrow keys`,
    why: 'Why',
    giveTo: (title: string) => `Give “${title}” to`,
    nobody: 'nobody',
    moved: (title: string, name: string) => `“${title}” is with ${name}.`,
    opened: (title: string) => `“${title}” is open.`,
    over: (name: string, weeks: number, quarter: string) =>
      `${name}: ${weeksOf(weeks)} more than agreed in ${quarter}.`,
    set: 'set by you',
    keep: 'Keep this board',
    kept: 'Kept. Each of your people reads their own part, and why.',
    keptSame: 'This is what is kept.',
    keptOther: 'Something else is kept for now.',
    assumptions: 'What the best board takes for granted',
    gaps: 'What no planned work brings on',
    noGaps: 'Every growth area that is agreed is met by work on this board.',
    gap: (whose: string[], skill: string, level: number, why: Gap['why']) =>
      why === 'no-work'
        ? `${names.format(whose)}: no work asks for ${skill} at level ${level}.`
        : why === 'weeks'
          ? `${names.format(whose)}: there is work for ${skill} at level ${level}, and it takes more weeks than they have.`
          : `${names.format(whose)}: there is work for ${skill} at level ${level}, and it is with others.`,
    would: 'Work that would:',
    print: 'Print',
  },
  mine: {
    title: 'Work and you',
    lead: 'What your manager wrote down of you here, the work proposed for you, and work that you may say you would like.',
    readers: 'You and your manager of today read this, nobody else.',
    agreedBy: (name: string, day: string) => `${name} wrote this down as what you two agreed, on ${day}.`,
    nothingAgreed: 'Nothing about growth areas is written down of you.',
    weeks: (weeks: number) => `${weeksOf(weeks)} of planned work in a quarter.`,
    remark: 'Is it not so? Say it; it stands beside it wherever it is read.',
    remarkOf: (title: string) => `Your remark on “${title}”`,
    remarkAgreed: 'Your remark on what you two agreed',
    saveRemark: 'Keep the remark',
    remarkKept: 'Your remark is kept.',
    proposed: 'Proposed for you',
    noneProposed: 'Nothing is proposed for you now.',
    had: 'Work you had',
    shown: 'Work that you may say you would like',
    shownAbout: 'Your manager shows these to all their people. Saying nothing is never counted against you.',
    wish: 'I would like this',
    wished: 'You said that you would like this.',
    unwish: 'No longer',
    why: 'Why',
    level: (skill: string, level: number) => `${skill}, level ${level}`,
  },
}
