// A manager alone on a laptop brings the team's spreadsheet, mends what is wrong in it, and takes it out again; and writes
// down what was said about themselves.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const TEAM = [
  'Team member,Rated on,Rated by,Mentoring & teaching,Speaking & presenting,Delegating',
  'Rosa Lind,31.03.2026,,3,2+,1',
  'Tom Okafor,31.03.2026,Rosa Lind,1,,2',
  'Me,31.03.2026,Rosa Lind,2,7,3',
].join('\n')

const files = mkdtempSync(join(tmpdir(), 'skillmap-team-'))
const spreadsheet = join(files, 'team.csv')
const exported = join(files, 'again.csv')
let visitor: Visitor
let page: Page

beforeAll(async () => {
  writeFileSync(spreadsheet, TEAM)
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
  rmSync(files, { recursive: true, force: true })
})

/** What a page must hold at every width and in both themes. */
async function canBeUsedByEverybody(): Promise<void> {
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page), { message: `${width} px, ${colorScheme}` }).toEqual([])
    }
    await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

async function bring(file: string): Promise<void> {
  await page.goto(`${visitor.running.url}/frameworks/import`)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('heading', { name: 'Bring ratings of people' }).waitFor()
}

async function goTo(path: string, title: string): Promise<void> {
  await page.goto(visitor.running.url + path)
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

describe('a manager with a spreadsheet of the team', () => {
  it('sees who is who and which skill is which, and mends it before anything is kept', async () => {
    await bring(spreadsheet)
    await page.getByText('1 skill of the file is not found').waitFor()
    await expect.poll(() => page.getByLabel('Who Me is').inputValue()).toBe('me')
    await expect.poll(() => page.getByLabel('Who Rosa Lind is').inputValue()).toBe('new')
    await page.getByRole('radio', { name: 'I did' }).check()
    await page.getByLabel('Which skill Delegating is').selectOption({ label: 'Delegation' })
    await page.getByText('7 ratings of 3 people will be kept.').waitFor()
    await page.getByText('One rating is left out').click()
    await page.getByText('The scale of Skillmap ends at 5.').waitFor()
    await canBeUsedByEverybody()
  })

  it('keeps them, finds the people by name, and reads what was said by whom and when', async () => {
    await page.getByRole('button', { name: 'Keep these ratings' }).click()
    await page.getByText('7 ratings kept. 2 people added.').waitFor()
    await page.getByRole('link', { name: 'See the people' }).click()
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    await page.getByText('7 ratings, brought on').waitFor()
    await canBeUsedByEverybody()
    await page.getByRole('link', { name: 'Rosa Lind' }).click()
    await page.getByRole('heading', { name: 'Rosa Lind', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'You 31 March 2026' }).waitFor()
    await page.getByText('approaching level 3').waitFor()
    await canBeUsedByEverybody()
  })

  it('corrects one level with the keyboard, having seen what it looks like', async () => {
    await page.getByRole('button', { name: 'Correct Mentoring & teaching, said by You' }).press('Enter')
    const level = page.getByRole('radio', { name: '3, proficient' })
    await level.focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.level-looks').getByText('4, ').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.said-entry', { hasText: 'Mentoring' }).getByText('level 4').waitFor()
  })

  it('takes one back, and undoes that', async () => {
    await page.getByRole('button', { name: 'Take back Delegation, said by You' }).click()
    await page.getByText('Delegation is taken back.').waitFor()
    await expect.poll(() => page.locator('.said-entry', { hasText: 'Delegation' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.said-entry', { hasText: 'Delegation' }).waitFor()
  })

  it('exports them for a purpose, and brought again they are the same', async () => {
    await goTo('/people', 'People')
    await page.getByLabel('With a row for me').check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^people-development-\d{4}-\d\d-\d\d\.csv$/)
    await download.saveAs(exported)
    const rows = readFileSync(exported, 'utf8').trim().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows.join('\n')).toMatch(/^Rosa Lind,2026-03-31,Me,.*Exported for development on /m)
    await bring(exported)
    await page.getByText('7 ratings of 3 people will be kept.').waitFor()
    await page.getByRole('button', { name: 'Keep these ratings' }).click()
    await page.getByText('Nothing new was in it. 7 ratings were here already.').waitFor()
  })

  it('takes the whole spreadsheet back; what was changed since stays', async () => {
    await goTo('/people', 'People')
    await page.getByRole('button', { name: 'Take back team.csv' }).click()
    // One was corrected, and one was taken back and said again.
    await page.getByText('5 ratings taken back. 2 ratings stayed').waitFor()
    await page.getByRole('link', { name: 'Rosa Lind' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Tom Okafor' }).count()).toBe(0)
  })

  it('removes somebody with everything about them, after reading what that does', async () => {
    await page.getByRole('link', { name: 'Rosa Lind' }).click()
    await page.getByText('Remove', { exact: true }).click()
    await page.getByText('Removes Rosa Lind and everything noted about them').waitFor()
    await page.getByRole('button', { name: 'Remove Rosa Lind' }).click()
    await page.getByText('Nobody yet.').waitFor()
  })
})

describe('an engineer whose manager and colleagues told them something', () => {
  it('finds the page from the foot of any other, and reads that nobody is asked or told', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'What others said' }).click()
    await page.getByRole('heading', { name: 'What others said', level: 1 }).waitFor()
    await page.getByText('Nobody is asked and nobody is told. Only you can read what stands here.').waitFor()
  })

  it('writes down two skills in a row, with the keyboard alone', async () => {
    await page.getByLabel('Name').fill('Mona Berg')
    await page.getByLabel('To me, this person is').selectOption('manager')
    await page.getByLabel('When').fill('2026-09-30')
    for (const [skill, level] of [
      ['mentoring', '2, working'],
      ['speaking', '3, proficient'],
    ] as const) {
      await page.getByLabel('Skill', { exact: true }).selectOption(skill)
      await page.getByRole('radio', { name: level }).press('Space')
      await page.keyboard.press('Enter')
      await page.getByText(`${level}, said by Mona Berg: written down.`).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    }
    await page.getByRole('heading', { name: 'Mona Berg, your manager 30 September 2026' }).waitFor()
    await expect.poll(() => page.locator('.said-entry').count()).toBe(2)
    await canBeUsedByEverybody()
  })

  it('writes down the highest level, though “on the way” was ticked for a lower one', async () => {
    await page.getByLabel('Skill', { exact: true }).selectOption('coaching')
    await page.getByRole('radio', { name: '4, leading' }).check()
    await page.getByLabel('On the way to the next level').check()
    await page.getByRole('radio', { name: '5, defining' }).check()
    await page.keyboard.press('Enter')
    await page.getByText('5, defining, said by Mona Berg: written down.').waitFor()
    await expect.poll(() => page.locator('.said-entry').count()).toBe(3)
  })

  it('finds no private skill to be asked about', async () => {
    const choices = page.getByLabel('Skill', { exact: true }).locator('option')
    await expect.poll(() => choices.count()).toBeGreaterThan(40)
    const options = await choices.allTextContents()
    expect(options.join()).not.toMatch(/sustainable/i)
  })

  it('and all of it stayed on this machine, without an error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
