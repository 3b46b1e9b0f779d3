// Somebody who is about to say something vague: sees what it may mean, writes what was seen, and hands it over or keeps it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

afterAll(() => visitor.leave())

const field = (name: string) => page.getByRole('textbox', { name })
const preview = () => page.getByRole('region', { name: 'As they would read it' })

describe('a manager who wants to say “be more proactive”', () => {
  it('sees what it may look like, and takes over what they would want to see', async () => {
    await visitor.visit('/say')
    await page.getByRole('combobox', { name: 'For whom' }).fill('Lena')
    await page.getByText('You have only a vague sentence so far?').click()
    await field('The sentence you had in mind').fill('be more visible')
    const start = page.locator('.say-behaviours li').first()
    const behaviour = (await start.locator('span').first().textContent()) ?? ''
    await start.getByRole('button', { name: 'Take this' }).click()
    await expect.poll(() => field('What next').inputValue()).toBe(behaviour)
    await page.getByRole('heading', { name: /What it can look like/ }).waitFor()
  })

  it('is told while typing what is hard to use, why, and by which research', async () => {
    await field('What you saw').fill('You are always defensive, guys.')
    const marks = page.locator('.say-part', { hasText: 'What you saw' }).locator('.say-marks > li')
    await marks.filter({ hasText: 'guys' }).waitFor()
    await expect
      .poll(() => marks.locator('strong').allTextContents())
      .toEqual(['Always or never.', 'About the person.', 'Leaves somebody out.'])
    await marks.nth(1).getByText('Why').click()
    await marks.nth(1).getByText('Kluger').waitFor()
    await marks.nth(1).getByRole('button', { name: 'Go to “defensive”' }).click()
    const selected = () =>
      field('What you saw').evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      )
    await expect.poll(selected).toBe('defensive')
  })

  it('is never held back: the text can be copied as it stands', async () => {
    await preview().getByRole('button', { name: 'Copy as text' }).click()
    await preview().getByText('Copied').waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('always defensive')
  })

  it('writes what was seen, and nothing is marked any more', async () => {
    await field('When and where').fill('In Monday’s planning')
    await field('What you saw').fill('you answered three questions before they were finished')
    await field('What came of it').fill('Two people stopped asking, and the cost question stayed open')
    await page.waitForFunction(() => document.querySelectorAll('.say-marks > li').length === 0)
  })

  it('finds the words again after the tab was lost, also where the server is gone', async () => {
    await page.reload()
    await page.getByText('Here it is again').waitFor()
    await expect.poll(() => field('When and where').inputValue()).toBe('In Monday’s planning')
  })

  it('keeps it as a draft, clears the page, gets it back, and lets it go with an undo', async () => {
    await preview().getByRole('button', { name: 'Keep as a draft' }).click()
    await page.getByText('Kept as a draft.').waitFor()
    await preview().getByRole('button', { name: 'Clear the page' }).click()
    await expect.poll(() => field('What you saw').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Open: Lena' }).click()
    await expect.poll(() => field('What you saw').inputValue()).toContain('three questions')
    await page.getByRole('button', { name: 'Let go: Lena' }).click()
    await page.getByText('The draft for Lena is gone from the list.').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Open: Lena' }).waitFor()
  })

  it('can be done by everybody, on a phone and in the dark', async () => {
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page), { message: `${width} px` }).toEqual([])
      await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
    }
  })

  it('left the machine with nothing', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
