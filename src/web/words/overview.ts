// The words of the organisation's view: figures about several people.
import { FEWEST_COUNTED } from '../../core/sealing/thresholds.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const overviewWords = {
  title: 'The organisation’s view',
  purpose: (purpose: string) => `Switched on for: ${purpose}`,
  of: (day: string) => `Figures of ${day}. They do not change until the next release.`,
  whoSees: 'Everybody of the organisation reads this page, and everybody reads the same.',
  off: 'This view is off. An administrator of views can switch it on and says what for.',
  noRelease: 'Nothing has been released yet.',
  noReleaseHow:
    'An administrator of views makes a release. It counts levels that two people agreed on and what sealed rounds left, and nothing that people keep for themselves.',
  nothingShown: `Nothing can be shown yet: fewer than ${FEWEST_COUNTED} people have an agreed level or a sealed round in the same skill.`,
  make: 'Make today’s release',
  making: 'Making it …',
  madeToday: 'Today’s release is made.',
  export: 'Download as a table',
  releaseLabel: 'Release',
  everybody: 'Everybody',
  allOf: (team: string) => `All of ${team}`,
  where: 'Where',
  rowsLabel: 'Side by side',
  by: { team: 'Teams', path: 'Paths', role: 'Roles' },
  whatCounts: 'What counts here, and what does not',
  counts: [
    'Levels that two people agreed on and both signed, and what closed confidential rounds left of them. Both for development alone.',
    'Nobody’s own ratings, plans, evidence, check-ins or shared pages are read for this.',
    `Each figure is about at least ${FEWEST_COUNTED} people, and so is whatever is left when one figure is taken from another, also from one release to the next.`,
    `For that, people are counted in fixed groups. Whoever joins, moves or leaves is counted anew once ${FEWEST_COUNTED} can be together; until then they count where they were, or not yet.`,
    'Where everybody of such a group has the same level, one of them is told a step beside, so that no level can be read off a group.',
    'People without a level in a skill are in none of its figures. A team may be larger than what is counted of it.',
  ],
  map: 'Middle level by skill',
  mapHelp:
    'The stronger the colour, the higher. An empty cell is one that fewer than five people could be counted in.',
  skill: 'Skill',
  none: 'not shown',
  cell: (where: string, mean: string, count: number) => `${where}: ${mean}, ${people(count)}`,
  mean: (mean: number) => mean.toFixed(1),
  reading: (skills: number, columns: number, what: string) =>
    `${skills === 1 ? 'One skill is' : `${skills} skills are`} shown for everybody counted here${
      columns === 0 ? '.' : `, and beside it for ${columns} ${what}.`
    }`,
  noRows: (what: string) =>
    `No ${what} can be shown side by side here: for each, at least ${FEWEST_COUNTED} people would have to be counted together.`,
  kinds: {
    team: (n: number) => (n === 1 ? 'team' : 'teams'),
    path: (n: number) => (n === 1 ? 'path' : 'paths'),
    role: (n: number) => (n === 1 ? 'role' : 'roles'),
  },
  short: 'Skills in short supply',
  shortAbout:
    'Expectations that would stay unmet even if people could exchange roles. It says nothing about anybody in particular.',
  noneShort: 'What roles expect is there, in every skill that can be shown.',
  shortLine: (missing: number, expected: number) => `${missing} of ${expected} expectations`,
  figures: 'Skill by skill',
  people: 'People',
  levels: 'Levels',
  levelsOf: (counts: readonly number[]) =>
    counts
      .map((count, level) => (count === 0 ? null : `${people(count)} at ${level}`))
      .filter((part) => part !== null)
      .join(', '),
  middle: 'Middle',
  change: (day: string) => `Since ${day}`,
  changeHead: 'Change',
  changed: (by: number) =>
    Math.abs(by) < 0.05 ? 'as before' : `${by > 0 ? '+' : '−'}${Math.abs(by).toFixed(1)}`,
  missing: 'Unmet',
  repeated: (count: number) => `${count} from an earlier release`,
  quality: 'The framework itself',
  qualityAbout:
    'From closed confidential rounds in which at least five people answered about at least five others. It is about the wording of the framework and about nobody.',
  noQuality: 'No closed round had enough answers to say something about the framework.',
  apart: 'Where raters are furthest apart',
  apartLine: (skill: string, levels: number) => `${skill}: typically ${levels.toFixed(1)} levels`,
  unused: 'Criteria that hardly anybody uses',
  unusedMore: (count: number) => `and ${count} more`,
}
