// Somebody writes down what they did in a few seconds, loses nothing when something breaks, finds it, and keeps its key.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, comeToRest, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
})

afterAll(() => visitor.leave())

const field = () => page.getByLabel('What did you do?')
const dialog = () => page.getByRole('dialog')

async function logByKeyboard(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Log', exact: true }).waitFor()
  await page.locator('main').focus()
  await page.keyboard.press('+')
  await field().waitFor()
  await page.keyboard.type(text)
}

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

describe('logging what one did', () => {
  it('takes one key, one line and Enter from any page, and offers the recovery sheet the first time', async () => {
    await visitor.visit('/roles')
    await logByKeyboard('Mentored two engineers through their first design review')
    await page.getByRole('checkbox', { name: 'Mentoring & teaching' }).waitFor()
    await canBeUsedByEverybody()
    await page.getByRole('checkbox', { name: 'Mentoring & teaching' }).check()
    await page.getByLabel('Level of Mentoring & teaching').selectOption('3')
    await field().press('Enter')
    await dialog().getByText('Kept. Only you can read it.').waitFor()
    await dialog().getByText('To the recovery sheet').waitFor()
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
  })

  it('is read only once there are words, and one key ticks what is proposed', async () => {
    await visitor.visit('/skills')
    const asked: string[] = []
    page.on('request', (request) => {
      if (/told-worker|skillmap-decoder/.test(request.url())) asked.push(request.url())
    })
    await logByKeyboard('')
    await dialog().getByLabel('Another skill…').waitFor()
    await comeToRest(page)
    expect(asked).toEqual([])
    await page.keyboard.type('Ran the retro so that everybody said something and we left with two actions')
    const proposed = page.getByRole('checkbox', { name: 'Facilitation' })
    await proposed.waitFor()
    await expect.poll(() => proposed.isChecked()).toBe(false)
    await page.keyboard.press('Alt+Digit1')
    await expect.poll(() => page.getByRole('checkbox').first().isChecked()).toBe(true)
    await page.keyboard.press('Alt+Digit1')
    await expect.poll(() => page.getByRole('checkbox').first().isChecked()).toBe(false)
    await expect.poll(() => field().inputValue()).toContain('two actions')
    await dialog().getByRole('button', { name: 'Close' }).click()
    await dialog().waitFor({ state: 'detached' })
    await logByKeyboard('')
    await dialog().getByRole('button', { name: 'Start afresh' }).click()
    await page.keyboard.press('Escape')
  })

  it('is kept as quickly while the reader has not arrived, and where it never does by shared words', async () => {
    await visitor.visit('/skills')
    let letGo: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await visitor.context.route(/skillmap-decoder-.*\.txt$/, async (route) => {
      await held
      await route.abort()
    })
    await logByKeyboard('Mentoring of a newcomer')
    await dialog().getByLabel('Another skill…').selectOption('hiring')
    await page.getByRole('checkbox', { name: 'Hiring & onboarding' }).waitFor()
    letGo()
    await page.getByRole('checkbox', { name: 'Mentoring & teaching' }).waitFor()
    await visitor.context.unroute(/skillmap-decoder-.*\.txt$/)
    await dialog().getByRole('button', { name: 'Close' }).click()
    await dialog().waitFor({ state: 'detached' })
    await logByKeyboard('')
    await dialog().getByRole('button', { name: 'Start afresh' }).click()
    await page.keyboard.press('Escape')
  })

  it('hears its key even before the button for it has arrived', async () => {
    let pressed: () => void = () => {}
    const untilPressed = new Promise<void>((resolve) => {
      pressed = resolve
    })
    await page.route(/shell-tools-.*\.js$/, async (route) => {
      await untilPressed
      await route.continue()
    })
    await page.goto(`${visitor.running.url}/roles`)
    await page.locator('main h1').first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Log', exact: true }).count()).toBe(0)
    await page.keyboard.press('+')
    pressed()
    await field().waitFor()
    await page.unroute(/shell-tools-.*\.js$/)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('says so when there is nothing to keep, and when a pasted text does not fit, without losing a word', async () => {
    await logByKeyboard('Begun')
    const tooMuch = 'x'.repeat(5_000_000)
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    }, tooMuch)
    await dialog().getByText('What you pasted has 5000000 characters').waitFor()
    await expect.poll(() => field().inputValue()).toBe('Begun')
    await field().fill(' ')
    await field().press('Enter')
    await dialog().getByText('Say in a few words what you did.').waitFor()
    await page.keyboard.press('Escape')
  })

  it('survives a page that goes away in the middle of a word', async () => {
    await logByKeyboard('Half a senten')
    await page.reload()
    await logByKeyboard('ce')
    await dialog().getByText('You had begun this earlier.').waitFor()
    await expect.poll(() => field().inputValue()).toContain('Half a senten')
    await dialog().getByRole('button', { name: 'Start afresh' }).click()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.keyboard.press('Escape')
  })

  it('survives a program that does not answer: what was kept is on the disk once it answers again', async () => {
    await visitor.visit('/skills')
    await logByKeyboard('Written while nothing answered')
    await visitor.context.setOffline(true)
    await field().press('Enter')
    await dialog().getByText('it is tried again until it is on the disk').waitFor()
    await page.keyboard.press('Enter')
    await visitor.context.setOffline(false)
    const saved = page.waitForResponse((one) => one.url().includes('/api/evidence/') && one.status() === 201)
    await saved
    await visitor.visit('/journal')
    await page.getByText('Written while nothing answered').waitFor()
  })

  it('can be undone at once', async () => {
    await logByKeyboard('A slip')
    await field().press('Enter')
    await dialog().getByRole('button', { name: 'Undo' }).click()
    await dialog().getByText('Taken back.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Written while nothing answered').waitFor()
    await expect.poll(() => page.getByText('A slip').count()).toBe(0)
  })
})

describe('the journal', () => {
  it('shows Markdown as words, and nothing that somebody smuggled into them', async () => {
    const hostile =
      '**Strong** <img src=x onerror="document.title=\'broken\'"> [run](javascript:document.title=1)'
    await logByKeyboard('')
    await field().fill(hostile)
    await dialog().getByText('People, links, kind of work').click()
    await dialog().getByLabel('Who had a part in it').fill('Kim, Ada')
    await dialog().getByLabel('Where it can be seen').fill('javascript:alert(1)')
    await field().press('Enter')
    await dialog().getByText('is no address of the web').waitFor()
    await dialog().getByLabel('Where it can be seen').fill('https://example.org/a')
    await field().press('Enter')
    await dialog().getByRole('button', { name: 'Done' }).click()
    const entry = page.getByRole('article').filter({ hasText: 'Strong' })
    await entry.getByText('With Kim and Ada').waitFor()
    await expect.poll(() => entry.locator('strong').innerText()).toBe('Strong')
    await expect.poll(() => entry.locator('img').count()).toBe(0)
    await expect
      .poll(() => entry.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      .toEqual(['https://example.org/a'])
    await expect.poll(() => entry.locator('a').getAttribute('rel')).toContain('noopener')
    await expect.poll(() => page.title()).toBe('Journal · Skillmap')
  })

  it('is looked through by words, skill and person, and can be used by everybody', async () => {
    await page.getByLabel('Find', { exact: true }).fill('nothing answ')
    await page.getByText('One entry.').waitFor()
    await page.getByLabel('Find', { exact: true }).fill('')
    await page.getByLabel('With', { exact: true }).selectOption('Kim')
    await page.getByText('One entry.').waitFor()
    await page.getByLabel('With', { exact: true }).selectOption('')
    await page.getByLabel('Skill', { exact: true }).selectOption('mentoring')
    await page.getByRole('article').filter({ hasText: 'design review' }).waitFor()
    await page.getByText('One entry.').waitFor()
    await page.getByLabel('Skill', { exact: true }).selectOption('')
    await canBeUsedByEverybody()
  })

  it('lets an entry be changed and taken back, and undoes either', async () => {
    const entry = (text: string) => page.getByRole('article').filter({ hasText: text })
    await entry('design review')
      .getByRole('button', { name: /^Change/ })
      .click()
    await field().fill('Mentored three engineers')
    await dialog().getByRole('button', { name: 'Keep' }).click()
    await page.getByText('Changed.').waitFor()
    await entry('Mentored three engineers').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await entry('design review').waitFor()
    await entry('design review')
      .getByRole('button', { name: /^Take back/ })
      .click()
    await page.getByText('Taken back.').waitFor()
    await entry('design review').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await entry('design review').getByText('level 3').waitFor()
  })

  it('tells on the page of a skill what it covers, and what is missing for the next level', async () => {
    await visitor.visit('/skill/mentoring')
    await page.getByText('One entry supports level 3 within twelve months.').waitFor()
    await page.getByRole('heading', { name: 'Towards level 3' }).waitFor()
  })
})

describe('the key', () => {
  it('is offered on a sheet, and brings the journal back after the key file was lost', async () => {
    await visitor.visit('/settings')
    await page.getByRole('button', { name: 'Show the recovery sheet' }).click()
    const groups = page.locator('.key-words > li')
    await groups.nth(13).waitFor()
    const words = (await groups.allInnerTexts()).join(' ')
    expect(words).toMatch(/^([0-9A-Z]{4} ){13}[0-9A-Z]{4}$/)
    await canBeUsedByEverybody()
    await page.getByRole('button', { name: 'I keep it somewhere safe' }).click()
    await page.getByText('You said that you keep the recovery sheet.').waitFor()
    const file = join(visitor.running.dataDir, 'keys', 'key.json')
    renameSync(file, `${file}.lost`)
    await visitor.visit('/journal')
    await page.getByText('cannot be read: the key is missing').waitFor()
    await page.getByRole('link', { name: 'Put the key back' }).click()
    await page.getByText('The key is missing, so that what you wrote before cannot be read.').waitFor()
    // What is written meanwhile has a key of its own, and the one of before is missing all the same.
    await logByKeyboard('Went on without it')
    await field().press('Enter')
    await dialog().getByText('Kept. Only you can read it.').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await visitor.visit('/settings')
    await page.getByText('A key of before is missing').waitFor()
    await page.getByLabel('The fourteen groups of the sheet').fill(words.toLowerCase())
    await page.getByRole('button', { name: 'Put it back' }).click()
    await page.getByText('The key is back.').waitFor()
    await page.getByText('A key of before is missing').waitFor({ state: 'detached' })
    await visitor.visit('/journal')
    await page.getByText('design review').waitFor()
    rmSync(`${file}.lost`)
  })

  it('nothing left the machine, broke the content policy or met an error on the way', () => {
    expect(visitor.watch).toEqual({
      foreignRequests: [],
      policyViolations: [],
      // The browser says itself that it was offline, and that the reader did not arrive.
      errors: visitor.watch.errors.filter((error) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(error)),
    })
  })
})
