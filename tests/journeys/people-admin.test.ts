// An administrator keeps the list of people; somebody of the list sees what is kept about them, and no page of administration.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import type { Store } from '../../src/store/open.ts'
import { saveMember } from '../../src/store/organisation/members.ts'
import { axeViolations, scrollsSideways, textOf } from './browser.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

/** More than a list of names shows at once, all of them before Zoe. */
async function manyColleagues({ store }: { store: Store }, { orgId }: { orgId: string }): Promise<void> {
  await store.withViewer(visitor(orgId), async (tx) => {
    for (let number = 100; number < 300; number += 1)
      await saveMember(tx, { id: randomUUID(), displayName: `Colleague ${number}`, leftOn: null })
  })
}

let ada: TeamVisitor
beforeAll(async () => {
  ada = await comeInAs('Ada', manyColleagues)
})
afterAll(() => ada?.leave())

const TWELVE = `name;team;manager;role;from
Uma;Search;Vito;Senior engineer;2026-10-01
Vito;Search;Nia;engineering-manager;2026-10-01
${['Wim', 'Xia', 'Yan', 'Zoe', 'Ari', 'Bo', 'Cleo', 'Dov', 'Eda'].map((name) => `${name};Search;Vito;Senior engineer;2026-10-01`).join('\n')}
Finn;Search;Vitto;Senior engineer;2026-10-01
`

const main = (guest: Guest) => guest.page.locator('main')

describe('An administrator of people', () => {
  test('brings twelve people in a file, mends a mistake in the page, and takes the file over', async () => {
    const { page } = ada
    await ada.visit('/organisation/file')
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(TWELVE) }
    await page.getByLabel('Choose the file').setInputFiles(file)
    await page.getByText('The manager Vitto is neither in the file nor on the list.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Take it over/ }).count()).toBe(0)
    await page.getByLabel('Text of line 13').fill('Finn;Search;Vito;Senior engineer;2026-10-01')
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.getByText('12 people added, 0 changed, 0 with a last day, 0 left as they are.').waitFor()
    await page.getByText('New teams: Search.').waitFor()
    await page.getByRole('button', { name: 'Take it over for 12 people' }).click()
    await page.getByText('The list says now what the file says.').waitFor()
    await page.getByRole('button', { name: 'Take back: people.csv' }).waitFor()
  })

  test('moves one of them to another team, and takes that back', async () => {
    const { page } = ada
    await ada.visit('/organisation/people')
    await page.getByLabel('Find by name').fill('Finn')
    await page.getByText('1 to 1 of 1 person, by name').waitFor()
    await page.getByRole('link', { name: 'Finn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Finn' }).waitFor()
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Apps' })
    await page.getByLabel('From', { exact: true }).fill('2026-12-01')
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('It is noted.').waitFor()
    await page.getByRole('row', { name: 'Team Apps 1 December 2026 goes on' }).waitFor()
    await page.getByRole('row', { name: 'Team Search 1 October 2026 30 November 2026' }).waitFor()
    await page.getByRole('button', { name: /^Take back: .*Team Apps from 2026-12-01/ }).click()
    await page.getByText('It is taken back. What was before holds again.').waitFor()
    await page.getByRole('row', { name: 'Team Search 1 October 2026 goes on' }).waitFor()
  })

  test('adds somebody once, also where the answer was lost and they try again', async () => {
    const { page } = ada
    await ada.visit('/organisation/people')
    await page.getByRole('heading', { name: 'Add somebody' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Gil Once')
    await page.route(
      '**/api/organisation/people',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    const add = page.getByRole('button', { name: 'Add', exact: true })
    await add.click()
    await page.getByText('Skillmap does not answer.').waitFor()
    await add.click()
    await page.getByText('Gil Once is on the list.').waitFor()
    await page.getByLabel('Find by name').fill('Gil Once')
    await page.getByText('1 to 1 of 1 person, by name').waitFor()
    await page.getByLabel('Find by name').fill('Colleague')
    await page.getByText('1 to 50 of 200 people, by name').waitFor()
    await page.getByRole('button', { name: 'Further names' }).click()
    await page.getByText('51 to 100 of 200 people, by name').waitFor()
    await page.getByLabel('Show whoever has left, too').check()
    await page.getByText('1 to 50 of 200 people, by name').waitFor()
    ada.watch.errors.splice(0)
  })

  test('sees whom they have chosen, also after looking for somebody else', async () => {
    const { page } = ada
    await ada.visit('/organisation/access')
    await page.getByLabel('Find somebody').fill('Bea')
    const person = page.getByRole('combobox', { name: 'Person', exact: true })
    await person.selectOption({ label: 'Bea, Platform' })
    await page.getByLabel('Find somebody').fill('Colleague 250')
    await person.locator('option', { hasText: 'Colleague 250' }).waitFor({ state: 'attached' })
    await expect.poll(() => person.locator('option:checked').textContent()).toBe('Bea, Platform')
    await expect.poll(() => person.inputValue()).toBe(ada.organisation.idOf.Bea)
  })

  test('keeps what they typed where somebody else changed the team meanwhile', async () => {
    const { page } = ada
    const other = await ada.as('Ada')
    const open = async (guest: Guest) => {
      await guest.visit('/organisation/teams')
      await guest.page.locator('summary', { hasText: 'Apps' }).click()
      return guest.page.getByRole('form', { name: 'Change Apps' })
    }
    const mine = await open(ada)
    await mine.getByLabel('Name').fill('Apps and sites')
    const theirs = await open(other)
    await theirs.getByLabel('Name').fill('Applications')
    await theirs.getByRole('button', { name: 'Save' }).click()
    await other.page.getByRole('form', { name: 'Change Applications' }).waitFor()
    await other.context.close()
    await mine.getByRole('button', { name: 'Save' }).click()
    await page.getByText('it stands here as “Applications” now').waitFor()
    const again = page.getByRole('form', { name: 'Change Applications' })
    await expect.poll(() => again.getByLabel('Name').inputValue()).toBe('Apps and sites')
    await again.getByLabel('Name').fill('Apps')
    await again.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('form', { name: 'Change Apps' }).waitFor()
    ada.watch.errors.splice(0)
  })

  test('notes a leaver, whose session ends at once', async () => {
    const hal = await ada.as('Hal')
    await hal.visit('/colleagues')
    const { page } = ada
    await ada.visit(`/organisation/person/${ada.organisation.idOf.Hal}`)
    await page.getByText('Last day', { exact: true }).first().click()
    await page.getByLabel('End their access and every session now').check()
    await page.getByRole('button', { name: 'Note the last day' }).click()
    await page.getByText('Nobody gets in as them since').waitFor()
    const answer = await hal.page.goto(`${ada.running.url}/colleagues`)
    expect(answer?.status()).toBe(401)
    await hal.page.getByRole('heading', { name: /sign in/i }).waitFor()
    await hal.context.close()
  })

  test('reads the sheet, on which a view stands as soon as it is switched on', async () => {
    const { page } = ada
    await ada.visit('/organisation/views')
    const view = page.getByRole('region', { name: 'Map of a team' })
    await view.getByLabel('What is it for?').fill('To see where help is needed.')
    await view.getByRole('button', { name: 'Switch it on' }).click()
    await view.getByText('Purpose: To see where help is needed.').first().waitFor()
    await ada.visit('/organisation/sheet')
    await expect.poll(() => main(ada).innerText()).toContain('Purpose: To see where help is needed.')
    await expect.poll(() => main(ada).innerText()).toContain('Nobody is ranked.')
  })

  test('is told before ending a grant of their own, and stays the last administrator of people', async () => {
    const { page } = ada
    await ada.visit('/organisation/access')
    await page.getByRole('button', { name: 'End People of Ada' }).click()
    await page.getByText('This is your own grant of people.').waitFor()
    await page.getByRole('button', { name: 'End it all the same' }).click()
    await page.getByText('This is the last administrator of people.').waitFor()
    await page.getByLabel('Which directory').fill('Our directory')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByText('Copy it now').waitFor()
  })

  test('has pages that are read aloud and on a narrow screen as well', async () => {
    const { page } = ada
    const { idOf } = ada.organisation
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of [
        '',
        '/people',
        `/person/${idOf.Bea}`,
        '/teams',
        '/file',
        '/access',
        '/views',
        '/sheet',
        '/me',
      ]) {
        await ada.visit(`/organisation${path}`)
        await expect.poll(() => axeViolations(page), { message: path }).toEqual([])
        await expect.poll(() => scrollsSideways(page), { message: path }).toBe(false)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(ada.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

describe('Somebody else of the organisation', () => {
  test('finds no page of administration, and sees what is kept about them and who reads it', async () => {
    // A day is the same day for somebody west of the server.
    const bea = await ada.as('Bea', { timezoneId: 'America/New_York' })
    for (const path of ['people', 'teams', 'file', 'access', `person/${ada.organisation.idOf.Cem}`]) {
      await bea.visit(`/organisation/${path}`)
      await textOf(main(bea), 'There is no such page')
    }
    await bea.visit('/organisation')
    await expect.poll(() => main(bea).innerText()).not.toContain('For administrators')
    await bea.page.getByRole('link', { name: 'What is kept about you', exact: true }).click()
    await bea.page.getByRole('row', { name: /^Reports to Nia 1 January 2024 31 December 2025/ }).waitFor()
    const text = await textOf(main(bea), 'everyone of the organisation reads them')
    expect(text).not.toContain('Note it')
    await bea.context.close()
  })
})
