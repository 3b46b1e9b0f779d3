// Somebody prepares a talk with their manager on one page, agrees on something, and finds it again before the next talk.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways, textOf } from './browser.ts'
import { comeInAs } from './come-in-as.ts'
import { comeIn, type Visitor } from './visitor.ts'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
  const logged = await page.evaluate(
    async (ids) => {
      const me = await (await fetch('/api/me')).json()
      const body = {
        revisionId: ids.revision,
        frameworkDigest: me.framework.digest,
        happenedOn: new Date().toISOString().slice(0, 10),
        text: 'Moved **billing** to the new queue without a day of downtime',
        links: [],
        credit: [],
        skills: [],
        template: 'plain',
        source: { kind: 'typed' },
      }
      const answer = await fetch(`/api/evidence/${ids.entry}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
        body: JSON.stringify(body),
      })
      return answer.status
    },
    { entry: randomUUID(), revision: randomUUID() },
  )
  expect(logged).toBe(201)
})

afterAll(() => visitor.leave())

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const saved = () => page.getByRole('status').getByText('Saved.').waitFor()

describe('somebody who meets their manager', () => {
  it('begins a page with a name and a day', async () => {
    await visitor.visit('/talks')
    await page.getByRole('combobox', { name: 'With whom' }).fill('Lena')
    await page.getByRole('button', { name: 'Begin the page' }).click()
    await page.getByRole('heading', { level: 1, name: /^Lena, / }).waitFor()
  })

  it('puts on it what they did, and sees of each line who can read it', async () => {
    const line = page.locator('.talk-tick', { hasText: 'Moved billing to the new queue' })
    await expect.poll(() => line.textContent()).toContain('Only you')
    const box = line.getByRole('checkbox')
    await expect.poll(() => box.isChecked()).toBe(false)
    await box.check()
  })

  it('writes the one thing, a question and an agreed step with a day', async () => {
    await field('The one thing I want to talk about').fill('I want to lead the next migration')
    await page.getByRole('button', { name: 'Add a question' }).click()
    await field('Question 1').fill('Who decides about it?')
    await page.getByRole('button', { name: 'Add a step' }).click()
    await field('Step 1').fill('Ask the data team for a seat')
    await page.getByLabel('Step 1: By').fill('2099-01-15')
    await saved()
  })

  it('reads exactly that on the page, also after the tab was lost', async () => {
    await page.reload()
    await page.getByRole('link', { name: 'The page', exact: true }).click()
    const sheet = page.locator('.talk-sheet')
    await sheet.getByText('I want to lead the next migration').waitFor()
    const text = await textOf(
      sheet,
      ...['Moved billing', 'Who decides about it?', 'Ask the data team', 'by 15 January 2099'],
    )
    expect(text).not.toContain('Where I stand')
  })

  it('prints exactly one page, however much was put on it', async () => {
    await expect.poll(() => pagesOnPaper()).toBe(1)
    await page.getByRole('link', { name: 'Prepare' }).click()
    const write = async (lines: number) => {
      const text = Array.from({ length: lines }, (_, line) => `Line ${line} of it`).join('\n')
      await field('The one thing I want to talk about').fill(text)
      await saved()
    }
    await write(40)
    await expect.poll(() => pagesOnPaper()).toBe(1)
    await write(120)
    await page.getByText('This is more than one page holds').waitFor()
    await write(1)
  })

  it('keeps notes that are on no page', async () => {
    await field('Notes for yourself').fill('Stay calm about the rota')
    await saved()
    await page.getByRole('link', { name: 'The page', exact: true }).click()
    await page.locator('.talk-sheet').waitFor()
    await expect.poll(() => page.locator('main').textContent()).not.toContain('rota')
  })

  it('finds what is open when the next talk begins, carried over with its day', async () => {
    await visitor.visit('/talks')
    await page.getByRole('checkbox', { name: 'Done: Ask the data team for a seat' }).waitFor()
    await page.getByRole('combobox', { name: 'With whom' }).fill('lena')
    await page.getByLabel('Day').fill('2099-01-01')
    await page.getByRole('button', { name: 'Begin the page' }).click()
    await expect.poll(() => field('Step 1').inputValue()).toBe('Ask the data team for a seat')
    await page.getByText(/^Carried over from/).waitFor()
  })

  it('ticks it off there, and it is open nowhere any more', async () => {
    await page.getByRole('checkbox', { name: 'Done: Ask the data team for a seat' }).check()
    await saved()
    await visitor.visit('/talks')
    await page.getByRole('heading', { name: 'Coming' }).waitFor()
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
  })

  it('takes a talk back, and gets it again with an undo', async () => {
    await page.getByRole('button', { name: /^Take back: lena, 1 January 2099/ }).click()
    await page.getByText('The talk with lena is gone from the list.').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: /^lena, 1 January 2099/ }).click()
    await field('Step 1').waitFor()
  })

  it.each(['/talks', ''])('can be used by everybody, on a phone and in the dark: %s', async (path) => {
    if (path !== '') await visitor.visit(path)
    else {
      await page.getByRole('link', { name: /^lena, 1 January 2099/ }).click()
      await field('Step 1').waitFor()
    }
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

  it('begins a talk about somebody who reports to them from that person’s page', async () => {
    const id = await page.evaluate(async (key) => {
      const answer = await fetch('/api/people', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ displayName: 'Kim', relation: 'report', role: 'senior-engineer' }),
      })
      return (await answer.json()).id as string
    }, randomUUID())
    await visitor.visit(`/people/${id}`)
    await page.getByRole('link', { name: 'Prepare a talk' }).click()
    await page.getByRole('radio', { name: 'them and their work', checked: true }).waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: 'With whom' }).inputValue()).toBe('Kim')
    await page.getByRole('button', { name: 'Begin the page' }).click()
    await page.getByRole('heading', { name: 'Where they stand' }).waitFor()
    // One's own work is no part of a talk about somebody else.
    await expect.poll(() => page.locator('main').textContent()).not.toContain('Moved billing')
  })

  it('left the machine with nothing', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

async function pagesOnPaper(): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe('somebody of an organisation', () => {
  it('chooses a colleague or a report, who are told nothing and can read nothing of it', async () => {
    const max = await comeInAs('Max')
    try {
      await max.visit('/talks')
      const whom = max.page.getByLabel('With whom')
      const offered = () =>
        max.page.locator('datalist option').evaluateAll((all) => all.map((one) => one.getAttribute('value')))
      await expect.poll(offered).toEqual(expect.arrayContaining(['Bea', 'Cem', 'Nia', 'Fay']))
      // Whoever reports to him stands first; he himself and who has left do not.
      await expect.poll(async () => (await offered()).slice(0, 4)).toEqual(['Bea', 'Cem', 'Dia', 'Eli'])
      await expect
        .poll(async () => (await offered()).filter((one) => one === 'Max' || one === 'Lea'))
        .toEqual([])
      await whom.fill('Nia')
      await expect.poll(() => max.page.getByRole('radio', { name: 'me and my work' }).isChecked()).toBe(true)
      await whom.fill('Bea')
      const aboutThem = max.page.getByRole('radio', { name: 'them and their work' })
      await expect.poll(() => aboutThem.isChecked()).toBe(true)
      await max.page.getByRole('button', { name: 'Begin the page' }).click()
      await max.page.waitForURL(/\/talks\/[0-9a-f-]{36}$/)
      await max.page.getByRole('heading', { level: 1, name: /^Bea, / }).waitFor()
      const bea = await max.as('Bea')
      await bea.page.goto(max.page.url())
      await bea.page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
      await bea.visit('/talks')
      await expect.poll(() => bea.page.locator('main').innerText()).not.toContain('Max')
    } finally {
      await max.leave()
    }
  })
})
