// Somebody who was told something finds out what it probably means, what to ask and what to do on Monday; a whole review too.
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openBrowser, projectRoot, scrollsSideways, startSkillmap } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const REVIEW = `Her designs for the ledger are clear, and two other teams took them up. The incident reviews that she wrote are the best we have.

For the third time somebody else rewrote the rollout note so that support could follow it. Her estimates slipped twice without a word to the product side.
- She keeps every hard ticket and never hands one over.
- She could step up a bit.
The team moved to the new building in May.`

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
})

async function tell(text: string): Promise<void> {
  await visitor.visit('/told?role=senior-engineer')
  await page.getByLabel('What did they say?').fill(text)
}

const rows = (): Locator => page.locator('.told-row')
const records = (): Locator => page.locator('.told-entries > li')

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

describe('an engineer who heard "you should be more strategic and visible"', () => {
  it('learns within a minute what it may mean, what to ask, and what to do on Monday', async () => {
    await tell('You should be more strategic and visible.')
    const may = page.locator('.told-may')
    await may.getByText('Visibility of work').waitFor()
    await expect.poll(() => may.innerText()).toContain('Technical strategy')
    await expect.poll(() => may.innerText()).toContain('word of it did not arrive')
    await may.getByRole('button', { name: /Visibility of work/ }).click()
    const answer = page.getByRole('article', { name: 'Visibility of work' })
    await expect
      .poll(() => answer.getByRole('heading', { name: 'On Monday' }).locator('..').locator('li').count())
      .toBe(2)
    await answer.getByText('where do they look for such news?').waitFor()
    await expect.poll(() => answer.innerText()).toContain('What would look different: level')
    await canBeUsedByEverybody()
  })

  it('sees all that they typed, also in a narrow window', async () => {
    await tell(
      'You should be more strategic and visible, and tell the other departments what you do before they ask.',
    )
    const field = page.getByLabel('What did they say?')
    const hidden = () => field.evaluate((one) => one.scrollHeight - one.clientHeight)
    for (const width of [1440, 360, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(() => hidden(), { message: `${width} px` }).toBeLessThanOrEqual(1)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('reads of what nobody could place which question to ask first', async () => {
    await tell('Step up.')
    await page.getByRole('heading', { name: 'Too vague to tell' }).waitFor()
    await page.getByText('Can you tell me about one moment').waitFor()
    await page.locator('.told-may').getByText('Project').first().waitFor()
  })

  it('names whoever said it, keeps it, and counts it only after saying so', async () => {
    await tell('You should be more strategic and visible.')
    await page
      .locator('.told-may')
      .getByRole('button', { name: /Visibility of work/ })
      .click()
    await page.getByLabel('Who said it').selectOption({ label: 'Somebody else…' })
    await page.getByLabel('Name').fill('Mona Berg')
    await page.getByLabel('To me, this person is').selectOption({ label: 'my manager' })
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('Kept.').waitFor()
    await records().getByText('said by Mona Berg').waitFor()
    await page.getByLabel('Count it as what Mona Berg sees').selectOption({ label: '1, emerging' })
    await page.getByRole('button', { name: 'Count it, unsure' }).click()
    await page.getByText('Counts, unsure, as what Mona Berg sees: about level 1').waitFor()
    await canBeUsedByEverybody()
    await visitor.visit('/levels#visibility-of-work')
    await page.getByText('from what you were told, unsure').first().waitFor()
  })

  it('finds it on the page of the skill and in the list of what to work on', async () => {
    await visitor.visit('/skill/visibility-of-work')
    await page.getByRole('heading', { name: 'What people told you about this' }).waitFor()
    await page.getByText('“You should be more strategic and visible.”').waitFor()
    await visitor.visit('/focus?to=staff-engineer')
    await page.getByText('You were told this once.').first().waitFor()
  })

  it('makes a growth area of it, and reads what that costs before anything is kept', async () => {
    await tell('You should be more strategic and visible.')
    await page.getByRole('link', { name: 'Make it a growth area' }).click()
    await page.getByRole('link', { name: 'Staff engineer', exact: true }).first().click()
    await page.getByText(/^Pinning visibility of work /).waitFor()
    await page.waitForURL((url) => !url.searchParams.has('pin'))
    await expect
      .poll(() => page.evaluate(async () => (await (await fetch('/api/plan')).json()).kept))
      .toBeNull()
  })

  it('takes it back, and with it what it counted for', async () => {
    await visitor.visit('/told')
    await page.getByRole('button', { name: 'Take back “You should be more strategic and visible.”' }).click()
    await page.getByText('Taken back.').waitFor()
    await visitor.visit('/others')
    await page.getByText('Nothing is written down yet.').waitFor()
    await tell('')
    await expect.poll(() => records().count()).toBe(0)
  })
})

describe('somebody with a whole review', () => {
  it('sees first what they value, what they miss and what is unclear', async () => {
    await tell(REVIEW)
    await rows().nth(5).waitFor()
    await page.getByRole('heading', { name: /What they miss/ }).waitFor()
    await page.getByRole('heading', { name: /Unclear: ask for an example/ }).waitFor()
    await page.getByText('About no skill (1)').waitFor()
    await expect
      .poll(() => rows().filter({ hasText: 'rollout note' }).innerText())
      .toContain('Written communication')
    await expect
      .poll(() => rows().filter({ hasText: 'every hard ticket' }).innerText())
      .toContain('Delegation')
    await canBeUsedByEverybody()
  })

  it('opens one sentence after the other with the keyboard alone', async () => {
    await rows().first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows().nth(1).getAttribute('aria-expanded')).toBe('true')
    await expect.poll(() => page.locator('.told-part mark, .told-row mark').count()).toBeGreaterThan(0)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect.poll(() => rows().nth(1).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowUp')
    await expect
      .poll(() =>
        rows()
          .first()
          .evaluate((row) => row === document.activeElement),
      )
      .toBe(true)
  })

  it('corrects one, and the next sentence like it is read as they said', async () => {
    await tell('You let the retro drift and nobody left with an action.')
    const first = page.locator('.told-part')
    await first.waitFor()
    await page.getByRole('button', { name: /It is about something else|Say what it is about/ }).click()
    await page.getByLabel('Which skill is it about?').fill('team health')
    await page.keyboard.press('Enter')
    await page.getByText('By your own word, about').waitFor()
    await page
      .getByLabel('What did they say?')
      .fill('You let the last retro drift, nobody left with an action.')
    await page.getByText('Read like a sentence that you corrected before.').waitFor()
    await page.getByRole('article', { name: 'Team health' }).waitFor()
  })

  it('puts one aside, and sentences like it are no longer read as about a skill', async () => {
    await page.getByLabel('What did they say?').fill('You should delegate more of the hard tickets.')
    await page.getByRole('article', { name: 'Delegation' }).waitFor()
    await page.getByRole('button', { name: 'Put it aside' }).click()
    await page.getByText('Put aside (1)').waitFor()
    await page.getByLabel('What did they say?').fill('You should delegate more of those hard tickets.')
    await page.getByRole('heading', { name: 'Not about a skill' }).waitFor()
  })

  it('finds a record by a word, changes who said it and when, and takes it back and again', async () => {
    await visitor.visit('/told')
    await page.getByRole('button', { name: /^Change “You let the retro drift/ }).click()
    await page.getByLabel('When').fill('2026-01-15')
    await page.getByRole('radio', { name: 'praise' }).check()
    // Another window changes it meanwhile: what was filled in here stays on the screen, with the reason.
    await page.evaluate(async () => {
      const { records } = await (await fetch('/api/feedback')).json()
      const known = records.find(({ text }: { text: string }) => text.startsWith('You let the retro drift'))
      const { saidOn, text, skills, polarity, judgement, saidBy, frameworkDigest } = known
      const { status } = await fetch(`/api/feedback/${known.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${known.revisionId}"` },
        body: JSON.stringify({
          ...{ saidOn, text, skills, polarity, judgement, saidBy, frameworkDigest, countsAs: null },
          revisionId: crypto.randomUUID(),
        }),
      })
      if (status !== 200) throw new Error(`The other window was answered ${status}.`)
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.told-keep .field-error').waitFor()
    await expect.poll(() => page.locator('.told-keep').getByLabel('When').inputValue()).toBe('2026-01-15')
    await page.getByRole('button', { name: 'Save' }).click()
    await records().getByText('15 January 2026').waitFor()
    await expect.poll(() => records().first().innerText()).toContain('praise')
    await page.getByRole('button', { name: /^Take back “You let the retro drift/ }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await records().getByText('15 January 2026').waitFor()
  })
})

describe('a sentence about several skills', () => {
  it('is kept with all of them, by the person’s own word', async () => {
    await tell('Nobody could follow your design document for the two newcomers.')
    const article = page.getByRole('article', { name: 'Written communication' })
    await article.waitFor()
    await article.getByRole('button', { name: 'About another skill as well' }).click()
    await page.getByLabel('Which skill is it about?').fill('mentoring')
    await page.keyboard.press('Enter')
    await article.getByText('As well about').waitFor()
    await article.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('Kept.').waitFor()
    const kept = records().filter({ hasText: 'newcomers' })
    await kept.getByRole('link', { name: 'Written communication' }).first().waitFor()
    await kept.getByRole('link', { name: 'Mentoring & teaching' }).first().waitFor()
    await canBeUsedByEverybody()
  })

  it('is found under each of them, and can be left with one', async () => {
    await visitor.visit('/skill/mentoring')
    await page.getByText('“Nobody could follow your design document for the two newcomers.”').waitFor()
    await visitor.visit('/told')
    await page.getByRole('button', { name: /^Change “Nobody could follow/ }).click()
    await page.getByRole('button', { name: 'Not about Mentoring & teaching' }).click()
    // While the form still stands, it names the skill beside the record that names it too.
    const form = records().locator('form')
    await page.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    const kept = records().filter({ hasText: 'newcomers' })
    await kept.getByRole('link', { name: 'Mentoring & teaching' }).waitFor({ state: 'detached' })
    await kept.getByRole('link', { name: 'Written communication' }).waitFor()
  })
})

describe('whatever is pasted', () => {
  it.each<[string, string, string]>([
    ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script> delegate more', '<script>'],
    ['Arabic', 'يجب أن تكتب وثائق أوضح للفريق كله حتى يفهمها الجميع.', 'يجب'],
    ['Chinese', '你应该更多地向上级汇报项目的进展情况。', '你应该'],
    ['an emoji with parts', 'You should delegate more 👩🏽‍💻👨‍👩‍👧‍👦 and review less.', '👩🏽‍💻'],
    ['a very long word', `You should delegate ${'more'.repeat(900)}.`, 'You should'],
  ])('is shown as what it is: %s', async (_, text, part) => {
    await tell(text)
    const shown = page.locator('.told-sentence, .told-row-text')
    await shown.first().waitFor()
    await expect.poll(() => shown.first().innerText()).toContain(part)
    await expect.poll(() => page.locator('main script, main img').count()).toBe(0)
    await expect.poll(() => scrollsSideways(page)).toBe(false)
  })

  it('in another language is not guessed at', async () => {
    await tell('你应该更多地向上级汇报项目的进展情况。')
    await page.getByText('It is not in the language that is read here').waitFor()
  })

  it('is refused in words above 5 MB, and nothing is lost', async () => {
    await visitor.visit('/told')
    await page.getByLabel('What did they say?').fill('You should delegate more.')
    await page.getByLabel('What did they say?').evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', 'You should delegate more. '.repeat(200_000))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('This is 5.2 MB of text.').waitFor()
    await expect
      .poll(() => page.getByLabel('What did they say?').inputValue())
      .toBe('You should delegate more.')
  })

  it('left nothing on the network, in the address or in the console', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
    expect(page.url()).not.toContain('delegate')
  })
})

it('in a framework of another trade, a sentence is read in its own skills', async () => {
  const browser = await openBrowser()
  const running = await startSkillmap(undefined, join(projectRoot, 'tests', 'frameworks', 'small'))
  try {
    const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await other.goto(running.launchUrl)
    await other.goto(`${running.url}/told`)
    await other
      .getByLabel('What did they say?')
      .fill('Your dough never rises and the loaves come out flat, and customers complain.')
    await other.locator('.told-part').waitFor()
    await other.getByRole('button', { name: /It is about something else|Say what it is about/ }).click()
    await other.getByLabel('Which skill is it about?').fill('dough')
    await other.keyboard.press('Enter')
    await other.locator('.told-entries').getByText('Dough making').waitFor()
    await expect.poll(() => axeViolations(other)).toEqual([])
  } finally {
    await browser.close()
    await running.stop()
  }
})
