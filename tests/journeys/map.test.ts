// The map as a person uses it: looking, choosing, walking with the keyboard, trying a level, saving the picture.
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  axeViolations,
  type Browser,
  openBrowser,
  type Running,
  scrollsSideways,
  startSkillmap,
  watchContext,
} from './browser.ts'

let skillmap: Running
let browser: Browser
let context: BrowserContext
let page: Page
let watch: ReturnType<typeof watchContext>

const reading = () => page.textContent('.reading')
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

beforeAll(async () => {
  skillmap = await startSkillmap()
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, acceptDownloads: true })
  watch = watchContext(context, skillmap.url)
  page = await context.newPage()
  await page.goto(skillmap.launchUrl)
  await page.goto(`${skillmap.url}/map`)
  await page.waitForSelector('.profile')
})
afterAll(async () => {
  await browser?.close()
  await skillmap?.stop()
})

describe('On the map', () => {
  it('it opens on one’s own role, staying and the moves out of it', async () => {
    await expect.poll(() => reading()).toMatch(/^You are here: senior engineer\. Ten moves/)
    await expect.poll(() => page.locator('[data-standing="near"]').count()).toBe(10)
    await expect.poll(() => page.locator('[data-role="stay"]').count()).toBe(1)
  })

  it('all twenty roles are one click away', async () => {
    await page.getByLabel('Show all 20 roles').check()
    await page.waitForURL(/all=yes/)
    await expect.poll(() => page.locator('[data-standing="far"]').count()).toBe(0)
    await page.getByLabel('Show all 20 roles').uncheck()
  })

  it('choosing a station reads it in one line, draws its profile and stays in the address', async () => {
    await page.locator('[data-role="staff-engineer"]').click()
    await page.waitForURL(/to=staff-engineer/)
    await expect
      .poll(() => reading())
      .toBe(
        'Staff engineer: 63% role overlap; seven critical gaps, five of them two levels; mostly soft. Start with written communication.',
      )
    await page.reload()
    await page.waitForSelector('.profile')
    await expect.poll(() => reading()).toMatch(/^Staff engineer/)
  })

  it('the arrow keys walk along lines and bands', async () => {
    await page.locator('[data-role="staff-engineer"]').focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(focused).toMatch(/^Principal engineer/)
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toMatch(/^Engineering director/)
  })

  it('a level can be tried with keys, is marked, changes the reading and is taken back', async () => {
    await page.locator('[data-skill="written-communication"]').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction(() => document.querySelector('.reading')?.textContent?.startsWith('What if'))
    await expect.poll(() => reading()).toContain('six critical gaps')
    await expect.poll(() => page.textContent('.what-if')).toContain('Written communication 2 → 4')
    await page.getByRole('button', { name: 'Take all back' }).click()
    await page.waitForFunction(() => document.querySelector('.reading')?.textContent?.startsWith('Staff'))
  })

  it('a level can be dragged, and one drag is undone as one step', async () => {
    const column = page.locator('[data-skill="problem-framing"]')
    await column.scrollIntoViewIfNeeded()
    const box = await column.boundingBox()
    if (!box) throw new Error('There is no column to drag.')
    const x = box.x + box.width / 2
    await page.mouse.move(x, box.y + box.height * 0.7)
    await page.mouse.down()
    for (const part of [0.6, 0.4, 0.2]) await page.mouse.move(x, box.y + box.height * part, { steps: 4 })
    await page.mouse.up()
    await page.waitForSelector('.what-if-mark')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForSelector('.what-if[data-idle]')
  })

  it('the saved picture leaves personal levels out and stands on its own', async () => {
    await page.getByText('Save the picture').click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'As SVG' }).click()
    const picture = readFileSync(await (await download).path(), 'utf8')
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(picture).not.toMatch(/var\(|light-dark\(|href=/)
    const image = page.waitForEvent('download')
    await page.getByRole('button', { name: 'As PNG' }).click()
    expect(
      readFileSync(await (await image).path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it.each([
    ['as a picture', 1440, '/map?to=staff-engineer&all=yes&grades=google'],
    ['under the lens of a skill', 1280, '/map?lens=coaching'],
    ['as tables', 1440, '/map?view=tables&to=staff-engineer'],
    ['as a list on a phone', 360, '/map?to=engineering-manager'],
    ['as a list on a tablet', 768, '/map?to=stay'],
  ])('%s it has no accessibility violation and needs no sideways scrolling', async (_, width, path) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(skillmap.url + path)
    await page.waitForSelector('.map-sheet h2, .map-table')
    await expect.poll(() => axeViolations(page)).toEqual([])
    await expect.poll(() => scrollsSideways(page)).toBe(false)
  })

  it('nothing leaves the machine and nothing breaks the content policy', () => {
    expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
