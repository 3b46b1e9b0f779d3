// How long a drag in the profile takes from the pointer's event to the painted frame, on a processor four times slower.
import type { Page } from 'playwright-core'
import { admittedContext, openBrowser } from './browser.ts'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, startServerProcess } from './running-server.ts'

const slowdown = 4
const moves = 240

interface TraceEvent {
  name: string
  ts: number
  dur?: number
  pid: number
  tid: number
  args?: { data?: { type?: string }; name?: string }
}

/** Drags the widest column up and down again and again, one move about every frame. */
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

/** Milliseconds from each pointermove on the page's main thread to the end of the frame that it led to. */
function frameTimes(trace: TraceEvent[]): number[] {
  const main = trace.find((event) => event.args?.data?.type === 'pointermove')
  if (main === undefined) throw new Error('The trace holds no pointermove.')
  const here = trace.filter((event) => event.tid === main.tid && event.pid === main.pid)
  const ends = here
    .filter((event) => event.name === 'Commit' || event.name === 'Layerize')
    .map((event) => event.ts + (event.dur ?? 0))
    .toSorted((a, b) => a - b)
  return here
    .filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'pointermove')
    .flatMap((event) => {
      const end = ends.find((time) => time > event.ts)
      return end === undefined ? [] : [(end - event.ts) / 1000]
    })
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
        note: `${times.length} moves, Chromium trace, ${slowdown}× CPU throttle`,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
    folder.remove()
  }
}
