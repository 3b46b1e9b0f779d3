// Opens Skillmap as a person would: the built server on a fresh data folder, and a real browser with nothing remembered.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
  type Browser as Program,
  type Request,
} from 'playwright-core'
import { expect } from 'vitest'
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

/** What a file of tests may do with its browser. Closing it closes what that file opened in it, and nothing else. */
export type Browser = Pick<Program, 'newContext' | 'newPage' | 'close'>

/** A headless browser that makes no connection of its own. */
function startBrowser(): Promise<Program> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
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
}

/** The one of this process, which ends with it: starting a browser takes longer than most pages. */
let program: Promise<Program> | null = null

async function runningProgram(): Promise<Program> {
  const earlier = await program?.catch(() => null)
  // One that broke takes the file with it in which it did, and no other.
  if (earlier?.isConnected()) return earlier
  program = startBrowser()
  return program
}

/**
 * A browser in which nothing is remembered: every context has cookies, stores and caches of its own, and they are all
 * that one file could leave behind for the next.
 */
export async function openBrowser(): Promise<Browser> {
  const running = await runningProgram()
  const opened = new Set<BrowserContext>()
  const keep = (context: BrowserContext) => {
    opened.add(context)
    context.on('close', () => opened.delete(context))
    context.setDefaultTimeout(PATIENCE)
    context.on('page', countRequests)
    return context
  }
  const newContext: Browser['newContext'] = async (options) => keep(await running.newContext(options))
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    close: async () => {
      await Promise.all([...opened].map((context) => context.close()))
    },
  }
}

/** The requests that are on their way, how many there have been, and what the page that is open read of the program. */
interface Traffic {
  open: Set<Request>
  begun: number
  reads: string[]
}

const trafficOf = new WeakMap<Page, Traffic>()

function countRequests(page: Page): void {
  const traffic: Traffic = { open: new Set(), begun: 0, reads: [] }
  trafficOf.set(page, traffic)
  page.on('request', (request) => {
    traffic.open.add(request)
    traffic.begun += 1
    const { pathname, search } = new URL(request.url())
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.reads = []
    else if (request.method() === 'GET' && pathname.startsWith('/api/')) traffic.reads.push(pathname + search)
  })
  page.on('requestfinished', (request) => traffic.open.delete(request))
  page.on('requestfailed', (request) => traffic.open.delete(request))
}

function trafficOn(page: Page): Traffic {
  const traffic = trafficOf.get(page)
  if (traffic === undefined) throw new Error('This page is in no browser that openBrowser opened.')
  return traffic
}

/** What the page read of the program more than once since it was opened by its address; empty where nothing was. */
export function readTwice(page: Page): string[] {
  const { reads } = trafficOn(page)
  if (reads.length === 0) throw new Error('Every page reads something, and no read of this one was seen.')
  return [...new Set(reads)].filter((address) => reads.indexOf(address) !== reads.lastIndexOf(address))
}

/** Once more than once: what an answer brings about may ask the next thing only when it is drawn. */
const ROUNDS = 3
/** Of a request that the page itself called off the browser does not always tell the end: then it is enough that none begins. */
const STILL_ROUNDS = 60

/**
 * Waits until a page has come to rest: it says no more that it waits, nothing is on its way to it, and its scripts have
 * nothing left to do. Playwright's own “networkidle” is half a second without a request, which is long where the machine
 * is idle and short where it is busy.
 */
export async function comeToRest(page: Page): Promise<void> {
  const traffic = trafficOn(page)
  let begun = -1
  let still = 0
  for (let round = 0; round < ROUNDS && still < STILL_ROUNDS; ) {
    await page.waitForFunction(() => document.querySelector('.waiting, [aria-busy="true"]') === null)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })))
    const isStill = traffic.begun === begun
    round = isStill && traffic.open.size === 0 ? round + 1 : 0
    still = isStill ? still + 1 : 0
    begun = traffic.begun
  }
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
 * Waits until a part of a page says all of `words`, and returns that very text: what must *not* stand there is looked
 * for in the text in which everything else is.
 */
export async function textOf(part: Locator, ...words: (string | RegExp)[]): Promise<string> {
  let text = ''
  const missing = (wanted: string | RegExp) =>
    typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)
  await expect
    .poll(async () => {
      text = await part.innerText()
      return words.filter(missing).map((wanted) => `${wanted} is not in: ${text}`)
    })
    .toEqual([])
  return text
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
