// How long a drag in the profile takes from the pointer's event to the painted frame, on a processor four times slower.
import type { Page } from 'playwright-core'
import { admittedContext, openBrowser } from './browser.ts'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, startServerProcess } from './running-server.ts'

const slowdown = 4
const moves = 240

export interface TraceEvent {
  name: string
  ts: number
  dur?: number
  pid: number
  tid: number
  args?: { data?: { type?: string }; name?: string }
}

/** Drags the first column up and down again and again, one move about every frame. */
async function dragColumn(page: Page): Promise<void> {
  const column = page.locator('[data-skill]').filter({ visible: true }).first()
  await column.scrollIntoViewIfNeeded()
  const box = await column.boundingBox()
  if (box === null) throw new Error('The profile has no column to drag.')
  const x = box.x + box.width / 2
  await page.mouse.move(x, box.y + box.height - 4)
  await page.mouse.down()
  for (let move = 0; move < moves; move += 1) {
    const height = 70 + 60 * Math.sin(move / 6)
    await page.mouse.move(x, box.y + box.height - height)
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
}

interface Span {
  from: number
  to: number
}

/** The longest pause in which a frame that a move asked for can still begin; after it, another frame is meant. */
const vsync = 1000 / 60

/**
 * Milliseconds of the page's main thread for each move that led to a frame: from the start of its `pointermove`
 * to the end of the frame's last step there, `Commit`, by the clock, less the time in which the thread had no task
 * at all. What follows a change in later frames (words, figures, panel) counts with the move of each such frame.
 *
 * A move that changes nothing asks for no frame, and the next Commit belongs to something else. It is left out: where
 * nothing is styled, laid out or painted before that Commit, where the thread idles for longer than one vsync, or
 * where another move comes first. So such moves neither lengthen nor flatter the figure, which is stricter than all
 * moves together. Raster and display happen on other threads and are not counted.
 */
export function frameTimes(trace: TraceEvent[]): number[] {
  const main = trace.find((event) => event.args?.data?.type === 'pointermove')
  if (main === undefined) throw new Error('The trace holds no pointermove.')
  const here = trace
    .filter((event) => event.tid === main.tid && event.pid === main.pid)
    .toSorted((a, b) => a.ts - b.ts)
  const spans = (...names: string[]): Span[] =>
    here
      .filter((event) => names.includes(event.name))
      .map((event) => ({ from: event.ts, to: event.ts + (event.dur ?? 0) }))
  const tasks = spans('RunTask')
  const frames = spans('Commit')
  const changes = spans('UpdateLayoutTree', 'Layout', 'Paint')
  const starts = here
    .filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'pointermove')
    .map((event) => event.ts)
  return starts.flatMap((from, index) => {
    const frame = frames.find((one) => one.from >= from)
    if (frame === undefined || (starts[index + 1] ?? Number.POSITIVE_INFINITY) < frame.from) return []
    if (!changes.some((one) => one.from >= from && one.to <= frame.from)) return []
    const busy = busyTime(tasks, { from, to: frame.to })
    const idle = frame.to - from - busy
    return idle > vsync * 1000 ? [] : [busy / 1000]
  })
}

/** How much of a span the thread spent in tasks, which do not overlap unless one holds another. */
function busyTime(tasks: readonly Span[], within: Span): number {
  let busy = 0
  let reached = within.from
  for (const task of tasks) {
    const to = Math.min(task.to, within.to)
    if (to <= reached) continue
    busy += to - Math.max(reached, task.from)
    reached = to
    if (reached >= within.to) break
  }
  return busy
}

export async function measureDrag(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  const browser = await openBrowser()
  try {
    const context = await admittedContext(browser, server)
    const page = await context.newPage()
    await page.goto(`${server.url}/map?role=senior-engineer&to=staff-engineer`)
    await page.locator('[data-skill]').first().waitFor()
    await page.waitForTimeout(500)
    const client = await context.newCDPSession(page)
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']
    await browser.startTracing(page, { categories })
    await dragColumn(page)
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
    const times = frameTimes(trace.traceEvents)
    return [
      {
        name: 'Drag in the profile → painted frame, p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        target: 16,
        note: `${times.length} moves that changed the picture, Chromium trace, ${slowdown}× CPU throttle`,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
    folder.remove()
  }
}
