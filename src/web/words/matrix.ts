// The words of the matrix.

import type { Weight } from '../../core/framework/framework.ts'
import { counted, weightWord } from '../../core/planning/plain-words.ts'

export const matrixWords = {
  title: 'The matrix',
  lead: (skills: number, roles: number) =>
    `What every role expects: ${skills} skills down, ${roles} roles across. Each cell is a level.`,
  label: 'Expected levels: skills in rows, roles in columns',
  detail: 'The cell you are at',
  skillHead: 'Skill',
  youHead: 'You',
  path: 'Path',
  allPaths: 'All paths',
  group: 'Group',
  allGroups: 'All groups',
  weight: 'Weight',
  allWeights: 'Any weight',
  fromWeight: (weight: Weight) => (weight === 3 ? 'Critical only' : `${weightWord(weight)} or more`),
  mine: 'Show my levels',
  nothing: 'Nothing is asked for that fits. Choose a lower weight or another group.',
  cell: (level: number, weight: string) => (level === 0 ? 'not expected' : `${level}, ${weight}`),
  cellMine: (level: number) => `; you ${level}`,
  hidden: 'left out by your choice of weight',
  you: (level: number) => `You: ${level}`,
  keyLevel: (top: number) => `Level, 0 to ${top}: the deeper the shade, the higher`,
  keyWeight:
    'The bar under a level is its weight: a third helpful, two thirds important, full and bold critical',
  keyGap: 'Hatched: above your own level',
  keys: 'Arrow keys move, Home and End go to the ends of a row, Enter opens.',
  asks: (role: string, level: string) => `${role} asks for level ${level}`,
  notAsked: (role: string) => `${role} does not ask for it.`,
  weightIs: (weight: string) => `Weight: ${weight}.`,
  fromScale: 'From the general scale: the behaviours of this level are not written yet.',
  openSkill: (level: number) => `All about level ${level}`,
  openSkillPlain: 'All about the skill',
  openRole: 'All about the role',
  yours: (level: string) => `Yours: ${level}`,
  critical: (count: number) => `${counted(count, 'critical skill')}`,
  range: (low: number, high: number, roles: number) =>
    roles === 1
      ? `One role asks for it, at level ${low}.`
      : low === high
        ? `All ${roles} roles that ask for it ask for level ${low}.`
        : `Asked for at levels ${low} to ${high}, by ${roles} roles.`,
  role: 'Role',
  beside: 'Beside it',
  besideNone: 'No other role',
  sides: (left: string, right: string) =>
    `${left} on the left, ${right} on the right; critical skills in bold.`,
  listHelp: 'Open a skill to see what its level looks like.',
  listNotAsked: 'not asked for',
  toMatrix: 'All expectations in one matrix',
  openHere: 'See it in the matrix',
} as const
