// What the first screen weighs, and how long a person waits for it.
import { join } from 'node:path'
import { admittedContext, openBrowser } from './browser.ts'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot, startServerProcess } from './running-server.ts'

const visits = 9

async function weigh(): Promise<Figure> {
  const { firstPageBytes } = await import(join(projectRoot, 'scripts', 'size.mjs'))
  const kilobytes = (await firstPageBytes()) / 1000
  return { name: 'First page: JavaScript, gzipped', value: kilobytes, unit: 'kB', target: 130 }
}

/** From the start of the navigation until the question "where are you" can be answered, in milliseconds. */
async function oneVisit(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  server: Parameters<typeof admittedContext>[1],
) {
  const context = await admittedContext(browser, server)
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.addInitScript(() => {
    const look = () => {
      const select = document.querySelector('main select')
      if (select instanceof HTMLSelectElement && !select.disabled) {
        requestAnimationFrame(() => Object.assign(window, { usableAt: performance.now() }))
      } else requestAnimationFrame(look)
    }
    look()
  })
  await page.goto(server.url)
  const handle = await page.waitForFunction(() => (window as unknown as { usableAt?: number }).usableAt)
  const milliseconds = Number(await handle.jsonValue())
  await context.close()
  return milliseconds
}

/** The median of nine cold visits, each in a context of its own with the cache off. */
export async function measureFirstPage(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  const browser = await openBrowser()
  try {
    const times: number[] = []
    for (let visit = 0; visit < visits; visit += 1) times.push(await oneVisit(browser, server))
    const note = `median of ${visits} cold visits`
    const value = percentile(times, 0.5) / 1000
    return [await weigh(), { name: 'HTML → usable first screen', value, unit: 's', target: 1, note }]
  } finally {
    await browser.close()
    await server.stop()
    folder.remove()
  }
}
