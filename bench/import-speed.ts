// How long an import takes whose size is at its limits: 200,000 cells in a long table, and in a grid.
import type { ImportSource } from '../src/core/importing/import-source.js'
import type * as Importing from '../src/core/importing/read-import.js'
import type { Figure } from './figure.ts'

const ROWS = 50_000
const SKILLS = 40
const RUNS = 5
/** Milliseconds. */
const TARGET = 3000

/** In milliseconds. */
export async function measureImport(): Promise<Figure[]> {
  // As it was built: the benches are a project of their own, beside the rooms.
  const built = new URL('../core/importing/read-import.js', import.meta.url).href
  const { readImport } = (await import(built)) as typeof Importing
  return [
    figureOf(readImport, `Reading a list of ${ROWS} ratings`, [
      { kind: 'text', path: 'ratings.csv', text: ratingsText() },
    ]),
    figureOf(readImport, `Reading a grid of ${ROWS / 10} people`, [
      { kind: 'table', path: 'people.xlsx', rows: peopleRows() },
    ]),
  ]
}

function figureOf(readImport: typeof Importing.readImport, name: string, sources: ImportSource[]): Figure {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    const { ratings, problems } = readImport(sources)
    if (ratings.length < ROWS)
      throw new Error(`${ratings.length} ratings were read: ${JSON.stringify(problems)}`)
    return performance.now() - start
  })
  return {
    name,
    value: Math.max(...times),
    unit: 'ms',
    target: TARGET,
    note: `slowest of ${RUNS}`,
  }
}

function ratingsText(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    return `person${Math.floor(index / SKILLS)}@example.org,"Skill ${index % SKILLS}, and more",${index % 6},2026-03-${day}`
  })
  return ['Person,Skill,Level,Rated on', ...rows].join('\r\n')
}

function peopleRows(): string[][] {
  const skills = Array.from({ length: SKILLS - 1 }, (_, index) => `Skill ${index}`)
  return [
    ['Person', ...skills],
    ...Array.from({ length: ROWS / 10 - 1 }, (_, person) => [
      `person${person}@example.org`,
      ...skills.map((_, index) => String((person + index) % 6)),
    ]),
  ]
}
