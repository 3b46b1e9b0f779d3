// Every address that somebody of an organisation has, opened once on a phone in the dark: as manager, as administrator, as engineer.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupedBy } from '../../src/core/framework/grouped-by.ts'
import { VIEWS } from '../../src/core/organisation/views.ts'
import { saveViewSwitchedOn } from '../../src/store/organisation/view-switches.ts'
import { personViewer } from '../person-viewer.ts'
import { axeViolations, projectRoot, readTwice, scrollsSideways } from './browser.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

const addressesIn = (file: string) =>
  [...readFileSync(join(projectRoot, 'src', 'web', file), 'utf8').matchAll(/path: '([^']+)'/g)].flatMap(
    (match) => match[1] ?? [],
  )

/** What stands for a name in an address: the id of Bea, or nothing that is there, which is a page, too. */
const NAMES: Record<string, 'Bea' | 'nothing'> = {
  '/prepare/$id': 'Bea',
  '/given/$id': 'Bea',
  '/organisation/erase/$id': 'nothing',
  '/organisation/person/$id': 'Bea',
  '/asked/$id': 'nothing',
  '/rounds/$id': 'nothing',
  '/openings/$id': 'nothing',
}

/** Read from the file in which a page gets its address, so that none is forgotten. */
const ofTeam = addressesIn('team-routes.tsx')
const ofOnePerson = addressesIn('routes.tsx').filter((address) => !address.includes('$'))

let max: TeamVisitor
let ada: Guest
let hal: Guest

beforeAll(async () => {
  max = await comeInAs('Max', async ({ store }, { orgId, idOf }) => {
    await store.withViewer(await personViewer(store, orgId, idOf.Ada), async (tx) => {
      for (const view of VIEWS)
        await saveViewSwitchedOn(tx, { id: randomUUID(), view, purpose: 'To look at each page once.' })
    })
  })
  ada = await max.as('Ada')
  hal = await max.as('Hal')
  for (const { page } of [max, ada, hal]) {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  }
})

afterAll(() => max.leave())

function withNames(address: string): string {
  const isNamed = address.includes('$')
  const name = NAMES[address]
  if (isNamed && name === undefined)
    throw new Error(`Say in NAMES of this file what stands for the name in ${address}.`)
  const id = name === 'Bea' ? max.organisation.idOf.Bea : '00000000-0000-4000-8000-000000000000'
  return address.replaceAll(/\$\w+/g, id)
}

/** The headings that are shown, each as its level and its text. */
function headings(page: Page): Promise<{ level: number; text: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent ?? '' })),
  )
}

/** What is wrong with the page that is open; empty where nothing is. */
async function faults(page: Page): Promise<string[]> {
  const shown = await headings(page)
  const skipped = shown.filter(({ level }, at) => level > (shown[at - 1]?.level ?? 0) + 1)
  const first = shown.filter(({ level }) => level === 1).length
  return [
    ...(first === 1 ? [] : [`${first} headings of the first level`]),
    ...skipped.map(({ level, text }) => `a level of headings is left out before “${text}” (h${level})`),
    ...((await scrollsSideways(page)) ? ['it scrolls sideways'] : []),
  ]
}

const NO_SUCH_PAGE = 'There is no such page · Skillmap'

/** Pages that say that nothing is there share a title; every other address has one of its own. */
function twins(titles: ReadonlyMap<string, string>): string[] {
  const shared = groupedBy([...titles], ([, title]) => title)
  return [...shared]
    .filter(([title, addresses]) => addresses.length > 1 && title !== NO_SUCH_PAGE)
    .map(([title, addresses]) => `${title}: ${addresses.map(([address]) => address).join(', ')}`)
}

describe.each([
  { who: 'a manager', guest: () => max as Guest, addresses: [...ofOnePerson, ...ofTeam] },
  { who: 'an administrator', guest: () => ada, addresses: ofTeam },
  { who: 'an engineer with nothing yet', guest: () => hal, addresses: ofTeam },
])('on a phone and in the dark, $who', ({ guest, addresses }) => {
  const titles = new Map<string, string>()

  it.each(addresses)('can use %s', async (address) => {
    const { page, visit } = guest()
    await visit(withNames(address))
    expect(readTwice(page)).toEqual([])
    titles.set(address, await page.title())
    await expect.poll(() => faults(page)).toEqual([])
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('tells every page by its title', () => {
    expect(titles.size).toBe(addresses.length)
    expect(twins(titles)).toEqual([])
  })

  it('left nothing in the console, and asked nobody else', () => {
    const { errors, policyViolations, foreignRequests } = guest().watch
    expect([...policyViolations, ...foreignRequests]).toEqual([])
    // Where nothing is there the page says so, and so does the answer that it had from the server.
    expect(errors.filter((error) => !/^ApiError: .*this id/.test(error))).toEqual([])
  })
})

describe('the ways around', () => {
  const first = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button')

  it('are four words for an engineer and five for a manager', async () => {
    for (const { page } of [max, hal]) await page.goto(`${max.running.url}/colleagues`)
    await first(max.page).first().waitFor()
    await first(hal.page).first().waitFor()
    await expect
      .poll(() => first(max.page).allTextContents())
      .toEqual(['You', 'Others', 'Team', 'Framework', 'Organisation'])
    await expect
      .poll(() => first(hal.page).allTextContents())
      .toEqual(['You', 'Others', 'Framework', 'Organisation'])
  })

  it('open, close and go on with the keyboard alone', async () => {
    const { page } = max
    const team = page.getByRole('button', { name: 'Team', exact: true })
    await team.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Prepare a talk' }).waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('link', { name: 'Prepare a talk' }).count()).toBe(0)
    await expect.poll(() => team.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Prepare a talk' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Prepare a talk' }).waitFor()
    await expect.poll(() => team.getAttribute('aria-expanded')).toBe('false')
    await expect.poll(() => team.getAttribute('aria-current')).toBe('true')
  })

  it('lead an administrator, and nobody else, to the list of people', async () => {
    const { page } = ada
    await page.goto(`${max.running.url}/colleagues`)
    await page.getByRole('button', { name: 'Organisation', exact: true }).click()
    await page.getByRole('link', { name: 'List of people' }).click()
    await page.getByText('of 10 people, by name').waitFor()
    await hal.page.getByRole('button', { name: 'Organisation', exact: true }).click()
    await hal.page.getByRole('link', { name: 'Who sees what', exact: true }).waitFor()
    await expect.poll(() => hal.page.getByRole('link', { name: 'List of people' }).count()).toBe(0)
  })
})
