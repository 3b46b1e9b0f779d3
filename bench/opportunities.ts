// How long it takes until the best board of a team is found and proven: a team's usual size, hard shapes, and far beyond.
import { createRequire } from 'node:module'
import { type Random, seededRandom } from '#build/core/measurement/seeded-random.js'
import { askHighs, type Highs } from '#build/core/opportunity/ask-highs.js'
import type { BoardProblem } from '#build/core/opportunity/board-problem.js'
import { type BestBoard, type SolveModel, solveBoard } from '#build/core/opportunity/solve-board.js'
import { type Figure, percentile } from './figure.ts'

const USUAL = { people: 12, works: 30 }
const LARGE = { people: 40, works: 120 }
/** Milliseconds until the best board is proven. */
const TARGET = 1000
const SEEDS = 100
/** Instances that no setting was chosen by: the hundred above and the shapes were looked at while the planner was built. */
const UNSEEN = { first: 7001, count: 200 }
/** Seconds by the clock for each goal, after which the best found is told with how far it may lie from the best. */
const PATIENCE = 30

/** What makes an instance hard: nothing in particular, all alike, too little time, or all the same kind of work. */
const WAYS = ['mixed', 'mixed', 'alike', 'tight', 'glue', 'stretch', 'weeks', 'set'] as const
/** Shapes that nobody has and a program meets: people who cannot be told apart, work likewise, and nothing at all. */
const SHAPES = ['same people', 'same work', 'one skill', 'full', 'no work', 'nobody'] as const
type Way = (typeof WAYS)[number] | (typeof SHAPES)[number]

interface Solved {
  way: Way
  took: number
  open: BestBoard['open']
}

export async function measureOpportunities(): Promise<Figure[]> {
  const solver = await (createRequire(import.meta.url)('highs') as () => Promise<Highs>)()
  const solve: SolveModel = (question) => askHighs(solver, question, { seconds: PATIENCE, log: false })
  // The first calls pay for the solver's own start: its code is compiled while it runs.
  for (const seed of [98, 99]) solveBoard(randomBoard(seededRandom(seed), 'mixed', USUAL), solve)
  const usual = Array.from({ length: SEEDS }, (_, index) => usualOf(index + 1, solve))
  const unseen = Array.from({ length: UNSEEN.count }, (_, index) => usualOf(UNSEEN.first + index, solve))
  const shapes = SHAPES.flatMap((way) =>
    [1, 2, 3].map((seed) => ({ ...timed(randomBoard(seededRandom(seed), way, USUAL), solve, 0), way })),
  )
  const large = [1, 3, 4].map((seed) =>
    timed(randomBoard(seededRandom(seed), WAYS[seed % WAYS.length] ?? 'mixed', LARGE), solve, seed - 1),
  )
  return [
    ...figuresOf('', usual),
    ...figuresOf('unseen seeds, ', unseen),
    ...figuresOf('hard shapes, ', shapes),
    largeFigure(large),
  ]
}

function usualOf(seed: number, solve: SolveModel): Solved {
  return timed(randomBoard(seededRandom(seed), WAYS[seed % WAYS.length] ?? 'mixed', USUAL), solve, seed - 1)
}

function timed(problem: BoardProblem, solve: SolveModel, index: number): Solved {
  const before = process.cpuUsage()
  const { open } = solveBoard(problem, solve)
  const { user, system } = process.cpuUsage(before)
  return { way: WAYS[(index + 1) % WAYS.length] ?? 'mixed', took: (user + system) / 1000, open }
}

function figuresOf(name: string, solved: readonly Solved[]): Figure[] {
  const times = solved.map(({ took }) => took)
  const worst = solved.reduce((most, one) => (one.took > most.took ? one : most))
  const open = solved.filter((one) => one.open !== null).length
  const at = (what: string, value: number, note: string) => ({
    name: `opportunities: ${name}best board proven, ${what}, processor`,
    ...{ value, unit: 'ms', target: TARGET, note },
  })
  return [
    at(
      'median',
      percentile(times, 0.5),
      `${USUAL.people} people × ${USUAL.works} pieces of work, ${solved.length} instances`,
    ),
    at('95th percentile', percentile(times, 0.95), ''),
    at('worst', worst.took, worst.way),
    {
      name: `opportunities: ${name}instances not proven`,
      ...{ value: open, unit: 'instances', target: 0, note: `within ${PATIENCE} s for each goal` },
    },
  ]
}

/** Far beyond a team: no target is set for the proof, so what is held is that all of it ends and says how far it is. */
function largeFigure(solved: readonly Solved[]): Figure {
  const told = solved.map(({ way, took, open }) => {
    const state = open === null ? 'proven' : `${open.goal} open: ${open.reached} of at most ${open.most}`
    return `${way} ${(took / 1000).toFixed(0)} s, ${state}`
  })
  return {
    name: `opportunities: ${LARGE.people} people × ${LARGE.works} pieces of work, worst, processor`,
    value: Math.max(...solved.map(({ took }) => took)) / 1000,
    unit: 's',
    target: 4 * PATIENCE,
    note: told.join('; '),
  }
}

function randomBoard(random: Random, way: Way, size: { people: number; works: number }): BoardProblem {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const isAlike = way === 'alike'
  const count = isAlike ? 4 : way === 'one skill' ? 1 : 20
  const skills = Array.from({ length: count }, (_, index) => `skill-${index}`)
  const skill = () => skills[whole(0, skills.length - 1)] ?? ''
  const kinds = { glue: ['glue'], stretch: ['stretch'] }[way as string] ?? ['stretch', 'glue', 'steady']
  const people = Array.from({ length: way === 'nobody' ? 0 : size.people }, (_, index) => ({
    id: `person-${index}`,
    weeks: isAlike ? 8 : way === 'tight' || way === 'full' ? whole(0, 5) : whole(4, 10),
    areas: [...new Set(Array.from({ length: whole(2, 5) }, skill))].map((one) => ({
      skill: one,
      level: isAlike ? 2 : whole(1, 3),
    })),
    promised: {},
    stretchBefore: isAlike ? 0 : whole(0, 2),
    glueBefore: isAlike ? 0 : whole(0, 4),
  }))
  const works = Array.from({ length: way === 'no work' ? 0 : size.works }, (_, index) => ({
    id: `work-${index}`,
    kind: (kinds[whole(0, kinds.length - 1)] ?? 'steady') as 'stretch' | 'glue' | 'steady',
    quarter: `2027-Q${way === 'full' ? 1 : whole(1, isAlike ? 1 : 3)}`,
    seats: whole(1, 3),
    // Weeks that do not divide evenly make knapsacks.
    weeks: way === 'weeks' ? whole(11, 47) / 10 : isAlike ? 3 : whole(1, 5),
    skills: Array.from({ length: whole(1, 3) }, () => ({ skill: skill(), level: whole(2, 4) })),
  }))
  const each = <Value>(value: () => Value) => works.map(() => people.map(value))
  const [first, firstWork] = [people[0], works[0]]
  return {
    people: way === 'same people' && first ? people.map(({ id }) => ({ ...first, id })) : people,
    works: way === 'same work' && firstWork ? works.map(({ id }) => ({ ...firstWork, id })) : works,
    wished: each(() => random() < 0.1),
    set: each(() => (way === 'set' && random() < 0.08 ? (random() < 0.5 ? 'with' : 'without') : null)),
  }
}
