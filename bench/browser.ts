// A headless browser for the figures that a person sees.
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import type { RunningServer } from './running-server.ts'

/** A browser without connections of its own; CHROME_PATH names it, as for the journeys. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A context that the server has let in, with nothing cached. */
export async function admittedContext(browser: Browser, server: RunningServer): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const link = await fetch(`${server.url}/api/launch-links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.secret}`, 'content-type': 'application/json' },
    body: '{}',
  })
  const { url } = await link.json()
  const page = await context.newPage()
  await page.goto(url)
  await page.close()
  return context
}
