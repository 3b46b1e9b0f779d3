// An administrator keeps the list of people; somebody of the list sees what is kept about them, and no page of administration.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, scrollsSideways, textOf } from './browser.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

let ada: TeamVisitor
beforeAll(async () => {
  ada = await comeInAs('Ada')
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
    const bea = await ada.as('Bea')
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
