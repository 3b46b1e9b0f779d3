// Somebody who comes in for the first time: a running Skillmap, a browser with nothing remembered, and one page in it.
import type { BrowserContext, Page } from 'playwright-core'
import {
  type Browser,
  comeToRest,
  openBrowser,
  type Running,
  startSkillmap,
  type Watch,
  watchContext,
} from './browser.ts'

export interface Visitor {
  running: Running
  browser: Browser
  context: BrowserContext
  page: Page
  watch: Watch
  /** Opens an address of the program and waits until the page is there. */
  visit(path: string): Promise<void>
  leave(): Promise<void>
}

/** On a wide screen, without animation, signed in by the link that the start prints. */
export async function comeIn(): Promise<Visitor> {
  const browser = await openBrowser()
  const running = await startSkillmap()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const watch = watchContext(context, running.url)
  const page = await context.newPage()
  await page.goto(running.launchUrl)
  return {
    ...{ running, browser, context, page, watch },
    async visit(path) {
      await page.goto(running.url + path)
      await page.locator('main h1').first().waitFor()
      await comeToRest(page)
    },
    async leave() {
      await browser.close()
      await running.stop()
    },
  }
}
