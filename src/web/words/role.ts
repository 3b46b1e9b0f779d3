// The words of the page about a role.
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'

export const roleWords = {
  scope: 'Scope',
  usualStay: 'Usual stay',
  band: 'Band',
  known: 'Also known as',
  week: 'A typical week',
  weekOwn: 'Share of the week',
  mix: 'What the role rests on',
  mustHaves: 'Must-haves',
  expects: 'What the role expects',
  expectsHelp: (top: number) => `Levels run from 0 to ${top}. Critical skills are set in bold.`,
  group: (count: number, critical: number) =>
    `${count} ${count === 1 ? 'skill' : 'skills'}${critical > 0 ? `, ${critical} critical` : ''}`,
  notExpected: (count: number) =>
    count === 1
      ? 'One further skill is not expected here.'
      : `${capitalise(numberWord(count))} further skills are not expected here.`,
  skill: 'Skill',
  level: 'Level',
  weight: 'Weight',
  you: 'You',
  movesOut: 'From here',
  climbHelp:
    'The climb adds up the missing levels of all skills, each times its weight: the higher, the further.',
  movesIn: 'Ways here',
  noMovesOut: 'The framework describes no move out of this role.',
  noMovesIn: 'The framework describes no move into this role.',
  stay: 'Stay and deepen',
  compareWith: 'Role to compare with',
  goCompare: 'Compare',
  equivalences: 'Elsewhere',
  equivalencesHelp:
    'Approximate: titles and grades differ between companies, and such comparisons age quickly. Use them as a hint.',
  noEquivalence: 'The framework claims no equivalent elsewhere.',
  confidence: (confidence: string) => `Confidence ${confidence}`,
  source: (origin: string) => `Source: ${origin}`,
} as const

export const rolesWords = {
  title: 'Roles',
  lead: (roles: number, paths: number) =>
    `${roles} roles on ${paths} paths. A title is only a role’s local name.`,
} as const
