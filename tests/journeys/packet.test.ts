// Somebody who wants a promotion makes a packet out of what they wrote down, hands it in, and answers their company's form.
import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const BILLING = 'I led the move of billing to a service of its own. Outages fell from 12 to 3 a quarter.'
const LENA = 'I paired with Lena until she led her first incident.'
const WORKSHOP = 'I taught 22 engineers to read traces.'
const PRAISE = 'Other teams copy your designs.'

let visitor: Visitor
let page: Page

/** A year that is on record: three entries, one sentence of praise, and one level that somebody claims. */
async function writeTheYearDown(): Promise<void> {
  const entries = [
    { text: BILLING, skill: 'system-design', links: ['https://example.org/billing'], days: 60 },
    { text: LENA, skill: 'mentoring', links: [], days: 30 },
    { text: WORKSHOP, skill: 'mentoring', links: [], days: 200 },
  ]
  await page.evaluate(
    async ({ entries, praise }) => {
      const put = async (
        path: string,
        body: object,
        method = 'PUT',
        headers: object = { 'if-none-match': '*' },
      ) => {
        const answer = await fetch(path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ revisionId: crypto.randomUUID(), ...body }),
        })
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
        return answer.json()
      }
      const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
      const me = await (await fetch('/api/me')).json()
      const frameworkDigest = me.framework.digest
      await put('/api/target', {
        frameworkDigest,
        role: 'senior-engineer',
        destinations: ['staff-engineer'],
      })
      for (const { text, skill, links, days } of entries)
        await put(`/api/evidence/${crypto.randomUUID()}`, {
          frameworkDigest,
          happenedOn: dayBefore(days),
          text,
          links,
          credit: [{ name: 'Lena', personId: null }],
          skills: [{ skill, level: 4, behaviours: [], note: '' }],
        })
      await put(`/api/feedback/${crypto.randomUUID()}`, {
        frameworkDigest,
        saidOn: dayBefore(40),
        text: praise,
        skills: ['system-design'],
        polarity: 'strength',
        judgement: 'accepted',
      })
    },
    { entries, praise: PRAISE },
  )
}

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
  await writeTheYearDown()
  await visitor.visit('/')
})

afterAll(() => visitor.leave())

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

const section = (name: string) => page.locator('.packet-section', { hasText: name })
const items = (name: string) => section(name).locator('.packet-item')
const saved = () => page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
const view = (name: string) => page.getByRole('link', { name, exact: true }).click()

async function saveAs(button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** How many sheets the printer would give. */
async function printedPages(): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe('a packet for a promotion', () => {
  it('begins from the foot of any page, for the role that is wanted and the last twelve months', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Packet for a review' }).click()
    await page.getByRole('heading', { name: 'Packet for a review or promotion', level: 1 }).waitFor()
    await page.getByText('Every sentence in it is yours or quoted.').waitFor()
    await expect.poll(() => page.getByLabel('The role I want').inputValue()).toBe('staff-engineer')
    await canBeUsedByEverybody()
    await page.getByRole('button', { name: 'Arrange it' }).click()
    await page.getByRole('heading', { name: 'For promotion: staff engineer', level: 1 }).waitFor()
  })

  it('has the evidence under the skills that it shows, the strongest first, and says why', async () => {
    await section('System design').locator('summary').click()
    await expect.poll(() => items('System design').first().getByRole('textbox').inputValue()).toBe(BILLING)
    await items('System design').first().getByText('shows the level').waitFor()
    await items('System design').last().getByText(PRAISE).waitFor()
    await section('Mentoring & teaching').locator('summary').click()
    await expect
      .poll(() => items('Mentoring & teaching').first().getByRole('textbox').inputValue())
      .toBe(LENA)
    await section('Mentoring & teaching').getByText('A level counts from two on.').waitFor()
    await canBeUsedByEverybody()
  })

  it('takes the level, the words and the order that the person gives it, with the keyboard alone', async () => {
    await page.getByLabel('System design: I work at').selectOption('4')
    await page.getByLabel('System design, in your words').fill('Two systems are my design.')
    await page.getByLabel('Mentoring & teaching, still open').fill('I have not led a group of mentors.')
    await page.getByLabel('Summary', { exact: true }).fill('I already do this work.')
    const handle = items('Mentoring & teaching').first().getByRole('button')
    await handle.focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(
      (text) =>
        [...document.querySelectorAll<HTMLTextAreaElement>('.packet-item textarea')].some(
          (area, index, all) => area.value === text && all[index - 1] !== undefined,
        ),
      LENA,
    )
    await expect.poll(() => items('Mentoring & teaching').last().getByRole('textbox').inputValue()).toBe(LENA)
    await saved()
  })

  it('finds all of it again in another visit, and takes back what was a slip', async () => {
    await page.reload()
    await expect
      .poll(() => page.getByLabel('Summary', { exact: true }).inputValue())
      .toBe('I already do this work.')
    await page.getByLabel('Title').fill('A slip')
    await page.getByRole('heading', { name: 'A slip', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('heading', { name: 'For promotion: staff engineer', level: 1 }).waitFor()
    await saved()
  })

  it('puts sentences that the person wrote into the summary', async () => {
    await page.getByText('Choose sentences that you wrote').click()
    await page
      .getByRole('button', { name: 'Add to the summary: Outages fell from 12 to 3 a quarter.' })
      .click()
    await expect
      .poll(() => page.getByLabel('Summary', { exact: true }).inputValue())
      .toBe('I already do this work. Outages fell from 12 to 3 a quarter.')
  })
})

describe('handing it in', () => {
  it('shows a manager levels beside likely ranges, the gaps, and quotations to be asked for', async () => {
    await view('Read and hand in')
    const sheet = page.locator('.packet-sheet')
    await sheet.getByRole('heading', { name: 'At a glance' }).waitFor()
    await sheet.getByRole('row', { name: /System design 4 4/ }).waitFor()
    await sheet.getByText('ask before you quote').waitFor()
    await sheet.getByText('I have not led a group of mentors.').waitFor()
    await canBeUsedByEverybody()
  })

  it('is printed with one page in front, and says so where that page is full', async () => {
    const short = await printedPages()
    expect(short).toBeGreaterThan(1)
    await view('Arrange')
    const summary = page.getByLabel('Summary', { exact: true })
    const full = page.getByText('The first page is full')
    const line = 'This is what I did, with whom I did it, and what came of it for the teams around me. '
    await summary.fill(line.repeat(20))
    await saved()
    await expect.poll(() => printedPages()).toBe(short)
    await expect.poll(() => full.count()).toBe(0)
    await summary.fill(line.repeat(60))
    await full.waitFor()
    await saved()
    await expect.poll(() => printedPages()).toBe(short + 1)
    await summary.fill('I already do this work.')
    await saved()
  })

  it('gives Markdown and a file for word processors, and keeps what went out as a version', async () => {
    await view('Read and hand in')
    const markdown = await saveAs('Markdown file')
    expect(markdown.name).toBe('for-promotion-staff-engineer.md')
    expect(markdown.text).toMatch(
      /^# For promotion: staff engineer[\s\S]*> “Other teams copy your designs\.”/,
    )
    const html = await saveAs('File for Word or Google Docs')
    expect(html.text).toMatch(/<h1 style[\s\S]*<table style/)
    await page.getByRole('heading', { name: /^Version 1, / }).waitFor()
    await expect.poll(() => page.getByRole('heading', { name: /^Version 2, / }).count()).toBe(0)
  })

  it('is arranged for a director without levels, and for a CV that machines read', async () => {
    await page.getByRole('radio', { name: 'A director' }).check()
    const sheet = page.locator('.packet-sheet')
    await sheet.getByRole('heading', { name: 'In numbers' }).waitFor()
    await expect.poll(() => sheet.textContent()).not.toMatch(/level \d|asked:/)
    await page.getByRole('radio', { name: 'A CV' }).check()
    const resume = JSON.parse((await saveAs('JSON Resume')).text)
    expect(resume.work[0]).toMatchObject({ position: 'Senior engineer' })
    expect(resume.work[0].highlights).toContain('Outages fell from 12 to 3 a quarter.')
  })

  it('goes back to an earlier version after a change, and lists what the change was', async () => {
    await view('Arrange')
    await page.getByLabel('Summary', { exact: true }).fill('Other words.')
    await saved()
    await page.getByRole('button', { name: 'Keep this version' }).click()
    await page.getByText('The summary was rewritten.').waitFor()
    await page.getByRole('button', { name: 'Go back to version 1' }).click()
    await page.getByText('This is version 1 again.').waitFor()
    await expect
      .poll(() => page.getByLabel('Summary', { exact: true }).inputValue())
      .toBe('I already do this work.')
    await saved()
  })
})

describe('the form of a company', () => {
  const answer = (question: string) => page.locator('.packet-question', { hasText: question })

  it('is pasted, and what was done stands under its questions', async () => {
    await view('Answers for another form')
    await page
      .getByLabel('Paste the questions of the form')
      .fill('1. What did you do for billing?\n2. How did you mentor others?\n3. Anything else?')
    await page.getByRole('button', { name: 'Arrange answers' }).click()
    await answer('How did you mentor others?').waitFor()
    const texts = await page.locator('.packet-answers > [data-order]').allTextContents()
    const at = (words: string) => texts.findIndex((text) => text.includes(words))
    expect(at(BILLING)).toBeGreaterThan(at('What did you do for billing?'))
    expect(at(BILLING)).toBeLessThan(at('How did you mentor others?'))
    expect(texts.filter((text) => text.includes(BILLING))).toHaveLength(1)
    expect(at(LENA)).toBeGreaterThan(at('How did you mentor others?'))
    await canBeUsedByEverybody()
  })

  it('is put in another order with the arrow keys, from one question to the next', async () => {
    const billing = page.locator('.packet-answers .packet-item', { hasText: BILLING })
    await billing
      .getByRole('button', { name: /Move with the arrow keys/ })
      .first()
      .focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction((text) => {
      const rows = [...document.querySelectorAll('.packet-answers > [data-order]')]
      const at = (words: string) => rows.findIndex((row) => row.textContent?.includes(words))
      return at(text) > at('How did you mentor others?')
    }, BILLING)
    await saved()
  })

  it('is copied answer by answer, as it stands', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByLabel('Your words for: Anything else?').fill('No, thank you.')
    await page.getByRole('button', { name: 'Copy this answer' }).last().click()
    await page.getByText('Copied.').first().waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^No, thank you\./)
    await saved()
  })
})

describe('in the end', () => {
  it('a packet is removed with all its versions, and what it was made from stays', async () => {
    await page.getByText('Remove this packet').click()
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    await page.getByRole('heading', { name: 'Begin one' }).waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'Your packets' }).count()).toBe(0)
    const kept = await page.evaluate(async () => (await (await fetch('/api/evidence')).json()).total)
    expect(kept).toBe(3)
  })

  it('nothing left the machine, broke the content policy or met an error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
