// How long the comparison of two large versions of a framework takes.
import type { Framework, Skill } from '../src/core/framework/framework.js'
import type * as Revision from '../src/core/revision/diff-frameworks.js'
import { type Figure, percentile } from './figure.ts'

const SKILLS = 200
const ROLES = 20
const RUNS = 15
const WORDS =
  'decides alone team area says plan review release incident mentor feedback goal budget design service test data user cost risk delivery hiring talk write read listen negotiate explain measure simplify own share teach'.split(
    ' ',
  )

/** Medians in milliseconds: most ids kept, and every id new, so that all is matched by words. */
export async function measureDiff(): Promise<Figure[]> {
  // As it was built: the benches are a project of their own, beside the rooms.
  const built = new URL('../core/revision/diff-frameworks.js', import.meta.url).href
  const { diffFrameworks } = (await import(built)) as typeof Revision
  const before = largeFramework('', 0)
  const cases: [string, Framework][] = [
    ['ids kept, every third sentence reworded', largeFramework('', 3)],
    ['every id new, every third sentence reworded', largeFramework('new-', 3)],
  ]
  return cases.map(([name, after]) => {
    const sample = Array.from({ length: RUNS }, () => {
      const start = performance.now()
      diffFrameworks(before, after)
      return performance.now() - start
    })
    const value = percentile(sample, 0.5)
    const note = `${SKILLS} skills, ${ROLES} roles, median of ${RUNS}`
    return { name: `comparing two versions: ${name}`, value, unit: 'ms', target: 200, note }
  })
}

/** The same words for the same place, without randomness; `everyth` sentence says it in other words. */
function largeFramework(prefix: string, everyth: number): Framework {
  const word = (seed: number) => WORDS[(seed * 2654435761) % WORDS.length] ?? ''
  const sentence = (seed: number) => {
    const words = Array.from(
      { length: 12 },
      (_, index) => `${word(seed * 13 + index * 7)}${(seed + index) % 9}`,
    )
    if (everyth > 0 && seed % everyth === 0) words.splice(2, 2, 'quite', 'differently')
    return `${words.join(' ')}.`
  }
  const skill = (index: number): Skill => ({
    id: `${prefix}skill-${index}`,
    name: `Skill ${word(index)} ${index}`,
    kind: 'soft',
    group: 'all',
    definition: sentence(index * 97),
    confusedWith: [],
    phrases: [],
    prerequisites: [],
    weeks: [],
    access: 'open',
    private: false,
    anchors: [1, 2, 3, 4, 5].map((level) => ({
      level,
      behaviours: [0, 1, 2, 3].map((n) => ({
        id: `${prefix}b-${level}-${n}`,
        text: sentence(index * 31 + level * 7 + n),
      })),
      practices: [0, 1].map((n) => ({
        id: `${prefix}p-${level}-${n}`,
        text: sentence(index * 53 + level * 11 + n + 3),
      })),
      reading: [],
    })),
  })
  const skills = Array.from({ length: SKILLS }, (_, index) => skill(index))
  const roles = Array.from({ length: ROLES }, (_, index) => ({
    id: `role-${index}`,
    name: `Role ${index}`,
    code: `R${index}`,
    path: 'path',
    tags: [],
    preset: false,
  }))
  return {
    id: 'large',
    name: 'Large',
    version: '1',
    language: 'en',
    practiceHoursPerWeek: 1,
    scale: [0, 1, 2, 3, 4, 5].map((level) => ({ level, name: `Level ${level}` })),
    groups: [{ id: 'all', name: 'All', short: 'All', colour: { light: '#000000', dark: '#ffffff' } }],
    kinds: { hard: { name: 'Hard', about: '' }, soft: { name: 'Soft', about: '' } },
    paths: [{ id: 'path', name: 'Path', short: 'Path', pattern: 'solid' }],
    bands: [],
    weekParts: [],
    companies: [],
    equivalences: [],
    invariants: [],
    layout: { width: 100, height: 100, gutter: 0, bands: [], stations: [], lines: [], computed: true },
    moveKinds: {
      up: { name: 'Up', about: '' },
      cross: { name: 'Across', about: '' },
      swing: { name: 'Swing', about: '' },
      side: { name: 'Sideways', about: '' },
      out: { name: 'Out', about: '' },
      back: { name: 'Back', about: '' },
    },
    stay: { changes: '', hard: '' },
    roles,
    moves: [],
    skills,
    expectations: Object.fromEntries(
      roles.map((role, r) => [
        role.id,
        Object.fromEntries(
          skills.map((one, s) => [one.id, { level: ((r + s) % 5) + 1, weight: 2 as const }]),
        ),
      ]),
    ),
    sources: [],
    assumptions: [],
  }
}
