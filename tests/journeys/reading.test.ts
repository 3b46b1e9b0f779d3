// Somebody who reads: searches for what they were told, and walks through the matrix with the keyboard alone.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadFramework } from '../frameworks/load-framework.ts'
import { answerWithKeys, axeViolations } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
})

/** Of the built-in framework, in the order of the matrix. */
const lastSkill = loadFramework('frameworks/skillmap').skills.at(-1)?.id
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const address = () => new URL(page.url())

describe('the search', () => {
  it('opens with a slash, finds what is meant first, and leads there with Enter', async () => {
    await visitor.visit('/roles')
    await page.keyboard.press('/')
    const field = page.getByRole('combobox')
    await field.fill('visible')
    const first = page.getByRole('option').first()
    await first.waitFor()
    await expect.poll(() => first.innerText()).toMatch(/^Visibility of work/)
    await expect.poll(() => first.locator('mark').first().innerText()).toBe('Visibility')
    await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
    await page.getByRole('status').filter({ hasText: 'The first: Visibility of work.' }).waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/skill/visibility-of-work')
    await expect.poll(() => page.getByRole('combobox').count()).toBe(0)
  })

  it('leads to the level at which a colleague could see something', async () => {
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('keeps the tracker current')
    await page.getByRole('option', { name: 'Keeps the tracker current.' }).click()
    await page.waitForURL('**/skill/visibility-of-work#level-1')
  })

  it('goes up and down with the arrows, and forgets what was typed when it closes', async () => {
    await visitor.visit('/skills')
    await page.getByRole('button', { name: 'Search' }).click()
    const field = page.getByRole('combobox')
    await field.fill('staff')
    await page.getByRole('option').nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    const second = page.getByRole('option').nth(1)
    await expect.poll(() => second.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => page.getByRole('option').last().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('')
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
      .not.toContain('staff')
    await page.keyboard.press('Escape')
  })

  it('leaves the slash alone while somebody types, and says so where nothing is found', async () => {
    await visitor.visit('/skills')
    await page.getByLabel('Find a skill').fill('a/b')
    await expect.poll(() => page.getByRole('combobox', { name: /Search/ }).count()).toBe(0)
    await visitor.visit('/roles')
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('zzzzqqqq')
    await page.getByText('Nothing was found for “zzzzqqqq”.').first().waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('the matrix', () => {
  it('is walked through with the arrow keys, and its address says where one is', async () => {
    await visitor.visit('/matrix?role=staff-engineer&skill=system-design')
    await page.locator('[data-row][data-column][tabindex="0"]').first().focus()
    await expect.poll(focused).toBe('4, critical')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toBe('5, critical')
    await page.waitForURL('**/matrix?skill=system-design&role=software-architect')
    await page
      .getByRole('complementary')
      .getByText('Software architect asks for level 5, defining.')
      .waitFor()
    await page.keyboard.press('Home')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('System design')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL((url) => url.searchParams.get('role') !== 'software-architect')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/skill/system-design#level-3')
  })

  it('comes back to the same cell', async () => {
    await page.goBack()
    await page.locator('.matrix-cell[data-here]').waitFor()
    await expect
      .poll(() => page.locator('.matrix-cell[data-here]').getAttribute('aria-label'))
      .toBe('3, critical')
  })

  it('is found again at the very cell where an arrow key led before somebody went back', async () => {
    await visitor.visit('/roles')
    await visitor.visit('/matrix?role=staff-engineer&skill=system-design')
    await page.locator('[data-row][data-column][tabindex="0"]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Roles' }).waitFor()
    await page.goForward()
    await page.locator('.matrix-cell[data-here]').waitFor()
    await expect.poll(() => address().searchParams.get('role')).toBe('staff-specialist')
    await expect
      .poll(() => page.locator('.matrix-cell[data-here]').getAttribute('aria-label'))
      .toBe('4, important')
  })

  it('writes where one is once a key is let go that was held', async () => {
    await visitor.visit('/matrix?role=senior-engineer&skill=system-design')
    await page.locator('[data-row][data-column][tabindex="0"]').first().focus()
    for (let press = 0; press < 200; press += 1) await page.keyboard.press('ArrowDown')
    await page.waitForURL((url) => url.searchParams.get('skill') === lastSkill)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/skill\//)
    const skillPage = page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'The matrix' })
    const opened = await skillPage.innerText()
    await page.goBack()
    await page.locator('.matrix-cell[data-here]').waitFor()
    await expect.poll(() => page.locator('.matrix-skill[data-here]').innerText()).toBe(opened)
  })

  it('shows one path, one group and what is critical, and keeps that in its address', async () => {
    await visitor.visit('/matrix')
    await page.getByLabel('Path', { exact: true }).selectOption('management')
    await page.getByLabel('Group', { exact: true }).selectOption('people')
    await page.getByLabel('Weight', { exact: true }).selectOption('3')
    await page.waitForURL(/weight=3/)
    expect(Object.fromEntries(address().searchParams)).toMatchObject({ path: 'management', group: 'people' })
    await expect.poll(() => page.getByRole('columnheader', { name: 'Staff engineer' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('rowheader', { name: 'Coaching & one-on-ones' }).count()).toBe(1)
  })

  it('shows own levels only to somebody who has rated, and says who can see them', async () => {
    await visitor.visit('/matrix?mine=yes')
    await expect.poll(() => page.getByText('Only you').count()).toBe(0)
    await visitor.visit('/assess?skill=coaching')
    await answerWithKeys(page, ['n'])
    await visitor.visit('/matrix')
    await page.getByLabel('Show my levels').check()
    await page.waitForURL(/mine=yes/)
    await expect.poll(() => page.getByRole('columnheader', { name: /You/ }).innerText()).toContain('Only you')
    const row = page.getByRole('row', { name: /^Coaching/ })
    await expect.poll(() => row.locator('[data-gap]').count()).toBeGreaterThan(5)
  })
})

describe('on all of this', () => {
  it('nothing left the machine, broke the content policy or met an error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
