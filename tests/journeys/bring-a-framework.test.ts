// The owner of a spreadsheet ladder brings it, corrects how it is read, sees it on the map, and goes back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { axeViolations, scrollsSideways, textOf } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const LADDER = [
  ['Area', 'Skill', 'Engineer', 'Senior Engineer', 'Staff Engineer'],
  ['Craft', 'Testing', '2', '3', '4'],
  ['Craft', 'System design', '1', '3', '4'],
  ['People', 'Mentoring', '1', '2', '4'],
]

const files = mkdtempSync(join(tmpdir(), 'skillmap-ladder-'))
// Named wrongly on purpose: what it is follows from what it holds.
const spreadsheet = join(files, 'our ladder.txt')
let visitor: Visitor
let page: Page

beforeAll(async () => {
  const rows = LADDER.map((row) => row.map((value) => ({ value, type: String })))
  writeFileSync(spreadsheet, await writeXlsxFile(rows, { sheet: 'Ladder' }).toBuffer())
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

describe('somebody whose ladder is a spreadsheet', () => {
  it('finds the way from the foot of any page to one that takes it', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Frameworks' }).click()
    await page.getByRole('heading', { name: 'Frameworks', level: 1 }).waitFor()
    await canBeUsedByEverybody()
    await page.getByRole('link', { name: 'Bring a framework' }).click()
    await page.getByRole('heading', { name: 'Bring a framework', level: 1 }).waitFor()
    await canBeUsedByEverybody()
  })

  it('sees what was understood, on the file’s own rows, before anything is kept', async () => {
    await page.getByLabel('A file, or several').setInputFiles(spreadsheet)
    await page.getByRole('heading', { name: 'Keep it' }).waitFor()
    await textOf(page.getByRole('main'), '3 roles', '3 skills', 'Staff Engineer')
    await expect.poll(() => page.getByLabel('What is in column Area').inputValue()).toBe('group')
    await canBeUsedByEverybody()
    const { frameworks } = await page.evaluate(async () => (await fetch('/api/frameworks')).json())
    expect(frameworks).toHaveLength(1)
  })

  it('corrects how a column is read, and the preview follows', async () => {
    const area = page.getByLabel('What is in column Area')
    await area.selectOption('ignored')
    await page.getByText('2 groups').first().waitFor({ state: 'hidden' })
    await area.selectOption('group')
    await page.getByText('2 groups').first().waitFor()
  })

  it('uses it, and sees its roles on the map', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Our ladder')
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByRole('status').getByText('Our ladder').first().waitFor()
    await page.getByRole('link', { name: 'To the map', exact: false }).click()
    await page.getByRole('figure').first().waitFor()
    await page.goto(`${visitor.running.url}/map?role=engineer&all=yes`)
    await page.getByRole('figure').first().waitFor()
    await textOf(page.getByRole('main'), 'Engineer', /Senior\s+Engineer/, /Staff\s+Engineer/)
  })

  it('sees how its skills are read, corrects one with the keyboard, and takes that back', async () => {
    const row = page.locator('.links-row').filter({ has: page.getByRole('heading', { name: 'Testing' }) })
    const said = row.locator('.links-said')
    await page.goto(`${visitor.running.url}/frameworks`)
    await page.getByRole('link', { name: 'How it is read' }).click()
    await row.waitFor()
    await page.getByText('Skills that the reader learned itself').waitFor()
    const asFound = await said.innerText()
    await canBeUsedByEverybody()
    await row.getByRole('button', { name: 'Correct how Testing is read' }).focus()
    await page.keyboard.press('Enter')
    await row.getByLabel('Another skill…').selectOption('delegation')
    await said.getByText('You said so.').waitFor()
    await canBeUsedByEverybody()
    await expect.poll(() => said.innerText()).toContain('Delegation')
    await page.goto(`${visitor.running.url}/told`)
    await page.getByLabel('What did they say?').fill('You should delegate more.')
    await page.getByRole('article', { name: 'Testing' }).waitFor()
    await page.goto(`${visitor.running.url}/frameworks/reading`)
    await row.getByRole('button', { name: 'Read Testing as Skillmap found it' }).click()
    await said.getByText('You said so.').waitFor({ state: 'detached' })
    await expect.poll(() => said.innerText()).toBe(asFound)
  })

  it('goes back to the map that came with Skillmap, and has lost neither', async () => {
    await page.goto(`${visitor.running.url}/frameworks`)
    await page.getByText('Your map is drawn from Our ladder').first().waitFor()
    await page
      .getByRole('region', { name: 'Skillmap', exact: true })
      .or(page.locator('section', { has: page.getByRole('heading', { name: 'Skillmap', exact: true }) }))
      .getByRole('button', { name: 'Use', exact: false })
      .first()
      .click()
    await page.getByText('Your map is drawn from Skillmap').first().waitFor()
    await page.getByRole('heading', { name: 'Our ladder' }).first().waitFor()
  })

  it('is told plainly when a file cannot be understood, and nothing is kept', async () => {
    const broken = join(files, 'half.xlsx')
    writeFileSync(broken, Buffer.from('PK\u0003\u0004 and then nothing'))
    await page.goto(`${visitor.running.url}/frameworks/import`)
    await page.getByLabel('A file, or several').setInputFiles(broken)
    await page.getByRole('alert').first().waitFor()
    const { frameworks } = await page.evaluate(async () => (await fetch('/api/frameworks')).json())
    expect(frameworks).toHaveLength(2)
  })

  it('met no error, and nothing left the machine', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
