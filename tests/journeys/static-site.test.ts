// A published site in a real browser: from a file path, below an address, without scripts, and tried out by hand.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  axeViolations,
  type Browser,
  openBrowser,
  projectRoot,
  scrollsSideways,
  type Watch,
  watchContext,
} from './browser.ts'
import { newDataFolder } from './data-folder.ts'

const folder = newDataFolder()
const site = join(folder.path, 'site')
const small = join(folder.path, 'small')
/** A site may lie anywhere below a host. */
const BELOW = '/careers/map/'
const TYPES: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}
const PAGES = [
  'index.html',
  'try.html#role=senior-engineer&to=staff-engineer',
  'roles.html',
  'roles/staff-engineer.html',
  'skills.html',
  'skills/delegation.html',
  'matrix.html#path=management&role=engineering-director&skill=delegation',
  'paths/ic.html',
  'moves.html',
  'moves/senior-engineer/staff-engineer.html',
  'moves/senior-engineer/stay.html',
  'compare.html#a=senior-engineer&b=engineering-manager',
  'search.html',
  'about.html',
  'glossary.html#climb',
]

let browser: Browser
let host: Server
let address: string

beforeAll(async () => {
  await publish(undefined, site)
  await publish(join(projectRoot, 'tests', 'frameworks', 'small'), small)
  browser = await openBrowser()
  host = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    try {
      if (!pathname.startsWith(BELOW)) throw new Error('not below')
      const content = readFileSync(join(site, pathname.slice(BELOW.length) || 'index.html'))
      response.setHeader(
        'content-type',
        TYPES[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      )
      response.end(content)
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}${BELOW}`
})

afterAll(async () => {
  await browser.close()
  host.close()
  folder.remove()
})

async function publish(framework: string | undefined, out: string): Promise<void> {
  const { main } = await import(join(projectRoot, 'build', 'cli', 'main.js'))
  const quiet = { out: () => {}, err: () => {}, ask: async () => null, close: () => {} }
  const terminal = { ...quiet, width: 80, colour: false, env: { SKILLMAP_DATA: join(folder.path, 'data') } }
  const words = [...(framework === undefined ? [] : [framework]), '--out', out]
  const exitCode = await main(['publish', ...words], terminal)
  expect(exitCode).toBe(0)
}

interface Visit {
  context: BrowserContext
  page: Page
  watch: Watch
}

async function open(origin: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
  const watch = watchContext(context, origin)
  return { context, page: await context.newPage(), watch }
}

const nothingWrong: Watch = { foreignRequests: [], policyViolations: [], errors: [] }
const fileAddress = (root: string) => `${pathToFileURL(root).href}/`

describe.each([
  ['opened from a file path', () => fileAddress(site)],
  ['below an address', () => address],
])('a site %s', (_name, rootOf) => {
  it('shows every kind of page, light and dark, without a fault or a foreign request', async () => {
    const root = rootOf()
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context, page, watch } = await open(root, { colorScheme })
      for (const path of PAGES) {
        await page.goto(root + path)
        await expect.poll(() => page.locator('h1').count(), { message: path }).toBe(1)
        await expect.poll(() => scrollsSideways(page), { message: path }).toBe(false)
      }
      expect(watch).toEqual(nothingWrong)
      await context.close()
    }
  })

  it('leads from the map to a role, a move, and to trying that move', async () => {
    const root = rootOf()
    const { context, page, watch } = await open(root)
    await page.goto(`${root}index.html`)
    await page.locator('.site-map a[data-role="staff-engineer"]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Staff engineer' }).waitFor()
    await page.getByRole('link', { name: 'Principal engineer' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'From staff engineer to principal engineer' }).waitFor()
    await page.getByRole('link', { name: 'Try this move' }).click()
    await page.locator('.map-reading').getByText('Principal engineer:').waitFor()
    expect(watch.policyViolations).toEqual([])
    await context.close()
  })
})

describe('every kind of page', () => {
  it('is free of barriers, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context, page } = await open(address, { colorScheme })
      for (const path of PAGES) {
        await page.goto(address + path)
        await expect.poll(() => axeViolations(page), { message: path }).toEqual([])
      }
      await context.close()
    }
  })
})

describe('trying things out', () => {
  it('answers a changed level in the reading and the list, keeps nothing, and downloads on request', async () => {
    const root = fileAddress(site)
    const { context, page, watch } = await open(root, { acceptDownloads: true })
    await page.goto(`${root}try.html`)
    await page.getByLabel('You are').selectOption('senior-engineer')
    await page.getByLabel('Towards').selectOption('staff-engineer')
    const list = page.locator('.focus-list h3')
    await expect.poll(() => list.first().textContent()).toBe('Written communication')
    const column = page.getByRole('slider', { name: /^Written communication/ })
    await column.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => list.allTextContents()).not.toContain('Written communication')
    await page.locator('.map-reading').getByText('What if:').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download this' }).click(),
    ])
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(saved).toMatchObject({
      schema: 'skillmap-tried-out',
      role: 'senior-engineer',
      destination: 'staff-engineer',
      tried: [{ skill: 'written-communication', level: 4, assumedBefore: 2 }],
    })
    await expect
      .poll(() => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]))
      .toEqual([0, 0, ''])
    await page.getByRole('button', { name: 'Take all back' }).click()
    await expect.poll(() => list.first().textContent()).toBe('Written communication')
    expect(watch).toEqual(nothingWrong)
    await context.close()
  })

  it('follows a dragged column, and a station that is chosen on the map', async () => {
    const { context, page } = await open(address)
    await page.goto(`${address}try.html#role=senior-engineer&to=staff-engineer`)
    const column = page.getByRole('slider', { name: /^Problem framing/ })
    await column.scrollIntoViewIfNeeded()
    const box = await column.boundingBox()
    if (!box) throw new Error('the column is not on the page')
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 12]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y - 120, { steps: 8 })
    await page.mouse.up()
    await expect.poll(() => page.locator('.what-if-mark').count()).toBe(1)
    await page.locator('a[data-role="engineering-manager"]').click()
    await page.locator('.map-reading').getByText('Engineering manager:').waitFor()
    expect(new URL(page.url()).hash).toContain('to=engineering-manager')
    await context.close()
  })

  it('works on a phone, with a small framework as with ours', async () => {
    for (const root of [site, small].map(fileAddress)) {
      const { context, page, watch } = await open(root, { viewport: { width: 360, height: 740 } })
      await page.goto(`${root}try.html`)
      await page.getByLabel('Towards').selectOption({ index: 3 })
      await page
        .getByRole('button', { name: /one level higher$/ })
        .first()
        .click()
      await expect.poll(() => page.locator('.what-if-mark').count()).toBe(1)
      await expect.poll(() => scrollsSideways(page)).toBe(false)
      for (const path of [
        'index.html',
        'roles.html',
        'skills.html',
        'moves.html',
        'compare.html',
        'search.html',
        'about.html',
        'matrix.html',
        'glossary.html',
      ]) {
        await page.goto(root + path)
        await expect.poll(() => scrollsSideways(page), { message: path }).toBe(false)
      }
      expect(watch).toEqual(nothingWrong)
      await context.close()
    }
  })
})

describe('the matrix of a site', () => {
  it('is walked through with the keyboard, lights up where one is, and opens what is under the cell', async () => {
    for (const root of [fileAddress(site), address]) {
      const { context, page, watch } = await open(root)
      await page.goto(`${root}matrix.html#role=staff-engineer&skill=system-design`)
      await page.locator('[data-row][data-column][tabindex="0"]').first().focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      const here = page.locator('.matrix-cell[data-here]')
      await expect.poll(() => here.getAttribute('aria-label')).toBe('5, critical')
      await expect.poll(() => page.locator('.matrix-path[data-here]').innerText()).toBe('Individual')
      expect(new URL(page.url()).hash).toBe('#skill=system-design&role=software-architect')
      await page
        .getByRole('complementary')
        .getByText('Software architect asks for level 5, defining.')
        .waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'System design' }).waitFor()
      expect(new URL(page.url()).hash).toBe('#level-5')
      await page.goBack()
      await expect.poll(() => here.getAttribute('aria-label')).toBe('5, critical')
      await page.getByLabel('Path', { exact: true }).selectOption('management')
      await expect.poll(() => page.getByRole('columnheader', { name: 'Staff engineer' }).count()).toBe(0)
      expect(watch).toEqual(nothingWrong)
      await context.close()
    }
  })

  it('is a list of one role, or of two, on a phone', async () => {
    const root = fileAddress(site)
    const { context, page } = await open(root, { viewport: { width: 360, height: 740 } })
    await page.goto(`${root}matrix.html`)
    await page.getByLabel('Role', { exact: true }).selectOption('staff-engineer')
    await page.getByLabel('Beside it').selectOption('engineering-manager')
    await page.locator('summary').filter({ hasText: 'Delegation' }).click()
    await page
      .locator('details[open]')
      .getByText(/^Engineering manager asks for level [1-5]/)
      .waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    await context.close()
  })
})

describe('the numbers of a site', () => {
  it('are worked out anew for two roles that a reader chooses, and can be sent on', async () => {
    const root = fileAddress(site)
    const { context, page, watch } = await open(root)
    await page.goto(`${root}about.html`)
    const sum = page.locator('.numbers > div').filter({ hasText: 'the sum of weight × gap' })
    const before = await sum.innerText()
    await page.getByLabel('To', { exact: true }).selectOption('engineering-manager')
    await expect.poll(() => sum.innerText()).not.toBe(before)
    const after = await sum.innerText()
    await page.reload()
    await expect.poll(() => sum.innerText()).toBe(after)
    expect(watch).toEqual(nothingWrong)
    await context.close()
  })
})

describe('without JavaScript', () => {
  it('the map, the tables, roles, skills and moves can be read and followed', async () => {
    const root = fileAddress(site)
    const { context, page } = await open(root, { javaScriptEnabled: false })
    await page.goto(`${root}index.html`)
    await expect.poll(() => page.locator('.site-map a[data-role]').count()).toBe(21)
    await page.locator('.site-map a[data-role="staff-engineer"]').click()
    await page.getByRole('heading', { level: 1, name: 'Staff engineer' }).waitFor()
    await page.getByRole('link', { name: 'Written communication' }).first().click()
    await page.getByText('A colleague can see').first().waitFor()
    await page.goto(`${root}compare.html`)
    await expect.poll(() => page.locator('noscript').count()).toBe(1)
    await page.getByRole('link', { name: 'All expectations in one matrix' }).click()
    const matrix = page.getByRole('table', { name: /^Expected levels/ })
    await expect.poll(() => matrix.getByRole('cell').count()).toBe(46 * 20)
    await expect.poll(() => matrix.getByRole('row', { name: /^System design/ }).innerText()).toContain('5')
    await matrix.getByRole('link', { name: 'Staff specialist' }).click()
    await page.getByRole('link', { name: 'Individual contributor' }).click()
    await page.getByRole('heading', { name: 'What the roles rest on' }).waitFor()
    await expect.poll(() => page.getByRole('img', { name: /^Share of each skill group/ }).count()).toBe(1)
    await page.getByRole('link', { name: 'Words of this program' }).click()
    await page.locator('#climb').waitFor()
    await context.close()
  })
})

describe('what a page weighs', () => {
  it('is at most 100 kB, compressed, before it can be used, fonts aside', () => {
    for (const path of PAGES.map((page) => page.split('#')[0] ?? '')) {
      const html = readFileSync(join(site, path), 'utf8')
      const assets = [...html.matchAll(/assets\/([\w.-]+)\?/g)].map(([, name = '']) => name)
      // Arrives behind what a page is used with.
      const needed = assets.filter((name) => name !== 'texts.js')
      const bytes = needed.reduce(
        (sum, name) => sum + gzipSync(readFileSync(join(site, 'assets', name))).length,
        0,
      )
      expect([path, bytes + gzipSync(html).length <= 100_000]).toEqual([path, true])
    }
  })
})

describe('finding and switching', () => {
  it('narrows the list as one types, says when nothing is left, and turns the light off', async () => {
    const root = fileAddress(site)
    const { context, page } = await open(root, { colorScheme: 'light' })
    await page.goto(`${root}search.html`)
    await page.getByLabel('Find').fill('let go')
    await expect
      .poll(() => page.locator('.site-entries li:visible').first().textContent())
      .toContain('Let go.')
    await page.getByLabel('Find').fill('qwertyuiop')
    await page.getByText('Nothing here is called anything like that.').waitFor()
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    await page.getByRole('button', { name: 'Light or dark' }).click()
    await expect.poll(paper).not.toBe(light)
    await context.close()
  })
})
