// Somebody rates themselves, writes down what others said, and reads where they stand and what it rests on.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerWithKeys, axeViolations, scrollsSideways, textOf } from './browser.ts'
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

/** Asks the program from inside the page, as its own code does. */
async function call<Body>(method: string, path: string, body?: unknown, headers = {}): Promise<Body> {
  const answer = await page.evaluate(
    async ([how, where, text, more]) => {
      const response = await fetch(where, {
        method: how,
        headers: { 'content-type': 'application/json', ...more },
        ...(text === null ? {} : { body: text }),
      })
      return { status: response.status, text: await response.text() }
    },
    [method, path, body === undefined ? null : JSON.stringify(body), headers] as const,
  )
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return JSON.parse(answer.text)
}

const once = () => ({ 'idempotency-key': randomUUID() })

function rate(assessment: string, skill: string, level: number): Promise<unknown> {
  const content = {
    level,
    reason: null,
    approaching: false,
    behaviours: [],
    confidence: null,
    observedOn: null,
    note: '',
  }
  return call(
    'PUT',
    `/api/assessments/${assessment}/ratings/${skill}`,
    { ...content, revisionId: randomUUID() },
    { 'if-none-match': '*' },
  )
}

/** The words beside a skill, as a screen reader has them. */
const spoken = (skill: string) => page.locator(`#${skill} summary .visually-hidden`).innerText()

function widthOf(words: string): number {
  const [, low, high] = /likely range ([\d.]+) to ([\d.]+)/.exec(words) ?? []
  return Number(high) - Number(low)
}

describe('where somebody stands', () => {
  let alone = 0

  it('is assumed from their role while nothing is rated, and says so', async () => {
    await visitor.visit('/levels')
    await page.getByText('Nothing is rated yet.').waitFor()
    await expect.poll(() => spoken('system-design')).toContain('assumed from your role')
    await expect.poll(() => page.getByText('This is not the chance of a promotion.').count()).toBe(1)
  })

  it('has a likely range after rating one skill by keyboard, and says that only they have rated', async () => {
    await visitor.visit('/assess?skill=system-design')
    await answerWithKeys(page, ['y'])
    await visitor.visit('/levels#system-design')
    await page.getByText('One skill rated, by you alone.').waitFor()
    await page.getByText(/Only you have rated so far/).waitFor()
    const words = await spoken('system-design')
    expect(words).toMatch(/about \d\.\d, likely range/)
    alone = widthOf(words)
    expect(alone).toBeGreaterThan(1)
  })

  it('is known better once others have said something', async () => {
    const { framework } = await call<{ framework: { digest: string } }>('GET', '/api/me')
    for (const [name, kind] of [
      ['Mona', 'manager'],
      ['Ben', 'peer'],
    ]) {
      const person = await call<{ id: string }>(
        'POST',
        '/api/people',
        { displayName: name, relation: kind },
        once(),
      )
      const noted = await call<{ id: string }>(
        'POST',
        '/api/people/me/assessments',
        { frameworkDigest: framework.digest, rater: person.id, raterKind: kind, ratedOn: '2026-09-30' },
        once(),
      )
      await rate(noted.id, 'system-design', 3)
      await rate(noted.id, 'coaching', 2)
    }
    await visitor.visit('/levels')
    await page.getByText('Two skills rated, by you and two others.').waitFor()
    await expect.poll(() => page.getByText(/Only you have rated so far/).count()).toBe(0)
    expect(widthOf(await spoken('system-design'))).toBeLessThan(alone)
  })

  it('opens by keyboard to what a level rests on, who said it, what would narrow it and who can read it', async () => {
    await page.locator('#system-design summary').focus()
    await page.keyboard.press('Enter')
    const detail = page.locator('#system-design .level-detail')
    await detail.getByRole('heading', { name: 'What it rests on' }).waitFor()
    await detail.getByRole('img', { name: 'What the level of System design rests on' }).waitFor()
    await expect
      .poll(() => detail.getByRole('row', { name: /^Mona, your manager/ }).innerText())
      .toContain('3')
    await detail.getByRole('row', { name: /^Ben, a colleague/ }).waitFor()
    await expect.poll(() => detail.getByText(/^What your manager said \(3\) weighs \d+ %/).count()).toBe(1)
    await detail.getByRole('heading', { name: 'What would narrow it' }).waitFor()
    await expect.poll(() => detail.innerText()).toContain('Only you')
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('#system-design .level-detail').waitFor({ state: 'detached' })
  })

  it('says how far it reaches in words, and leads from a must-have to its level', async () => {
    const reach = page.locator('.reach').first()
    await reach.getByText(/of what the role asks is covered/).waitFor()
    await reach.getByText(/That all of them are met at once is/).waitFor()
    const text = await textOf(page.locator('main'), 'of what the role asks is covered')
    expect(text).not.toMatch(/percentile|confidence interval|probability|standard deviation|posterior/i)
    await reach.locator('a[href^="#"]').first().click()
    const skill = new URL(page.url()).hash.slice(1)
    await page.locator(`#${skill} .level-detail`).waitFor()
  })

  it('compares with another role on request, and keeps that in the address', async () => {
    await visitor.visit('/levels')
    const nav = page.getByRole('navigation', { name: 'Show what is asked by' })
    await nav.getByRole('link').last().click()
    await page.waitForURL(/\/levels\?by=/)
    await expect.poll(() => nav.locator('[aria-current]').count()).toBe(1)
  })

  it('stands in short on the page of the skill and of the role', async () => {
    await visitor.visit('/skill/system-design')
    await page.getByText(/^About \d\.\d; likely between/).waitFor()
    await page.getByRole('link', { name: 'What it rests on' }).click()
    await page.locator('#system-design .level-detail').waitFor()
    await visitor.visit('/role/staff-engineer')
    await page.getByText(/^With your ratings, about \d+% of what the role asks/).waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('can be read at any width, in the dark too', async () => {
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await visitor.visit('/levels#system-design')
      await page.locator('#system-design .level-detail').waitFor()
      await expect.poll(() => axeViolations(page)).toEqual([])
      await expect.poll(() => scrollsSideways(page)).toBe(false)
    }
  })
})

describe('on all of this', () => {
  it('nothing left the machine, broke the content policy or met an error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
