// Opens Skillmap as a person would: the built server on a fresh data folder, and a real browser with nothing remembered.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { newDataFolder } from './data-folder.ts'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

const builtInFramework = join(projectRoot, 'frameworks', 'skillmap')

/** What a journey holds open, and must stop at its end. */
export interface Running {
  url: string
  launchUrl: string
  dataDir: string
  stop: () => Promise<void>
}

/** Starts the built server on `dataDir`, or on a folder of its own that is removed at the end. */
export async function startSkillmap(dataDir?: string, frameworkRoot = builtInFramework): Promise<Running> {
  const own = dataDir === undefined ? newDataFolder() : null
  const folder = dataDir ?? own?.path ?? ''
  const { startServer } = await import(join(projectRoot, 'build', 'server', 'main.js'))
  const server = await startServer({
    dataDir: folder,
    port: 0,
    webRoot: join(projectRoot, 'build', 'web'),
    frameworkRoot,
    log: () => {},
  })
  return {
    url: server.url,
    launchUrl: server.launchUrl,
    dataDir: folder,
    stop: async () => {
      await server.stop()
      own?.remove()
    },
  }
}

/** How long a page may take to show what is waited for, in milliseconds: a busy machine is no fault of the page. */
const PATIENCE = 60_000

/** A headless browser that makes no connection of its own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE))
  return browser
}

/** Everything a page did that it should not have done. */
export interface Watch {
  foreignRequests: string[]
  policyViolations: string[]
  errors: string[]
}

/** Watches a context for requests that leave the machine, violations of the content policy, and errors. */
export function watchContext(context: BrowserContext, origin: string): Watch {
  const watch: Watch = { foreignRequests: [], policyViolations: [], errors: [] }
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) watch.foreignRequests.push(url)
  })
  context.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy|Trusted ?Type/i.test(text)) watch.policyViolations.push(text)
    else if (message.type() === 'error' && !/status of 4\d\d/.test(text)) watch.errors.push(text)
  })
  context.on('weberror', (error) => watch.errors.push(String(error.error())))
  return watch
}

/** The accessibility violations of the page as it stands, one readable line each; by all rules, or by one of them. */
export async function axeViolations(page: Page, rules = 'all'): Promise<string[]> {
  const { default: axe } = await import('axe-core')
  // Through the debugger, because the page's content policy rightly refuses injected scripts.
  const client = await page.context().newCDPSession(page)
  const { result: known } = await client.send('Runtime.evaluate', { expression: `typeof axe` })
  if (known.value === 'undefined') await client.send('Runtime.evaluate', { expression: axe.source })
  const only = rules === 'all' ? '' : `, runOnly: ['${rules}']`
  const { result } = await client.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations']${only} }).then((run) => JSON.stringify(run.violations.map(
      (violation) => violation.id + ' (' + violation.impact + '): ' + violation.help + ' at ' +
        violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await client.detach()
  return JSON.parse(String(result.value))
}

/**
 * Answers the questions of a rating with these keys in turn, each once the page shows what the one before did, until
 * there is no question left.
 */
export async function answerWithKeys(page: Page, keys: readonly string[]): Promise<void> {
  const question = page.locator('.question')
  await question.waitFor()
  for (let press = 0; press < 100 && (await question.count()) > 0; press += 1) {
    const before = await page.evaluate(() => document.querySelector('.question')?.textContent)
    await page.keyboard.press(keys[press % keys.length] ?? '')
    await page.waitForFunction((text) => document.querySelector('.question')?.textContent !== text, before)
  }
}

/** True where the page needs sideways scrolling at its present width. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}
