// A manager begins alone; whom she kept is added to the list, signs in, reads all of it, claims one thing and objects to another.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, comeToRest, scrollsSideways } from './browser.ts'
import { type StartedTeam, startTeam, type Walker } from './start-team.ts'

const NOTE = 'Her summaries end before the point.'
const PRAISE = 'Two new colleagues found their feet with her.'
const WORDS = 'That was in my first week, before I knew the product.'
const REPLY = 'You are right, I will not hold you to it.'

let team: StartedTeam
let ada: Walker
let nia: Walker
let bea: Walker

beforeAll(async () => {
  team = await startTeam()
  ada = await team.newcomer()
  nia = await team.newcomer()
  bea = await team.newcomer()
})
afterAll(() => team?.stop())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const item = (page: Page, skill: string) => page.locator('.held-item', { hasText: skill }).first()

/** At a phone's width and a wide one, in both themes. */
async function canBeUsedByEverybody({ page }: Walker): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page), { message: `${width} px, ${colorScheme}` }).toEqual([])
    }
    await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
  }
}

async function writeDown({ page }: Walker, skill: string, level: string, note: string): Promise<void> {
  await page.getByLabel('Skill', { exact: true }).selectOption({ label: skill })
  await page.getByRole('radio', { name: level }).check()
  await page.getByLabel('Note', { exact: true }).fill(note)
  await press(page, 'Write it down')
  await page.getByText(`${skill}, `, { exact: false }).filter({ hasText: 'written down.' }).waitFor()
}

describe('A manager who begins alone', () => {
  test('keeps somebody without an account, and reads before she writes who will read it one day', async () => {
    await ada.join(await team.inviteFromTerminal('Ada Berg', true), 'ada-1')
    await nia.join(await team.inviteFromTerminal('Nia Okafor', false), 'nia-1')
    const { page } = nia
    await nia.visit('/people')
    await page.getByText('they will read what you noted about them').waitFor()
    await page.getByLabel('Name', { exact: true }).first().fill('Bea')
    await press(page, 'Add')
    await page.getByRole('link', { name: 'Bea', exact: true }).click()
    await page.getByText('If Bea joins your organisation’s Skillmap').waitFor()
    await writeDown(nia, 'Delegation', '1, ', NOTE)
    await writeDown(nia, 'Mentoring & teaching', '3, ', PRAISE)
    await expect.poll(() => page.getByText('Names on the list that are alike:').count()).toBe(0)
  })

  test('is offered the name once the administrator has added it, and sees what would be seen', async () => {
    await ada.visit('/organisation/file')
    const people = 'name;team;manager;from\nBea Lund;Search;Nia Okafor;2026-10-01\n'
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) }
    await ada.page.getByLabel('Choose the file').setInputFiles(file)
    await press(ada.page, 'Take it over for 1 person')
    await ada.page.getByText('The list says now what the file says.').waitFor()
    const { page } = nia
    await page.reload()
    await page.getByRole('radio', { name: 'Bea Lund, Search' }).check()
    await page.getByRole('heading', { name: 'What Bea Lund will see' }).waitFor()
    await item(page, 'Delegation').getByText(NOTE).waitFor()
    await canBeUsedByEverybody(nia)
    const show = page.getByRole('button', { name: 'This is Bea Lund: show it to them' })
    await expect.poll(() => show.isDisabled()).toBe(true)
    await page.getByLabel('I have looked, and I mean this Bea Lund.').check()
    await show.click()
    await page.getByRole('heading', { name: 'What Bea Lund says' }).waitFor()
    await page.getByText('You and Bea Lund can read this.').waitFor()
  })
})

describe('Whoever joins later', () => {
  test('is told on her first sign-in, and reads all of it on a phone', async () => {
    await ada.visit('/colleagues')
    await ada.page.getByRole('link', { name: 'Bea Lund', exact: true }).click()
    await press(ada.page, 'Make an invitation for Bea Lund')
    const link = await ada.page.getByRole('textbox', { name: 'Invitation for Bea Lund' }).inputValue()
    const { page } = bea
    await page.setViewportSize({ width: 390, height: 844 })
    await bea.join(link, 'bea-1')
    const line = page.getByText('A colleague kept notes about you before you were here.')
    await line.waitFor()
    // Somebody else has read notes about themselves in this browser, and she herself notes that are gone since.
    await page.evaluate(async () => {
      const { personId } = await (await fetch('/api/session')).json()
      localStorage.setItem('skillmap.held-seen', '2')
      localStorage.setItem('skillmap.held-seen.somebody-else', '["one", "two"]')
      localStorage.setItem(`skillmap.held-seen.${personId}`, '["one", "two"]')
    })
    await page.reload()
    await line.waitFor()
    await page.getByRole('link', { name: 'Read them' }).click()
    await page.getByRole('heading', { name: 'From Nia Okafor' }).waitFor()
    for (const text of [NOTE, PRAISE, 'Nia Okafor kept you as “Bea”']) await page.getByText(text).waitFor()
    await canBeUsedByEverybody(bea)
  })

  test('takes one thing into her record, and objects to another; both can be undone', async () => {
    const { page } = bea
    await page.setViewportSize({ width: 390, height: 844 })
    await press(page, 'Take it into my record: Mentoring & teaching')
    await item(page, 'Mentoring').getByText('In your record.').waitFor()
    await press(page, 'Undo what you said to Mentoring & teaching')
    await press(page, 'Take it into my record: Mentoring & teaching')
    await item(page, 'Mentoring').getByText('In your record.').waitFor()
    await item(page, 'Delegation').getByText('Object', { exact: true }).click()
    await item(page, 'Delegation').getByLabel('Your words').fill(WORDS)
    await press(page, 'Say so')
    await item(page, 'Delegation').getByText('It is used nowhere meanwhile.').waitFor()
    await canBeUsedByEverybody(bea)
    await bea.visit('/levels')
    await page.getByRole('heading', { name: 'What colleagues gave you' }).waitFor()
    await page.getByText(PRAISE).waitFor()
    await expect.poll(() => page.getByText(NOTE).count()).toBe(0)
  })

  test('is answered by the manager, who then removes it for good', async () => {
    const { page } = nia
    await page.setViewportSize({ width: 360, height: 800 })
    await page.reload()
    await comeToRest(page)
    await item(page, 'Delegation').getByText(WORDS).waitFor()
    await item(page, 'Mentoring').getByText('Bea Lund took it into their record.').waitFor()
    await item(page, 'Delegation').getByLabel('Your answer').fill(REPLY)
    await press(page, 'Answer')
    await item(page, 'Delegation').getByText(`You answered: ${REPLY}`).waitFor()
    await bea.visit('/about-me')
    await item(bea.page, 'Delegation').getByText(REPLY).waitFor()
    await item(page, 'Delegation').getByText('Remove for good').click()
    await press(page, 'Remove it')
    await page.getByText('Delegation is removed for good.').waitFor()
    await canBeUsedByEverybody(nia)
    await bea.visit('/about-me')
    await bea.page.getByText(WORDS).waitFor()
    await expect.poll(() => bea.page.getByText(NOTE).count()).toBe(0)
  })

  test('and nobody else has read any of it, nor did a request leave the servers', async () => {
    await ada.visit('/about-me')
    await ada.page.getByText('Nobody said that they kept notes about you.').waitFor()
    for (const walker of [ada, nia, bea]) expect(walker.foreignRequests()).toEqual([])
    expect((await ada.ask('/api/export')).text).not.toContain(PRAISE)
  })
})
