// One person's whole walk: first screen, something they were told, rating, map, move, compare, skill, focus, and back.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerWithKeys,
  type Browser,
  openBrowser,
  type Running,
  startSkillmap,
  textOf,
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
    await expect.poll(() => page.getByLabel('Where are you?').inputValue()).toBe('senior-engineer')
    await page.getByRole('radio', { name: 'Staff engineer' }).check({ force: true })
    await page.getByRole('link', { name: 'Written communication' }).waitFor()
    await textOf(
      page.locator('main'),
      'Scope grows from one team to several',
      '72% of the difference is soft',
      'Updates and notes on own work stand alone',
      'The team decides from their document',
    )
    await expect.poll(() => new URL(page.url()).searchParams.get('next')).toBe('staff-engineer')
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
    await textOf(
      answer,
      'word of it did not arrive',
      'Sends a short, regular update',
      'where do they look for such news?',
      'Keep a weekly note of three lines',
    )
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
    // The arrows scroll and say nothing.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('n')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await expect.poll(focused).toMatch(/^Level 1/)
    await page.keyboard.press('ArrowUp')
    await answerWithKeys(page, ['y', 'n', 'a', 's'])
    await page.getByRole('heading', { name: 'What this changes' }).waitFor()
    await expect.poll(focused).toBe('What this changes')
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
    await textOf(page.locator('main'), 'You', /Staff engineer: .*(critical|important).*Start with/)
    const stations = page.getByRole('link', { name: /staff engineer, individual contributor, band 2/i })
    await expect.poll(() => stations.count()).toBe(1)
  })

  it('opens a move, compares two roles and reads a skill from its first level to its last', async () => {
    await page.goto(`${running.url}/move/senior-engineer/engineering-manager`)
    await page.getByText('Your output becomes other people').first().waitFor()
    await textOf(page.locator('main'), 'Mentor a new joiner for a month', /hard after 5/i)
    const choose = page.getByRole('button', { name: 'Make this my destination' })
    await choose.click()
    await page.getByText('This is your destination.').waitFor()
    expect((await me()).target.destinations[0]).toBe('engineering-manager')
    await page.getByRole('button', { name: 'Undo' }).click()
    await choose.waitFor()
    expect((await me()).target.destinations).toEqual(['staff-engineer'])
    await page.goto(`${running.url}/compare/staff-engineer/engineering-manager`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await textOf(page.locator('main'), 'Performance management', 'Software craft')
    await page.goto(`${running.url}/skill/problem-framing`)
    await page.getByText('Says a vague request back in own words').waitFor()
    await page.getByText('Leaves behind questions that the company').waitFor()
  })

  it('goes on from the first screen with another role, and what they had in mind besides stays', async () => {
    const goOnWith = async (next: string) => {
      await page.goto(`${running.url}/?role=senior-engineer&next=${next}`)
      await page.getByRole('button', { name: 'See the whole map' }).click()
      await page.getByRole('figure').first().waitFor()
      return (await me()).target.destinations
    }
    const both = await goOnWith('engineering-manager')
    expect(both).toEqual(['engineering-manager', 'staff-engineer'])
    const none = await goOnWith('not-sure')
    expect(none).toEqual([])
    const one = await goOnWith('staff-engineer')
    expect(one).toEqual(['staff-engineer'])
  })

  it('says something else of a skill, takes that back, and what was said first is saved again', async () => {
    const said = async () => {
      const { levels } = await me()
      const { level, reason } = levels.find((one: { skill: string }) => one.skill === changed)
      return [level, reason]
    }
    const levels = (await me()).levels as { skill: string; level: number | null }[]
    const changed = levels.find(({ level }) => level !== null && level > 0)?.skill
    const before = await said()
    await page.goto(`${running.url}/assess?skill=${changed}`)
    await page.locator('#question-skill').waitFor()
    await page.keyboard.press('0')
    await expect.poll(said).toEqual([0, null])
    await page.keyboard.press('u')
    await expect.poll(said).toEqual(before)
    await page.getByText('Everything is saved.').waitFor()
  })

  it('switches single keys off, and from then on no key answers; on again, they do', async () => {
    const name = () => page.locator('#question-skill').innerText()
    await page.goto(`${running.url}/assess?round=rest`)
    await page.locator('#question-skill').waitFor()
    const first = await name()
    const tick = async (isOn: boolean) => {
      await page.getByRole('button', { name: 'Keys', exact: true }).click()
      await page.getByRole('dialog').getByRole('checkbox').setChecked(isOn)
      await page.getByRole('dialog').getByRole('button').click()
    }
    await tick(false)
    await page.keyboard.press('2')
    await tick(true)
    await expect.poll(name).toBe(first)
    await page.keyboard.press('2')
    await expect.poll(name).not.toBe(first)
    await page.keyboard.press('u')
    await expect.poll(name).toBe(first)
    await page.getByText('Everything is saved.').waitFor()
  })

  it('sees the five skills to work on, with their reasons', async () => {
    await page.goto(`${running.url}/focus`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Critical for a staff engineer').first().waitFor()
    const reasons = page.getByText(/^(Critical|Important) for a staff engineer/)
    await expect.poll(() => reasons.count()).toBeGreaterThanOrEqual(5)
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

  it('is asked with the keyboard before a backup is restored, and is back where they were after a no', async () => {
    await page.getByRole('button', { name: 'Take a backup now' }).click()
    await page.getByText('Taken and checked').waitFor()
    const restore = page.getByRole('button', { name: /^Restore/ }).first()
    await restore.press('Enter')
    const asked = page.getByRole('alertdialog')
    await expect.poll(() => asked.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await asked.waitFor({ state: 'detached' })
    await expect.poll(() => restore.evaluate((it) => it === document.activeElement)).toBe(true)
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
