// The words of the page about a path.
import { capitalise, inSentence } from '../../core/planning/plain-words.ts'

export const pathWords = {
  eyebrow: 'Path',
  /** Where only a name stands, which may be a group's or a role's too. */
  title: (path: string) => `Path: ${path}`,
  roles: (count: number) => (count === 1 ? 'The role' : 'The roles, rising'),
  noBands: 'Rising by how much is asked.',
  noRoles: 'The framework has no role on this path.',
  mix: 'What the roles rest on',
  mixLabel: (path: string) => `Share of each skill group in the roles of the path ${path}`,
  beside: 'Also at these altitudes',
  softShort: (share: string) => `${share} soft`,
  reading: (from: string, to: string, parts: string[]) => `From ${from} to ${to}, ${parts.join('; ')}.`,
  grows: (group: string, before: string, after: string) =>
    `${inSentence(group)} grows from ${before} to ${after}`,
  shrinks: (group: string, before: string, after: string) =>
    `${inSentence(group)} shrinks from ${before} to ${after}`,
  softFrom: (before: string, after: string) =>
    before === after ? `the soft share stays at ${after}` : `the soft share goes from ${before} to ${after}`,
  single: (role: string, group: string, share: string) =>
    `${capitalise(role)} rests most on ${inSentence(group)}: ${share}.`,
  help: 'Each bar is a whole role. A skill counts with the level asked for times its weight.',
  table: 'The same as a table',
  tableRole: 'Role',
  tableSoft: 'Soft',
  shifts: 'What rises and what fades',
  shiftsHelp: (from: string, to: string) =>
    `From ${from} to ${to}, by how much of the role rests on each skill.`,
  rising: 'Rises most',
  fading: 'Fades most',
  fadingNone: 'Nothing counts for less.',
  levels: (before: number, after: number) =>
    before === after ? `level ${after}` : `level ${before} → ${after}`,
  out: 'Ways out of this path',
  in: 'Ways into this path',
  outNone: 'The framework describes no move to another path.',
  inNone: 'The framework describes no move from another path.',
  move: (from: string, to: string) => `${from} to ${to}`,
  others: 'The other paths',
  toPath: (path: string) => `The path: ${inSentence(path)}`,
  inMatrix: 'This path in the matrix',
} as const
