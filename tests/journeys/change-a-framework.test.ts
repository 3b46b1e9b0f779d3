// The owner of a framework makes the built-in one theirs, changes it, publishes it, and moves to it and back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, comeToRest, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const REWORDED = 'Hands over whole budgets and defends them before others.'
const EDIT = '/frameworks/our-ladder/edit'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
  await page.evaluate(makeMineAndRate)
})

afterAll(async () => {
  await visitor.leave()
})

/** In the page, with its session: a copy of the built-in framework, in use, with two ratings on it. */
async function makeMineAndRate(): Promise<void> {
  const send = async (path: string, method: string, headers: Record<string, string>, body: unknown) => {
    const answer = await fetch(`/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const fresh = { 'if-none-match': '*' }
  const once = () => ({ 'idempotency-key': crypto.randomUUID() })
  const me = await (await fetch('/api/me')).json()
  const copy = { digest: me.framework.digest, id: 'our-ladder', name: 'Our ladder' }
  const { digest } = await send('/own-frameworks', 'POST', once(), copy)
  await send('/framework-in-use', 'PUT', fresh, { digest, revisionId: crypto.randomUUID() })
  const role = 'senior-engineer'
  const target = { frameworkDigest: digest, role, destinations: ['staff-engineer'] }
  await send('/target', 'PUT', fresh, { ...target, revisionId: crypto.randomUUID() })
  const { id } = await send('/assessments', 'POST', once(), { frameworkDigest: digest, role })
  for (const skill of ['delegation', 'mentoring'])
    await send(`/assessments/${id}/ratings/${skill}`, 'PUT', fresh, {
      revisionId: crypto.randomUUID(),
      level: 3,
    })
}

const onDisk = (path: string) =>
  readFileSync(join(visitor.running.dataDir, 'frameworks', 'our-ladder', path), 'utf8')

async function check(): Promise<void> {
  await comeToRest(page)
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => axeViolations(page), { message: `at ${width}` }).toEqual([])
    await expect.poll(() => scrollsSideways(page), { message: `sideways at ${width}` }).toBe(false)
  }
}

const saved = (on = page) =>
  on
    .getByRole('status')
    .filter({ hasText: /^Saved\.$/ })
    .waitFor()
const main = () => page.locator('main').innerText()

describe('the owner of a framework', () => {
  it('raises what a role expects with the keyboard alone', async () => {
    await page.goto(`${visitor.running.url}/frameworks`)
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.waitForURL((url) => url.pathname === EDIT)
    const cell = page.locator('td[data-cell="0-0"]')
    await cell.focus()
    const before = await cell.innerText()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('4')
    await page.keyboard.press('Shift+Digit1')
    await saved()
    await expect.poll(() => cell.innerText()).toContain('4')
    await expect.poll(() => cell.innerText()).not.toBe(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => cell.innerText()).toBe(before)
    await cell.focus()
    await page.keyboard.press('4')
    await saved()
    await check()
  })

  it('rewords a behaviour, sees what lint says beside it, and is led to the line', async () => {
    await page.getByRole('link', { name: 'Delegation', exact: true }).click()
    const text = page.getByRole('textbox', { name: 'The text of Delegation' })
    const before = await text.inputValue()
    await text.fill(before.replace(/^- \[[a-z-]+\] /m, '- '))
    await saved()
    await page.locator('.editor-findings li[data-severity="error"]').first().waitFor()
    const line = page.locator('.editor-findings li[data-severity="error"] .editor-line').first()
    const number = Number((await line.innerText()).replace(/\D/g, ''))
    await line.click()
    await expect
      .poll(() =>
        text.evaluate(
          (area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length,
        ),
      )
      .toBe(number)
    await check()
    const start = before.indexOf('- [', before.indexOf('## Level 3'))
    const end = before.indexOf('\n', start)
    await text.fill(`${before.slice(0, before.indexOf(']', start) + 1)} ${REWORDED}${before.slice(end)}`)
    await saved()
    await page.locator('.editor-findings li[data-severity="error"]').waitFor({ state: 'detached' })
  })

  it('leaves the editor, comes back at once, and finds its own words', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Frameworks' }).click()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByRole('link', { name: 'Delegation', exact: true }).click()
    const text = page.getByRole('textbox', { name: 'The text of Delegation' })
    await expect.poll(() => text.inputValue()).toContain(REWORDED)
    await saved()
  })

  it('comments on a level, and marks the comment as dealt with', async () => {
    await page.getByLabel('About', { exact: true }).selectOption('level:3')
    await page.getByLabel('Comment', { exact: true }).fill('Is a budget not level 4?')
    await page.getByRole('button', { name: 'Add the comment' }).click()
    await page.getByText('Is a budget not level 4?').waitFor()
    await page.getByRole('button', { name: 'Dealt with' }).click()
    await page.getByRole('button', { name: 'Open again' }).waitFor()
    await page.getByLabel('Comment', { exact: true }).fill('Half a thought')
    await page.getByRole('link', { name: 'Coaching' }).first().click()
    await expect.poll(() => page.getByLabel('Comment', { exact: true }).inputValue()).toBe('')
    await page.getByLabel('Comment', { exact: true }).fill('Does this overlap with mentoring?')
    await page.getByRole('button', { name: 'Add the comment' }).click()
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await page.getByText('One comment is still open.').waitFor()
  })

  it('is told in a second window, which keeps its text until somebody chooses', async () => {
    const second = await visitor.context.newPage()
    const path = `${visitor.running.url}${EDIT}?file=skills%2Fcoaching.md`
    await page.goto(path)
    await second.goto(path)
    const box = (on: Page) => on.getByRole('textbox', { name: /^The text of Coaching/ })
    const before = await box(page).inputValue()
    await box(second).waitFor()
    await box(page).fill(`${before}\n`)
    await saved()
    await box(second).fill(`${before}\n\n`)
    await second.getByText('Changed in another window').waitFor()
    await expect.poll(() => axeViolations(second)).toEqual([])
    await second.getByRole('button', { name: 'Take the other' }).click()
    await expect.poll(() => box(second).inputValue()).toBe(`${before}\n`)
    await second.close()
    await box(page).fill(before)
    await saved()
  })

  it('publishes it with a label, a reason and who approved it; only touched files are written', async () => {
    const untouched = onDisk('roles.yaml')
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await page.getByText(/One expectation rose, in one role\. Sentences: one reworded\./).waitFor()
    await page.getByLabel('Label').fill('2.0')
    await page.getByLabel('Why').fill('What the guild agreed on.')
    await page.getByRole('button', { name: 'Add a name' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Ada')
    await check()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('2.0 is published.').waitFor()
    expect(onDisk('roles.yaml')).toBe(untouched)
    expect(onDisk('skills/delegation.md')).toContain(REWORDED)
    expect(onDisk('framework.yaml')).toMatch(/^version: "2.0"$/m)
    await expect.poll(() => main()).toContain('See what changed')
  })

  it('moves to it: one rating carries over, one is worth another look; and back', async () => {
    await page.getByRole('link', { name: 'See what changed' }).click()
    await page.getByText('One expectation rose, in one role. Sentences: one reworded.').waitFor()
    await page.goBack()
    await page.goto(`${visitor.running.url}/roles`)
    await page.getByRole('link', { name: 'See what changed' }).click()
    await page
      .getByText('Of your two ratings, one carries over as it was said and one is worth another look.')
      .waitFor()
    await page.getByRole('button', { name: 'Move to this version' }).click()
    await page.getByText('Still worth a look').waitFor()
    const there = await page.evaluate(async () => (await fetch('/api/me')).json())
    expect(there.framework.version).toBe('2.0')
    expect(there.levels.map((rating: { skill: string }) => rating.skill)).toEqual(['mentoring'])
    await page.getByRole('button', { name: 'Undo the move' }).click()
    await page.getByText('Of your two ratings').waitFor()
    const back = await page.evaluate(async () => (await fetch('/api/me')).json())
    expect(back.framework.version).not.toBe('2.0')
    expect(back.levels).toHaveLength(2)
  })

  it('and nothing of it left the machine or broke the content policy', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
