// The words of the map.
import { numberWord } from '../../core/planning/plain-words.ts'

export const mapWords = {
  title: 'The map',
  you: 'You',
  yourRole: 'your role',
  yourDestination: 'your destination',
  pathInName: (name: string) => name.toLowerCase(),
  band: (band: number, top: number) => `band ${band} of ${top}`,
  overlapSpoken: (share: number) => `role overlap ${Math.round(share * 100)} percent`,
  covered: (words: string) => `${words} covered by your own ratings`,
  criticalGaps: (count: number) => (count === 1 ? '1 critical gap' : `${count} critical gaps`),
  levelSpoken: (skill: string, level: number, top: number) =>
    `${skill.toLowerCase()} level ${level} of ${top}`,
  stay: 'Stay and deepen',
  stayIn: (role: string) => `Stay and deepen, ${role}`,
  mapLabel: 'Map of roles',
  climbPill: (points: number, hardShare: number | null) =>
    hardShare === null ? String(points) : `${points} · ${Math.round(hardShare * 100)}% hard`,
  count: numberWord,
} as const
