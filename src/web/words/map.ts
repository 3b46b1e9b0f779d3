// The words of the map.
import type { Weight } from '../../core/framework/framework.ts'
import { weightWord, wholePercent } from '../../core/planning/plain-words.ts'

interface SpokenColumn {
  level: number
  levelName: string
  needed: number
  weight: Weight
  assumed: boolean
  tried: boolean
}

export const mapWords = {
  columnSpoken: (column: SpokenColumn) =>
    [
      `${column.tried ? 'what if ' : ''}level ${column.level}, ${column.levelName.toLowerCase()}`,
      `${column.needed} needed, ${weightWord(column.weight).toLowerCase()}`,
      ...(column.assumed ? ['assumed'] : []),
    ].join('; '),
  title: 'The map',
  you: 'You',
  yourRole: 'your role',
  yourDestination: 'your destination',
  pathInName: (name: string) => name.toLowerCase(),
  band: (band: number, top: number) => `band ${band} of ${top}`,
  overlapSpoken: (share: number) => `role overlap ${wholePercent(share)} percent`,
  covered: (words: string) => `${words} covered by your own ratings`,
  criticalGaps: (count: number) => (count === 1 ? '1 critical gap' : `${count} critical gaps`),
  levelSpoken: (skill: string, level: number, top: number) =>
    `${skill.toLowerCase()} level ${level} of ${top}`,
  stay: 'Stay and deepen',
  stayIn: (role: string) => `Stay and deepen, ${role}`,
  mapLabel: 'Map of roles',
  climbPill: (points: number, hardShare: number | null) =>
    hardShare === null ? String(points) : `${points} · ${wholePercent(hardShare)}% hard`,
  gradesHeading: (company: string) => `${company}, approximate`,
  noGrade: '–',
  keyHard: 'Hard skills: testable without knowing who was there',
  keySoft: 'Soft skills: seen in their effect on people',
  keyUnknown: 'Kind of skill not given',
  keyLevel: (skill: string, top: number) => `${skill}: level expected, 0 to ${top}`,
  keyRough: 'How much you cover already, roughly, as you rated it',
  keyOverlap: 'Role overlap: percent that your role asks for already',
  keyDestination: 'Destination',
  keySmall: 'More than one move away',
} as const
