// One refit of a simulated organisation in a process of its own, so that its memory can be told: prints JSON.
import type * as Defaults from '../src/core/measurement/population.js'
import type * as Fit from '../src/core/measurement/population-fit.js'
import type * as Arrange from '../src/core/measurement/population-system.js'
import type * as Columns from '../src/core/measurement/rating-columns.js'
import type * as Randomness from '../src/core/measurement/seeded-random.js'
import type * as Simulate from '../src/core/measurement/simulate-ratings.js'

const built = (name: string) => new URL(`../core/measurement/${name}.js`, import.meta.url).href
const { defaultPopulationFor } = (await import(built('population'))) as typeof Defaults
const { PopulationFit } = (await import(built('population-fit'))) as typeof Fit
const { arrangePopulation } = (await import(built('population-system'))) as typeof Arrange
const { checkColumns } = (await import(built('rating-columns'))) as typeof Columns
const { seededRandom } = (await import(built('seeded-random'))) as typeof Randomness
const { simulateRatings } = (await import(built('simulate-ratings'))) as typeof Simulate

const [people = 1000, skills = 10] = process.argv.slice(2).map(Number)
const population = defaultPopulationFor(5)
const design = { people, teamSize: 8, peers: 3, crossing: 0.3, skills, domains: 8, missing: 0, mean: 2.5 }

/** Simulating is not measured; sorting is. The columns are given up, as a server would give them up. */
function arrange(people: number) {
  const { columns } = simulateRatings({ ...design, people }, population, seededRandom(1))
  const begun = performance.now()
  const spent = process.cpuUsage()
  if (checkColumns(columns) !== null) throw new Error('The simulation made impossible columns.')
  const arranged = arrangePopulation(columns, population.drift.idle / 365.25)
  return { arranged, milliseconds: performance.now() - begun, spent: process.cpuUsage(spent) }
}

// Compiling is not growth: a few rounds without being measured.
for (let warm = 0; warm < 4; warm += 1) new PopulationFit(arrange(1000).arranged, population)
const { arranged, milliseconds, spent } = arrange(people)
const begun = performance.now()
const before = process.cpuUsage()
const fit = new PopulationFit(arranged, population)
const seconds = (milliseconds + performance.now() - begun) / 1000
const after = process.cpuUsage(before)
const processorSeconds = (spent.user + spent.system + after.user + after.system) / 1e6
const megabytes = process.resourceUsage().maxRSS / 1024
console.log(
  JSON.stringify({
    people,
    ratings: arranged.code.length,
    seconds,
    processorSeconds,
    megabytes,
    ...fit.progress,
  }),
)
