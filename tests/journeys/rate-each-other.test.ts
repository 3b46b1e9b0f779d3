// Colleagues who rate each other: asking, giving and contesting; a round that two open together and agree on.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

let bea: TeamVisitor
let cem: Guest
let max: Guest
beforeAll(async () => {
  bea = await comeInAs('Bea')
  cem = await bea.as('Cem')
  max = await bea.as('Max')
})
afterAll(() => bea.leave())

async function choose(page: Page, field: string, find: string): Promise<void> {
  await page.getByLabel(field).fill(find)
  await page
    .getByRole('button', { name: `+ ${find}` })
    .first()
    .click()
}

/** Answers each skill outright at these levels, in the order in which they are asked. */
async function rateOutright(page: Page, levels: readonly number[]): Promise<void> {
  for (const level of levels) {
    const name = (await page.locator('#question-skill').textContent()) ?? ''
    await page
      .getByRole('group', { name: 'Or say the level outright' })
      .getByText(String(level), { exact: true })
      .click()
    await page.waitForFunction(
      (before) => document.querySelector('#question-skill')?.textContent !== before,
      name,
    )
  }
}

describe('Asking a colleague', () => {
  test('brings a view with a name, which one may contest and which then says so to both', async () => {
    await bea.visit('/ask')
    await choose(bea.page, 'Whom do you ask?', 'Cem')
    await choose(bea.page, 'Find a skill', 'Written communication')
    await choose(bea.page, 'Find a skill', 'System design')
    await bea.page.getByLabel('A sentence to go with it').fill('For my talk in December')
    await bea.page.getByRole('button', { name: 'Ask', exact: true }).click()
    await bea.page.getByText('One colleague asked.').waitFor()

    await cem.visit('/asked')
    await cem.page.getByRole('link', { name: 'About Bea' }).click()
    await cem.page.getByText('For my talk in December').waitFor()
    await cem.page.getByText('Yours alone until you give it.').waitFor()
    await cem.page.getByRole('button', { name: 'Begin' }).click()
    await cem.page.getByText('Tick what you have seen them do lately.').waitFor()
    await rateOutright(cem.page, [4])
    await cem.page.getByRole('button', { name: 'I have not seen this' }).click()
    await cem.page.getByRole('heading', { name: 'Your answers' }).waitFor()

    await bea.visit('/levels')
    await expect.poll(() => bea.page.getByText('Cem, ').count()).toBe(0)

    await cem.page.getByRole('button', { name: 'Give it to Bea' }).click()
    await cem.page.getByText(/You gave this to Bea on/).waitFor()

    await bea.visit('/levels')
    await bea.page.getByRole('heading', { name: /^Cem, .*for development/ }).waitFor()
    await bea.page.getByText('Contest or add', { exact: true }).first().click()
    await bea.page.getByLabel('Your words').first().fill('You saw one document of twelve.')
    await bea.page.getByRole('button', { name: 'Put it beside the rating' }).first().click()
    await bea.page.getByText('You see this differently').waitFor()

    await cem.visit('/asked')
    await cem.page.getByRole('link', { name: 'About Bea' }).click()
    await cem.page.getByText('You saw one document of twelve.').waitFor()
  })
})

describe('Asking about somebody who reports to one', () => {
  test('does not ask them about themselves, also where they were chosen before', async () => {
    const { page } = max
    await max.visit('/ask')
    await choose(page, 'Whom do you ask?', 'Bea')
    await choose(page, 'Whom do you ask?', 'Cem')
    await page.getByRole('button', { name: 'Take Bea off' }).waitFor()
    await page.getByLabel('About whom').selectOption({ label: 'Bea' })
    await expect
      .poll(() => page.getByRole('button', { name: /^Take .+ off$/ }).allTextContents())
      .toEqual(['Cem ×'])
  })
})

describe('A round', () => {
  test('is rated without seeing each other’s, opened together, and ends in levels that both sign', async () => {
    await max.visit('/rounds')
    const { page } = max
    await page.getByLabel('Its name').fill('Autumn')
    await page.getByRole('checkbox', { name: 'Bea' }).check()
    await choose(page, 'Find a skill', 'Written communication')
    await choose(page, 'Find a skill', 'System design')
    // The answer is lost on the way, and it is tried again: there is one round.
    await page.route('**/api/rounds', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      return route.abort()
    })
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByText('Skillmap does not answer.').waitFor()
    await page.unroute('**/api/rounds')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { name: 'Autumn' }).waitFor()
    await page.getByText('Proposed: besides the person and their manager nobody is asked yet.').waitFor()

    await bea.visit('/rounds')
    await bea.page.getByRole('link', { name: 'Autumn' }).click()
    await bea.page.getByRole('button', { name: 'Take Eli off' }).click()
    await expect.poll(() => bea.page.getByText('Eli').count()).toBe(0)

    // Max looks at the list as it was before.
    await page.getByRole('button', { name: 'Agree, and ask them' }).click()
    await page.getByText('Somebody else changed this list in the meantime.').waitFor()
    await expect.poll(() => page.getByText('Eli').count()).toBe(0)
    await page.getByRole('button', { name: 'Agree, and ask them' }).click()
    await page.getByText(/Agreed on .*; everybody was asked/).waitFor()

    await answerAs(bea, 'About yourself', [4, 3])
    const guess = bea.page.getByLabel('Your guess for System design')
    // What could not be kept is not shown as chosen.
    await bea.page.route('**/guesses', (route) => route.abort())
    await guess.selectOption({ index: 3 })
    await bea.page.getByText('Skillmap does not answer.').waitFor()
    await expect.poll(() => guess.inputValue()).toBe('')
    await bea.page.unroute('**/guesses')
    await guess.selectOption({ index: 3 })
    await bea.page.getByRole('button', { name: 'I am done' }).click()
    await bea.page.getByText('Max is not done yet.').waitFor()

    await answerAs(max, 'About Bea', [2, 3])
    await page.getByRole('button', { name: 'I am done' }).click()
    await page.getByRole('button', { name: 'Open both sides' }).click()
    await page.getByRole('heading', { name: 'Both sides: Bea' }).waitFor()
    const first = page.locator('.rounds-differences tbody tr').first()
    await expect.poll(() => first.textContent()).toContain('2 apart')

    const agreed = page.getByRole('group', { name: 'Written communication' })
    await agreed.getByLabel('Level').selectOption({ index: 4 })
    // Without a level it would be lost: the field asks for one.
    const forgotten = page.getByRole('group', { name: 'System design' })
    await forgotten.getByLabel('What will be seen as proof').fill('A design')
    await expect
      .poll(() => forgotten.getByLabel('Level').evaluate((field) => field.matches(':invalid')))
      .toBe(true)
    await forgotten.getByLabel('What will be seen as proof').fill('')
    await agreed.getByLabel('What will be seen as proof').fill('Two design documents that others build on')
    await agreed.getByLabel('By when').fill('2027-03-31')
    await page.getByRole('button', { name: 'Propose, and sign it yourself' }).click()
    await page.getByText('Proposed. It holds once the other one signs too.').waitFor()

    await bea.visit('/levels')
    await bea.page.getByText('Two design documents that others build on').waitFor()
    await bea.page.getByRole('button', { name: 'Sign it' }).click()
    await bea.page.getByText(/Signed by both on/).waitFor()
  })

  test('shows none of it to a colleague who has the addresses', async () => {
    const address = max.page.url()
    const answer = await cem.page.request.get(address.replace('/openings/', '/api/openings/'))
    expect(answer.status()).toBe(404)
    await cem.page.goto(address)
    await cem.page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
    await expect.poll(() => cem.page.getByText('Two design documents').count()).toBe(0)
  })
})

async function answerAs(guest: Guest, link: string, levels: readonly number[]): Promise<void> {
  await guest.visit('/asked')
  await guest.page.getByRole('link', { name: link }).first().click()
  await guest.page.getByRole('button', { name: 'Begin' }).click()
  await guest.page.locator('#question-skill').waitFor()
  await rateOutright(guest.page, levels)
  await guest.page.getByRole('heading', { name: 'Your answers' }).waitFor()
}
