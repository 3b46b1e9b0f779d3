// One person's whole walk: first screen, something they were told, rating, map, move, compare, skill, focus, and back.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerWithKeys,
  openBrowser,
  type Running,
  startSkillmap,
  type Watch,
  watchContext,
} from './browser.ts'
import { newDataFolder } from './data-folder.ts'

const data = newDataFolder()
let running: Running
let browser: Browser
let context: BrowserContext
let page: Page
let watch: Watch

async function enter(): Promise<void> {
  running = await startSkillmap(data.path)
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  watch = watchContext(context, running.url)
  page = await context.newPage()
  await page.goto(running.launchUrl)
}

/** What the person's own command line would read: everything the server holds about them. */
async function me() {
  return page.evaluate(async () => (await fetch('/api/me')).json())
}

beforeAll(async () => {
  browser = await openBrowser()
  await enter()
})

afterAll(async () => {
  await browser.close()
  await running.stop()
  data.remove()
})

describe('a senior engineer who has never seen Skillmap', () => {
  it('is asked two questions and answered at once, before anything is rated or saved', async () => {
    await page.getByRole('heading', { name: 'Where could you go from here?' }).waitFor()
    expect(await page.getByLabel('Where are you?').inputValue()).toBe('senior-engineer')
    await page.getByRole('radio', { name: 'Staff engineer' }).check({ force: true })
    await page.getByRole('link', { name: 'Written communication' }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Scope grows from one team to several')
    expect(text).toContain('72% of the difference is soft')
    expect(text).toContain('Updates and notes on own work stand alone')
    expect(text).toContain('The team decides from their document')
    expect(new URL(page.url()).searchParams.get('next')).toBe('staff-engineer')
    expect((await me()).levels).toEqual([])
  })

  it('learns what "be more visible" mostly means, and gets one thing to do and one question to ask', async () => {
    await page.getByRole('link', { name: 'I was told something' }).first().click()
    await page.getByLabel('What did they say?').fill('be more visable')
    await page
      .locator('.told-may')
      .getByRole('button', { name: /Visibility of work/ })
      .click()
    const answer = page.getByRole('article', { name: 'Visibility of work' })
    await answer.getByRole('heading', { name: 'On Monday' }).waitFor()
    const text = await answer.innerText()
    expect(text).toContain('word of it did not arrive')
    expect(text).toContain('Sends a short, regular update')
    expect(text).toContain('where do they look for such news?')
    expect(text).toContain('Keep a weekly note of three lines')
  })

  it('rates twelve skills with single keys, takes one answer back, and sees a result', async () => {
    await page.goto(`${running.url}/?role=senior-engineer&next=staff-engineer`)
    await page.getByText('Is this me? Five minutes').click()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.locator('#question-skill').waitFor()
    const first = await page.locator('#question-skill').innerText()
    await page.keyboard.press('3')
    await page.waitForFunction(
      (name) => document.querySelector('#question-skill')?.textContent !== name,
      first,
    )
    await page.keyboard.press('u')
    await page.waitForFunction(
      (name) => document.querySelector('#question-skill')?.textContent === name,
      first,
    )
    await page.keyboard.press('ArrowDown')
    await answerWithKeys(page, ['y', 'n', 'a', 's'])
    await page.getByRole('heading', { name: 'What this changes' }).waitFor()
    await page.getByText('Everything is saved.').waitFor()
    const { levels, target } = await me()
    expect(levels).toHaveLength(12)
    expect(target.role).toBe('senior-engineer')
    expect(target.destinations).toContain('staff-engineer')
  })

  it('reads on the map where they are and how far the destination is', async () => {
    await page.goto(`${running.url}/map`)
    const map = page.getByRole('figure').first()
    await map.waitFor()
    const reading = await page.locator('main').innerText()
    expect(reading).toContain('You')
    expect(reading).toMatch(/Staff engineer: .*(critical|important).*Start with/)
    const stations = await page
      .getByRole('link', { name: /staff engineer, individual contributor, band 2/i })
      .count()
    expect(stations).toBe(1)
  })

  it('opens a move, compares two roles and reads a skill from its first level to its last', async () => {
    await page.goto(`${running.url}/move/senior-engineer/engineering-manager`)
    await page.getByText('Your output becomes other people').first().waitFor()
    const move = await page.locator('main').innerText()
    expect(move).toContain('Mentor a new joiner for a month')
    expect(move).toMatch(/hard after 5/i)
    const choose = page.getByRole('button', { name: 'Make this my destination' })
    await choose.click()
    await page.getByText('This is your destination.').waitFor()
    expect((await me()).target.destinations[0]).toBe('engineering-manager')
    await page.getByRole('button', { name: 'Undo' }).click()
    await choose.waitFor()
    expect((await me()).target.destinations).toEqual(['staff-engineer'])
    await page.goto(`${running.url}/compare/staff-engineer/engineering-manager`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const compared = await page.locator('main').innerText()
    expect(compared).toContain('Performance management')
    expect(compared).toContain('Software craft')
    await page.goto(`${running.url}/skill/problem-framing`)
    await page.getByText('Says a vague request back in own words').waitFor()
    await page.getByText('Leaves behind questions that the company').waitFor()
  })

  it('sees the five skills to work on, with their reasons', async () => {
    await page.goto(`${running.url}/focus`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Critical for a staff engineer').first().waitFor()
    const reasons = await page.getByText(/^(Critical|Important) for a staff engineer/).count()
    expect(reasons).toBeGreaterThanOrEqual(5)
  })

  it('closes everything, starts again and finds every rating where it was', async () => {
    const before = (await me()).levels
    await context.close()
    await running.stop()
    await enter()
    expect((await me()).levels).toEqual(before)
    await page.goto(`${running.url}/focus`)
    await page.getByText('Critical for a staff engineer').first().waitFor()
  })

  it('exports everything to a file that holds each rating', async () => {
    await page.goto(`${running.url}/settings`)
    const downloading = page.waitForEvent('download')
    await page.getByText('Download as JSON').click()
    const file = await (await downloading).path()
    const exported = readFileSync(file, 'utf8')
    for (const rating of (await me()).levels) expect(exported).toContain(rating.revisionId)
  })

  it('erases everything, backups included, and nothing is left', async () => {
    await page.goto(`${running.url}/settings`)
    await page.getByLabel('Type “erase everything” to confirm').fill('erase everything')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await page.getByText(/^Erased: /).waitFor()
    expect((await me()).levels).toEqual([])
    const backups = readdirSync(data.path, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /backups?[/\\].+\.gz$/.test(path),
    )
    expect(backups.map((path) => join(data.path, path))).toEqual([])
  })

  it('never sent a request off the machine, broke the content policy or met an error', () => {
    expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
