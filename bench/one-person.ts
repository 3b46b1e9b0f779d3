// How long it takes to measure one person: in Node, and in a real browser, where it happens.
import type { Framework } from '../src/core/framework/framework.js'
import type * as Measure from '../src/core/measurement/measure-person.js'
import type * as Defaults from '../src/core/measurement/population.js'
import type * as Score from '../src/core/measurement/score-simulation.js'
import { openBrowser } from './browser.ts'
import { corePage, processorClock } from './core-in-browser.ts'
import { type Figure, percentile } from './figure.ts'

const built = (name: string) => new URL(`../core/measurement/${name}.js`, import.meta.url).href
const { measurePerson } = (await import(built('measure-person'))) as typeof Measure
const { defaultPopulationFor } = (await import(built('population'))) as typeof Defaults
const { simulatedFramework } = (await import(built('score-simulation'))) as typeof Score

/** Forty skills of eight groups, rated by the person, a manager, two peers and a report. */
function onePersonRequest(): Measure.MeasureRequest {
  const domainOf = Int32Array.from({ length: 40 }, (_, k) => k % 8)
  const framework: Framework = simulatedFramework(5, domainOf)
  const kinds = ['self', 'manager', 'peer', 'peer', 'report'] as const
  const ratings = kinds.flatMap((kind, r) =>
    framework.skills.map(({ id }, k) => ({
      skill: id,
      level: (k * 7 + r * 3) % 6,
      approaching: false,
      ratedAt: '2026-05-01T00:00:00Z',
      rater: { id: `rater-${r}`, kind },
    })),
  )
  return { framework, ratings, sealed: [], population: defaultPopulationFor(5), now: '2026-06-01T00:00:00Z' }
}

const RUNS = 1000
const WARM_AFTER = 200

function onePerson(): Figure {
  const request = onePersonRequest()
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now()
    measurePerson(request)
    return performance.now() - begun
  }).slice(WARM_AFTER)
  return {
    name: 'One person, 40 skills × 5 raters: levels, ranges and what they rest on',
    value: percentile(times, 0.5),
    unit: 'ms',
    target: 1,
    note: `median of ${times.length} after warming up; p95 ${percentile(times, 0.95).toFixed(2)} ms`,
  }
}

/** By the main thread's processor time, so that other work on the machine does not count; in seconds. */
async function onePersonInBrowser(): Promise<Figure> {
  const browser = await openBrowser()
  try {
    const page = await corePage(browser, [['measurement/measure-person', 'measurePerson']])
    const processorTime = await processorClock(page)
    const measure = (runs: number) =>
      page.evaluate(
        ([request, times]) => {
          const { measurePerson } = globalThis as unknown as Pick<typeof Measure, 'measurePerson'>
          const begun = performance.now()
          for (let run = 0; run < times; run += 1) measurePerson(request)
          return (performance.now() - begun) / times
        },
        [onePersonRequest(), runs] as const,
      )
    await measure(WARM_AFTER)
    const before = await processorTime()
    const clock = await measure(RUNS)
    const seconds = (await processorTime()) - before
    return {
      name: '… the same in the browser',
      value: (1000 * seconds) / RUNS,
      unit: 'ms',
      target: 1,
      note: `Chromium, mean of ${RUNS} after warming up, processor time; by the clock ${clock.toFixed(2)} ms`,
    }
  } finally {
    await browser.close()
  }
}

export async function measureOnePerson(): Promise<Figure[]> {
  return [onePerson(), await onePersonInBrowser()]
}
