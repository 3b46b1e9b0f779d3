// A confidential round in the browser, from its start to after its close: what is said first, what stays unknown.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '../organisation.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

const RATERS: PersonName[] = ['Cem', 'Dia', 'Eli']
const SKILLS = ['Written communication', 'System design', 'Mentoring']

let max: TeamVisitor
let bea: Guest
const guests = new Map<PersonName, Guest>()
const guest = (who: PersonName) => guests.get(who) as Guest
/** Where Cem answers; an address that others may have seen over a shoulder. */
let addressOfCem = ''

beforeAll(async () => {
  max = await comeInAs('Max')
  bea = await max.as('Bea')
  for (const who of RATERS) guests.set(who, await max.as(who))
})
afterAll(() => max.leave())

async function choose(page: Page, field: string, find: string): Promise<void> {
  await page.getByLabel(field).fill(find)
  await page
    .getByRole('button', { name: `+ ${find}` })
    .first()
    .click()
}

/** Rates by keys alone: a digit is a level, "o" says that one has not seen it. Counts what was typed. */
async function rateByKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const question = page.locator('#question-skill')
    const before = (await question.textContent()) ?? ''
    await page.keyboard.press(key)
    await expect
      .poll(async () => ((await question.count()) === 0 ? null : await question.textContent()))
      .not.toBe(before)
  }
}

async function answerAs(who: PersonName, keys: readonly string[]): Promise<void> {
  const { page, visit } = guest(who)
  await visit('/asked')
  await page.getByRole('link', { name: 'About Bea' }).click()
  await page.getByText('Bea never learns who said what', { exact: false }).waitFor()
  await page.getByText('nobody can read it, change it or take it back any more', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.locator('#question-skill').waitFor()
  await rateByKeys(page, keys)
  await page.getByRole('heading', { name: 'Your answers' }).waitFor()
  await page.getByRole('button', { name: 'Give it in confidence' }).click()
  await page.getByText(/You gave this in confidence on/).waitFor()
  await expect.poll(() => focusOf(page)).toBe('About Bea')
}

/** Where the keyboard is: never lost at the top of the page. */
function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

describe('A confidential round', () => {
  test('says before it starts, and before anybody is asked, how likely it is that anything will be shown', async () => {
    const { page } = max
    await max.visit('/rounds')
    await page.getByLabel('Its name').fill('In confidence')
    await page.getByRole('checkbox', { name: 'Bea' }).check()
    for (const skill of SKILLS) await choose(page, 'Find a skill', skill)
    await page.getByRole('checkbox', { name: 'Colleagues answer in confidence' }).check()
    await page.getByText(/Bea: three colleagues would be proposed\. About 27 in 100 that anything/i).waitFor()
    await page.getByRole('checkbox', { name: 'colleagues', exact: true }).uncheck()
    await page.getByText(/Bea: .+ would be proposed, and at least 3 have to be asked/).waitFor()
    await page.getByRole('checkbox', { name: 'colleagues', exact: true }).check()
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { name: 'In confidence' }).waitFor()
    await page
      .getByText('nobody reads what any of them said, not even who answered', { exact: false })
      .waitFor()
    await page.getByRole('button', { name: 'Take Eli off' }).click()
    await page.getByText('here it would be 2', { exact: false }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Agree, and ask them' }).isDisabled()).toBe(true)
    await choose(page, 'Add somebody', 'Eli')
    await page.getByText('About 27 in 100 that anything will be shown', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Agree, and ask them' }).click()
    await page.getByText(/Agreed on .*; everybody was asked/).waitFor()
  })

  test('is answered by keys alone, and “I have not seen this” is a whole answer', async () => {
    await answerAs('Cem', ['2', '4', '3'])
    addressOfCem = guest('Cem').page.url()
    await answerAs('Dia', ['3', '3', 'o'])
    await answerAs('Eli', ['4', '3', '3'])
  })

  test('shows no colleague what another said, by address, in lists or in anything that the page is sent', async () => {
    const { page } = guest('Dia')
    const heard: string[] = []
    page.on('response', async (response) => {
      if (response.url().includes('/api/')) heard.push(await response.text().catch(() => ''))
    })
    await page.goto(addressOfCem)
    await page.getByText('You were asked nothing under this id.').first().waitFor()
    for (const path of ['/asked', '/levels', '/rounds', '/colleagues']) await guest('Dia').visit(path)
    const round = await page.request.get(max.page.url().replace('/rounds/', '/api/rounds/'))
    expect(round.status()).toBe(404)
    const exported = await (await page.request.get(`${max.running.url}/api/export`)).text()
    const cem = max.organisation.idOf.Cem
    const askOfCem = addressOfCem.split('/').at(-1) ?? ''
    expect(heard.length).toBeGreaterThan(3)
    for (const text of [...heard, exported]) {
      expect(text.includes(askOfCem) && !text.includes('not-found') ? text.slice(0, 200) : '').toBe('')
      expect(/"answeredAt":"[^"]+"/.test(text) && text.includes(`"rater":{"id":"${cem}"`)).toBe(false)
    }
  })

  test('lets a colleague change one answer, autosaved, until it closes', async () => {
    const { page, visit } = guest('Cem')
    await visit('/asked')
    await page.getByText(/given in confidence, can be changed until/).waitFor()
    await page.getByRole('link', { name: 'About Bea' }).click()
    await page.getByRole('button', { name: 'Change: System design' }).click()
    await page.getByRole('heading', { name: 'System design' }).waitFor()
    await rateByKeys(page, ['1'])
    await page.getByText('What you change is kept as you choose it.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Back to this question' }).click()
    await page.reload()
    const changed = page.getByRole('listitem').filter({ hasText: 'System design' })
    await expect.poll(() => changed.textContent()).toMatch(/1/)
    await page.getByText(/You gave this in confidence on/).waitFor()
  })

  test('lets a colleague take all of it back and give it again', async () => {
    const { page } = guest('Cem')
    await page.getByText('Take all of it back').first().click()
    await page.getByRole('button', { name: 'Take all of it back' }).click()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'Give it in confidence' }).click()
    await page.getByText(/You gave this in confidence on/).waitFor()
  })

  test('shows the person nothing while it is open, and whoever organises it no name', async () => {
    await bea.visit('/levels')
    await expect.poll(() => bea.page.getByText('Confidential rounds').count()).toBe(0)
    await max.page.reload()
    await max.page.getByText('Who has answered is never shown.', { exact: false }).waitFor()
    await expect.poll(() => max.page.getByText(/answered on|has answered\b(?! is)/).count()).toBe(0)
  })

  test('is closed by hand, after it was said that nothing can be taken back then', async () => {
    const { page } = max
    await page.getByText('Close it now').first().click()
    await page.getByText('After that nothing can be changed, added or taken back', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Close it now' }).click()
    await page.getByText('The round is closed and sealed.', { exact: false }).waitFor()
    await expect.poll(() => focusOf(page)).toBe('How far it is')
    for (const who of RATERS)
      await expect
        .poll(() =>
          page
            .getByRole('main')
            .getByText(new RegExp(`\\b${who}\\b`))
            .count(),
        )
        .toBe(0)
  })

  test('then shows the person in which skills it counts, and not who or how many answered', async () => {
    await bea.visit('/levels')
    const { page } = bea
    await page.getByRole('heading', { name: /Confidential rounds/ }).waitFor()
    const line = page.getByRole('listitem').filter({ hasText: 'it counts for' })
    await expect.poll(() => line.textContent()).toMatch(/System design/)
    await expect.poll(() => line.textContent()).not.toMatch(/Mentoring/)
    await page.getByText('Who answered, and how many did, is nowhere any more', { exact: false }).waitFor()
    for (const who of RATERS)
      await expect
        .poll(() =>
          page
            .getByRole('main')
            .getByText(new RegExp(`\\b${who}\\b`))
            .count(),
        )
        .toBe(0)
  })

  test('then is gone for whoever answered: nothing links them to it', async () => {
    const { page, visit } = guest('Cem')
    await visit('/asked')
    await page.getByText('Nobody asked you anything yet.').waitFor()
    await page.goto(addressOfCem)
    await page.getByText('You were asked nothing under this id.').first().waitFor()
  })
})

/** Words a minute that people read non-fiction in silence (Brysbaert 2019, a review of 190 studies). */
const WORDS_A_MINUTE = 238
const SIX = [
  'written-communication',
  'system-design',
  'mentoring',
  'software-craft',
  'facilitation',
  'decision-making',
]

describe('Six skills', () => {
  test('are answered by keyboard alone, behaviour by behaviour, in less than five minutes of reading and few keys', async () => {
    const sent = await bea.page.request.post(`${max.running.url}/api/asks`, {
      headers: { 'idempotency-key': randomUUID(), origin: max.running.url },
      data: {
        ...{ subject: 'me', raters: [max.organisation.idOf.Dia], skills: SIX, purpose: 'development' },
        ...{ note: '', dueOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) },
      },
    })
    expect(sent.status()).toBe(201)
    const { page, visit } = guest('Dia')
    await visit('/asked')
    await page.getByText(/\(one is open, until /).waitFor()
    let keys = 0
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    await page.getByRole('link', { name: 'About Bea' }).focus()
    await press('Enter')
    await page.getByRole('button', { name: 'Begin' }).focus()
    await press('Enter')
    const question = page.locator('#question-skill')
    await question.waitFor()
    let words = 0
    // Up from the middle of the scale while it counts: "yes" once, then "not yet", as of somebody a level above it.
    for (let asked = 0; asked < SIX.length; asked += 1) {
      const skill = await question.textContent()
      for (const key of ['y', 'n']) {
        const shown = page.locator('section.question')
        const before = (await shown.textContent()) ?? ''
        words += countWords((await page.locator('.question-level').textContent()) ?? '')
        await press(key)
        await expect
          .poll(async () => ((await shown.count()) === 0 ? 'over' : await shown.textContent()))
          .not.toBe(before)
      }
      await expect
        .poll(async () => ((await question.count()) === 0 ? 'over' : await question.textContent()))
        .not.toBe(skill)
    }
    await page.getByRole('heading', { name: 'Your answers' }).waitFor()
    await page.getByRole('button', { name: 'Give it to Bea' }).focus()
    await press('Enter')
    await page.getByText(/You gave this to Bea on/).waitFor()
    expect(keys).toBe(2 + 2 * SIX.length + 1)
    expect(words).toBeGreaterThan(100)
    expect(words / WORDS_A_MINUTE).toBeLessThan(5)
  })
})

function countWords(text: string): number {
  return text.trim().split(/\s+/).length
}
