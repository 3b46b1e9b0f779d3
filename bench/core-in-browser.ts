// The program's own core in a real browser, on a page of its own: nothing is bundled and nothing leaves the machine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from './running-server.ts'

/** The browser asks for it and is answered from the build folder. */
const ORIGIN = 'http://core.localhost'

/** A page whose `globalThis` holds one function of the built core: `measurement/measure-person`, `measurePerson`. */
export async function corePage(browser: Browser, module: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return pathname === '/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Core</title>' })
      : route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(join(projectRoot, 'build', ...pathname.split('/')), 'utf8'),
        })
  })
  await page.goto(`${ORIGIN}/`)
  await page.addScriptTag({
    type: 'module',
    content: `import { ${name} } from '/core/${module}.js'\nglobalThis.${name} = ${name}`,
  })
  await page.waitForFunction((wanted) => wanted in globalThis, name)
  return page
}
