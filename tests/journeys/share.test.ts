// An engineer hands something over without a server in between, and a manager keeps it on a laptop of their own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerWithKeys, axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'skillmap-share-'))
const handed = join(folder, 'handed.html')
let engineer: Visitor
let manager: Visitor
let page: Page

beforeAll(async () => {
  engineer = await comeIn()
  manager = await comeIn()
  page = engineer.page
})

afterAll(async () => {
  await engineer.leave()
  await manager.leave()
  rmSync(folder, { recursive: true, force: true })
})

async function canBeUsedByEverybody(on: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1440, 'dark'],
  ] as const) {
    await on.setViewportSize({ width, height: 900 })
    await on.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => axeViolations(on), { message: `${width} px` }).toEqual([])
    await expect.poll(() => scrollsSideways(on), { message: `${width} px` }).toBe(false)
  }
}

describe('an engineer before a one-on-one', () => {
  it('has nothing to share at first, and is told what would give something', async () => {
    await engineer.visit('/share')
    await page.getByText('There is nothing to share yet').waitFor()
  })

  it('ticks what the manager may read, and sees exactly that', async () => {
    await engineer.visit('/assess?skill=coaching')
    await answerWithKeys(page, ['1', '2'])
    await engineer.visit('/share')
    await page.getByRole('textbox', { name: 'Your name in it' }).fill('Mira Holm')
    await page.getByRole('textbox', { name: 'For whom' }).fill('Jonas')
    await page.getByRole('textbox', { name: /words/ }).fill('For our talk on Monday.')
    // A lost tab loses no word.
    await page.reload()
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Your name in it' }).inputValue())
      .toBe('Mira Holm')
    await expect.poll(() => page.getByRole('textbox', { name: 'For whom' }).inputValue()).toBe('Jonas')
    await expect
      .poll(() => page.getByRole('textbox', { name: /words/ }).inputValue())
      .toBe('For our talk on Monday.')
    const preview = page.getByRole('region', { name: 'Exactly this will be in the file' })
    await preview.getByText('Tick something').waitFor()
    await page.getByRole('checkbox', { name: /Coaching/ }).check()
    await preview.getByRole('cell', { name: /Coaching/ }).waitFor()
    await canBeUsedByEverybody(page)
  })

  it('gets one file, which opens as a page by itself and says the same', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make the file' }).click()
    await (await download).saveAs(handed)
    await page.getByText('The file is among your downloads.').waitFor()
    await page.getByRole('heading', { name: 'What you handed over' }).waitFor()
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('share'))))
      .toEqual([])
    const alone = await engineer.browser.newPage({ javaScriptEnabled: false })
    await alone.goto(pathToFileURL(handed).href)
    await alone.getByRole('heading', { name: 'Mira Holm' }).waitFor()
    await alone.getByRole('cell', { name: /Coaching/ }).waitFor()
    await alone.close()
  })
})

describe('the manager, on a laptop of their own', () => {
  it('looks at the file before keeping it, and keeps it with a new person', async () => {
    page = manager.page
    await manager.visit('/people')
    const file = page.getByLabel('Open a file that somebody shared with you')
    await file.setInputFiles({
      name: 'other.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<p>Hello</p>'),
    })
    await page.getByText('This is no file that was shared from Skillmap').first().waitFor()
    await file.setInputFiles({ name: 'handed.html', mimeType: 'text/html', buffer: readFileSync(handed) })
    await page.getByText('One level is kept as what they say of themselves.').waitFor()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('link', { name: 'Kept with Mira Holm.' }).click()
  })

  it('finds what was shared on the person’s page, and what they say of their level', async () => {
    await page.getByRole('heading', { name: 'Mira Holm', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'What they shared' }).waitFor()
    await page.getByRole('heading', { name: 'Where they stand' }).waitFor()
    await canBeUsedByEverybody(page)
  })

  it('takes it away again', async () => {
    await page.getByRole('button', { name: 'Take away' }).click()
    await page.getByText('Taken away.').waitFor()
  })

  it('keeps a file that names nobody with somebody new, under a name of their own', async () => {
    const { choice } = await engineer.page.evaluate(async () => (await fetch('/api/shares')).json())
    const nameless = await engineer.page.evaluate(
      async (asked) => {
        const made = await fetch(`/api/shares/${crypto.randomUUID()}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'if-none-match': '*' },
          body: JSON.stringify({ ...asked, revisionId: crypto.randomUUID() }),
        })
        return (await made.json()).page as string
      },
      { from: '', to: '', words: '', choice },
    )
    await manager.visit('/people')
    await page.getByLabel('Open a file that somebody shared with you').setInputFiles({
      ...{ name: 'nameless.html', mimeType: 'text/html', buffer: Buffer.from(nameless) },
    })
    const paper = page.locator('.share-paper')
    await paper.getByLabel('It is from').selectOption({ label: 'Somebody new among my people' })
    await expect.poll(() => paper.getByRole('button', { name: 'Keep it' }).isDisabled()).toBe(true)
    await paper.getByLabel('Name', { exact: true }).fill('Noa Weiss')
    await paper.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('link', { name: 'Kept with Noa Weiss.' }).waitFor()
  })
})

describe('on all these pages', () => {
  it('nothing left either machine', () => {
    for (const { watch } of [engineer, manager])
      expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
