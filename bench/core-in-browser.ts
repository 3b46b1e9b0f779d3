// The program's own core in a real browser, on a page of its own: nothing is bundled and nothing leaves the machine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from './running-server.ts'

/** Packages that `core` imports by name, and where each has what a browser can load. */
const PACKAGES = { stemmer: 'stemmer/index.js', minisearch: 'minisearch/dist/es/index.js' }
const imports = Object.fromEntries(
  Object.entries(PACKAGES).map(([name, file]) => [name, `/node_modules/${file}`]),
)
const PAGE = `<!doctype html><title>Core</title><script type="importmap">${JSON.stringify({ imports })}</script>`

/** The browser asks for it and is answered from the build folder. */
const ORIGIN = 'http://core.localhost'

/** A page whose `globalThis` holds functions of the built core, such as `measurement/measure-person`, `measurePerson`. */
export async function corePage(
  browser: Browser,
  functions: readonly (readonly [string, string])[],
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return pathname === '/'
      ? route.fulfill({ contentType: 'text/html', body: PAGE })
      : route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(fileOf(pathname), 'utf8'),
        })
  })
  await page.goto(`${ORIGIN}/`)
  await page.addScriptTag({
    type: 'module',
    content: functions
      .map(([module, name]) => `import { ${name} } from '/core/${module}.js'\nglobalThis.${name} = ${name}`)
      .join('\n'),
  })
  await page.waitForFunction(
    (wanted) => wanted.every((name) => name in globalThis),
    functions.map(([, name]) => name),
  )
  return page
}

/** Reads the main thread's processor time so far, in seconds: other work on the machine does not count. */
export async function processorClock(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
}

function fileOf(pathname: string): string {
  const steps = pathname.split('/')
  return join(projectRoot, ...(pathname.startsWith('/node_modules/') ? steps : ['build', ...steps]))
}
