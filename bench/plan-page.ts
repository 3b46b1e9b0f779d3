// What a plan takes in a real browser: a frame while dragging, and the answers of its threads.
import type { Page, Worker } from 'playwright-core'
import { admittedContext, openBrowser } from './browser.ts'
import { frameTimes, type TraceEvent } from './drag.ts'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, startServerProcess } from './running-server.ts'

/** Destinations of a senior engineer whose plans are proven. */
const PROVEN = ['staff-engineer', 'engineering-manager', 'staff-engineer,engineering-manager']
const RUNS = 15
const SWEEPS = 6

export async function measurePlanPage(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  const browser = await openBrowser()
  try {
    const context = await admittedContext(browser, server)
    const page = await context.newPage()
    await page.goto(`${server.url}/plan?to=staff-engineer`)
    await page.locator('[data-proof="done"]').waitFor()
    const threads = await threadFigures(page)
    const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']
    await browser.startTracing(page, { categories })
    await dragRows(page)
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
    const times = frameTimes(trace.traceEvents)
    return [
      {
        name: 'plan page: drag → new plan painted, p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        target: 16,
        note: `${times.length} moves that changed the picture, Chromium trace; median ${percentile(times, 0.5).toFixed(1)} ms`,
      },
      ...threads,
      await proofFigure(page, server.url),
    ]
  } finally {
    await browser.close()
    await server.stop()
    folder.remove()
  }
}

/** Drags the fourth skill over the ones above and below it, again and again, one move about every frame. */
async function dragRows(page: Page): Promise<void> {
  const handle = page.locator('[data-order] .plan-handle').nth(3)
  await handle.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await handle.boundingBox()
  if (box === null) throw new Error('The plan has no row to drag.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let move = 0; move < 40 * SWEEPS; move += 1) {
    await page.mouse.move(x, y + 180 * Math.sin(move / 12))
    await page.waitForTimeout(12)
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** The same question as the page's own, asked again in its thread, so that only the thread's work is counted. */
async function threadFigures(page: Page): Promise<Figure[]> {
  const worker = page.workers().find((one) => /plan-worker/.test(one.url()))
  if (worker === undefined) throw new Error('The page has no planning thread.')
  await worker.evaluate(() => {
    addEventListener('message', (event) => Object.assign(globalThis, { lastQuestion: event.data }))
  })
  await page.getByRole('slider').first().press('ArrowRight')
  await page.locator('[data-proof="done"]').waitFor()
  const whole = await timesOf(worker, false)
  const forecast = await timesOf(worker, true)
  return [
    {
      name: 'plan page: annealed plan and its forecast in their thread',
      value: percentile(whole, 0.5),
      unit: 'ms',
      target: 250,
      note: `median of ${RUNS}, by the clock`,
    },
    {
      name: 'plan page: forecast of 2,000 draws in its thread',
      value: percentile(forecast, 0.5),
      unit: 'ms',
      target: 150,
      note: `median of ${RUNS}, by the clock, with a first answer of the plan`,
    },
  ]
}

/** `followed`: a plan that is there already is only forecast. */
async function timesOf(worker: Worker, followed: boolean): Promise<number[]> {
  return worker.evaluate(
    ({ followed, runs }) => {
      const scope = globalThis as unknown as {
        lastQuestion: { request: object; follow: object | null }
        postMessage: (answer: unknown) => void
      }
      const send = scope.postMessage
      let answer: { plan: object } | null = null
      scope.postMessage = (given) => {
        answer = given as { plan: object }
      }
      const { lastQuestion } = scope
      const ask = (question: object): number => {
        const begun = performance.now()
        dispatchEvent(new MessageEvent('message', { data: question }))
        return performance.now() - begun
      }
      ask(lastQuestion)
      const plan = (answer as { plan: object } | null)?.plan
      const follow = followed && plan ? { plan, request: lastQuestion.request } : null
      const times = Array.from({ length: runs }, () => ask({ ...lastQuestion, follow }))
      scope.postMessage = send
      scope.lastQuestion = lastQuestion
      return times
    },
    { followed, runs: RUNS },
  )
}

/** From the last change to the word about the proof, with the pause that the page waits for and the solver's start. */
async function proofFigure(page: Page, url: string): Promise<Figure> {
  const times: number[] = []
  let proven = 0
  for (const to of PROVEN) {
    await page.goto(`${url}/plan?to=${to}`)
    await page.locator('[data-proof="done"]').waitFor()
    for (let run = 0; run < 3; run += 1) {
      await page.getByRole('slider').first().press('ArrowRight')
      const begun = performance.now()
      await page.locator('[data-proof="checking"]').waitFor()
      await page.locator('[data-proof="done"]').waitFor()
      times.push((performance.now() - begun) / 1000)
      const word = await page.locator('[data-proof]').innerText()
      if (word.startsWith('proven')) proven += 1
    }
  }
  return {
    name: 'plan page: change → proof, median',
    value: percentile(times, 0.5),
    unit: 's',
    target: 5,
    note: `${proven} of ${times.length} proven within the 20 seconds given; slowest ${Math.max(...times).toFixed(1)} s; 0.7 s of it waits for further changes`,
  }
}
