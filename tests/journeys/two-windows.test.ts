// Two windows on one thing, no pointer at all, and a visit without the link: what a person meets then.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, comeToRest, openBrowser, type Running, startSkillmap, textOf } from './browser.ts'

let running: Running
let browser: Browser
let context: BrowserContext
let first: Page

beforeAll(async () => {
  browser = await openBrowser()
  running = await startSkillmap()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  first = await context.newPage()
  await first.goto(running.launchUrl)
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

async function rateCoaching(page: Page, level: string, note: string): Promise<void> {
  await page.getByText('Add a note').click()
  await page.getByLabel('A note to yourself').fill(note)
  await page.locator('#question-skill').click()
  await page.keyboard.press(level)
}

describe('somebody with two windows open', () => {
  it('loses neither answer: the later window is told, shows both, and lets them choose', async () => {
    await first.goto(`${running.url}/assess?skill=coaching`)
    await first.locator('#question-skill').waitFor()
    const second = await context.newPage()
    await second.goto(`${running.url}/assess?skill=coaching`)
    await second.locator('#question-skill').waitFor()
    await rateCoaching(first, '2', 'written in the first window')
    await first.getByText('Everything is saved.').waitFor()
    await rateCoaching(second, '4', 'written in the second window')
    await second.getByText('Two windows, two answers').waitFor()
    await textOf(second.locator('main'), 'written in the first window', 'written in the second window')
    await second.getByRole('button', { name: 'Keep this one' }).click()
    await second.getByText('Everything is saved.').waitFor()
    const [rating] = await second.evaluate(async () => (await (await fetch('/api/me')).json()).levels)
    expect(rating).toMatchObject({ skill: 'coaching', level: 4, note: 'written in the second window' })
  })
})

describe('somebody who closes an assessment and begins another', () => {
  const read = () => first.evaluate(async () => (await fetch('/api/me')).json())

  it('cannot close it before the last answer is on the disk, and is told why', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await first.goto(`${running.url}/assess?skill=coaching`)
    await first.locator('#question-skill').waitFor()
    await first.route('**/ratings/coaching', async (route) => {
      await held
      await route.continue()
    })
    await first.keyboard.press('3')
    await first.getByRole('button', { name: 'Close this assessment' }).click()
    await first.getByText('It can be closed once every answer is saved.').waitFor()
    const close = first.getByRole('button', { name: 'Yes, close it' })
    await expect.poll(() => close.isDisabled()).toBe(true)
    letGo()
    await close.click()
    await first.getByRole('button', { name: 'Begin a new one' }).waitFor()
    const { openAssessment, levels } = await read()
    expect(openAssessment).toBeNull()
    expect(levels).toMatchObject([{ skill: 'coaching', level: 3 }])
    await first.unrouteAll({ behavior: 'wait' })
  })

  it('takes an answer of the second one back, and what the first one says counts again', async () => {
    await first.goto(`${running.url}/assess?skill=coaching`)
    await first.locator('#question-skill').waitFor()
    await first.keyboard.press('1')
    await first.getByRole('heading', { name: 'What this changes' }).waitFor()
    await expect.poll(async () => (await read()).levels).toMatchObject([{ level: 1 }])
    await first.keyboard.press('u')
    await first.locator('#question-skill').waitFor()
    await expect.poll(async () => (await read()).levels).toMatchObject([{ level: 3 }])
    await first.getByRole('button', { name: 'Stop here and see the result' }).click()
    await first.getByText('You rated one skill.').waitFor()
  })
})

describe('somebody who comes back to a page', () => {
  it('sees what another window changed meanwhile, and the page asks for it once', async () => {
    await first.goto(`${running.url}/people`)
    await first.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    await first.getByRole('link', { name: 'Words of this program' }).click()
    await first.getByRole('heading', { name: 'Words of this program', level: 1 }).waitFor()
    const second = await context.newPage()
    await second.goto(`${running.url}/people`)
    await second.getByLabel('Name', { exact: true }).fill('Rosa Lind')
    await second.getByRole('button', { name: 'Add', exact: true }).click()
    await second.getByRole('link', { name: 'Rosa Lind' }).waitFor()
    const asked: string[] = []
    first.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await first.goBack()
    await first.getByRole('link', { name: 'Rosa Lind' }).waitFor()
    await comeToRest(first)
    expect(asked.filter((address) => address === '/api/people')).toHaveLength(1)
    await second.close()
  })
})

describe('somebody without a pointer', () => {
  it('chooses a destination and reads the answer by keyboard alone', async () => {
    await first.goto(running.url)
    await first.getByRole('heading', { level: 1 }).waitFor()
    for (let press = 0; press < 30; press += 1) {
      await first.keyboard.press('Tab')
      if (await first.evaluate(() => document.activeElement?.getAttribute('type') === 'radio')) break
    }
    await first.keyboard.press('Space')
    await first.keyboard.press('ArrowRight')
    await first.getByText('The one skill to start with').waitFor()
    await expect.poll(() => new URL(first.url()).searchParams.get('next')).toBeTruthy()
  })

  it('walks the map with arrow keys and opens a station with Enter', async () => {
    await first.goto(`${running.url}/map?role=senior-engineer`)
    const station = first.getByRole('link', { name: /tech lead, hybrid/i })
    await station.focus()
    await first.keyboard.press('ArrowUp')
    await expect
      .poll(() => first.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? 'nothing'))
      .not.toMatch(/^tech lead, hybrid|^nothing$|^$/i)
    await first.keyboard.press('Enter')
    await first.waitForURL(/to=/)
  })
})

describe('somebody who was not let in', () => {
  it('is told how to get in, and sees nobody’s data', async () => {
    const stranger = await browser.newContext()
    const page = await stranger.newPage()
    await page.goto(running.url)
    await textOf(page.locator('body'), 'skillmap open')
    expect((await stranger.request.get(`${running.url}/api/me`)).status()).toBe(401)
    await stranger.close()
  })
})
