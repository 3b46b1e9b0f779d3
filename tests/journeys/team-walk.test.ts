// An organisation's first weeks, from an empty database to somebody who leaves and takes along what is theirs.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSkillmap, textOf } from './browser.ts'
import { PROVIDER_NAME, type StartedTeam, startTeam, type Walker } from './start-team.ts'

const TWELVE = `name;team;manager;role;from
Nia Okafor;Search;;engineering-manager;2026-10-01
${['Bea Lund', 'Cem Arik', 'Dia Sen'].map((name) => `${name};Search;Nia Okafor;Senior engineer;2026-10-01`).join('\n')}
Max Muster;Apps;;engineering-manager;2026-10-01
${['Eli Roth', 'Fay Moss', 'Gus Hahn', 'Hal Iver', 'Ivo Juhl', 'Jon Kerr', 'Kim Loft'].map((name) => `${name};Apps;Max Muster;Senior engineer;2026-10-01`).join('\n')}
`
const PROOF = 'Two design documents that others build on'

let team: StartedTeam
let ada: Walker
let nia: Walker
let bea: Walker
let cem: Walker
/** What the walk found out on its way and goes on with. */
const found = { opening: '', round: '', exported: '' }

beforeAll(async () => {
  team = await startTeam()
  ada = await team.newcomer()
  nia = await team.newcomer()
  bea = await team.newcomer()
  cem = await team.newcomer()
})
afterAll(() => team?.stop())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function chooseSkill(page: Page, skill: string): Promise<void> {
  await page.getByLabel('Find a skill').fill(skill)
  await press(page, `+ ${skill}`)
}

/** Answers what was asked about somebody, each skill outright at these levels. */
async function rate({ page, visit }: Walker, link: string, levels: readonly number[]): Promise<void> {
  await visit('/asked')
  await page.getByRole('link', { name: link }).first().click()
  await press(page, 'Begin')
  for (const level of levels) {
    const name = (await page.locator('#question-skill').textContent()) ?? ''
    const outright = page.getByRole('group', { name: 'Or say the level outright' })
    await outright.getByText(String(level), { exact: true }).click()
    await page.waitForFunction(
      (before) => document.querySelector('#question-skill')?.textContent !== before,
      name,
    )
  }
  await page.getByRole('heading', { name: 'Your answers' }).waitFor()
}

async function inviteOnPage(name: string): Promise<string> {
  await ada.visit('/colleagues')
  await ada.page.getByRole('link', { name, exact: true }).click()
  await press(ada.page, `Make an invitation for ${name}`)
  return ada.page.getByRole('textbox', { name: `Invitation for ${name}` }).inputValue()
}

describe('An administrator of an organisation without anything yet', () => {
  test('comes in by the link of the terminal and the sign-in of the organisation; without it nobody gets in', async () => {
    expect((await ada.ask('/api/session')).status).toBe(401)
    await ada.join(await team.inviteFromTerminal('Ada Berg', true), 'ada-1')
    await ada.visit('/colleagues')
    await expect.poll(() => ada.page.locator('main').innerText()).toContain('Ada Berg')
  })

  test('brings twelve people in a file', async () => {
    const { page } = ada
    await ada.visit('/organisation/file')
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(TWELVE) }
    await page.getByLabel('Choose the file').setInputFiles(file)
    await page.getByText('12 people added, 0 changed, 0 with a last day, 0 left as they are.').waitFor()
    await press(page, 'Take it over for 12 people')
    await page.getByText('The list says now what the file says.').waitFor()
    await ada.visit('/organisation/people')
    await page.getByText('1 to 13 of 13 people, by name').waitFor()
  })

  test('switches on the views of a team, each with what it is for', async () => {
    const { page } = ada
    await ada.visit('/organisation/views')
    for (const [title, purpose] of [
      ['Map of a team', 'To see where help is needed.'],
      ['Work that fits what people want to learn', 'To plan work so that everybody grows by it.'],
    ] as const) {
      const view = page.getByRole('region', { name: title })
      await view.getByLabel('What is it for?').fill(purpose)
      await view.getByRole('button', { name: 'Switch it on' }).click()
      await view.getByText(purpose).first().waitFor()
    }
  })
})

describe('People who are invited', () => {
  test('come in by their links, sign in again without one, and find themselves in their team', async () => {
    await ada.visit('/colleagues')
    await nia.join(await inviteOnPage('Nia Okafor'), 'nia-1')
    await bea.join(await inviteOnPage('Bea Lund'), 'bea-1')
    await cem.join(await inviteOnPage('Cem Arik'), 'cem-1')
    await cem.visit('/account')
    await press(cem.page, 'Sign out')
    await cem.page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await cem.page.goto(`${team.origin}/organisation/me`)
    await press(cem.page, `Sign in with ${PROVIDER_NAME}`)
    await cem.page.getByRole('row', { name: /^Reports to Nia Okafor/ }).waitFor()
    expect(JSON.parse((await bea.ask('/api/session')).text)).toMatchObject({ adminOf: [], kind: 'team' })
  })

  test('who are not on the list or were not invited do not get in with the same provider', async () => {
    const stranger = await team.newcomer()
    await stranger.page.goto(`${team.origin}/colleagues`)
    await press(stranger.page, `Sign in with ${PROVIDER_NAME}`)
    await stranger.page.getByLabel('Name').fill('mallory-1')
    await press(stranger.page, 'Go on')
    await stranger.page.getByRole('heading', { name: 'You are not on the list yet' }).waitFor()
    expect((await stranger.ask('/api/members')).status).toBe(401)
    await stranger.page.context().close()
  })
})

describe('A round about somebody', () => {
  test('is started by their manager, for themselves, their manager and a colleague', async () => {
    const { page } = nia
    await nia.visit('/rounds')
    await page.getByLabel('Its name').fill('Autumn')
    await page.getByRole('checkbox', { name: 'Bea Lund' }).check()
    await chooseSkill(page, 'Written communication')
    await chooseSkill(page, 'System design')
    await press(page, 'Start it')
    await page.getByRole('heading', { name: 'Autumn' }).waitFor()
    found.round = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await bea.visit(`/rounds/${found.round}`)
    await press(bea.page, 'Take Dia Sen off')
    await expect.poll(() => bea.page.getByText('Dia Sen').count()).toBe(0)
    await page.reload()
    await press(page, 'Agree, and ask them')
    await page.getByText(/Agreed on .*; everybody was asked/).waitFor()
  })

  test('is rated by all three; the colleague’s view reaches whom it is about with a name', async () => {
    await rate(cem, 'About Bea Lund', [2, 3])
    await press(cem.page, 'Give it to Bea Lund')
    await cem.page.getByText(/You gave this to Bea Lund on/).waitFor()
    await rate(bea, 'About yourself', [4, 3])
    await press(bea.page, 'I am done')
    await bea.page.getByText('Nia Okafor is not done yet.').waitFor()
    await rate(nia, 'About Bea Lund', [2, 3])
    await bea.visit('/levels')
    await bea.page.getByRole('heading', { name: /^Cem Arik, .*for development/ }).waitFor()
    await expect.poll(() => bea.page.getByRole('heading', { name: /^Nia Okafor, / }).count()).toBe(0)
  })
})

describe('A colleague who would like to know who said what', () => {
  test('gets the same answer for every id of others as for one that does not exist', async () => {
    const ids = await idsOfOthers()
    const nothing = randomUUID()
    for (const [address, id] of [
      ...ids.asks.flatMap((id) => [
        ['/api/asked/:id', id],
        ['POST /api/asked/:id/begin', id],
        ['POST /api/asked/:id/give', id],
        ['POST /api/asked/:id/open', id],
      ]),
      ...ids.assessments.flatMap((id) => [
        ['/api/assessments/:id', id],
        ['POST /api/assessments/:id/close', id],
      ]),
      ['/api/rounds/:id', found.round],
      ['/api/people/:id/ratings', ids.bea],
    ] as [string, string][]) {
      const [path = '', method = 'GET'] = address.split(' ').toReversed()
      const [theirs, none] = [id, nothing].map((one) => ask(cem, method, path.replace(':id', one)))
      const [got, expected] = [await theirs, await none]
      expect([address, got?.status]).toEqual([address, 404])
      expect(withoutIds(got?.text)).toEqual(withoutIds(expected?.text))
    }
  })

  test('cannot write into the ratings of others, and lists hold nothing but their own', async () => {
    const ids = await idsOfOthers()
    for (const id of ids.assessments) {
      const data = { revisionId: randomUUID(), level: 1 }
      const headers = { 'if-none-match': '*' }
      const path = `/api/assessments/${id}/ratings/system-design`
      const answer = await cem.ask(path, { method: 'PUT', data, headers })
      expect([path, answer.status]).toEqual([path, 404])
    }
    for (const path of ['/api/asked', '/api/given', '/api/openings', '/api/agreements', '/api/rounds']) {
      const { text } = await cem.ask(path)
      for (const id of [...ids.asks, ...ids.assessments]) expect(text).not.toContain(id)
    }
  })

  test('reads nothing of it on any page', async () => {
    const ids = await idsOfOthers()
    for (const path of [
      ...ids.asks.map((id) => `/asked/${id}`),
      `/rounds/${found.round}`,
      '/rounds',
      '/team-map',
    ]) {
      await cem.visit(path)
      const text = await cem.page.locator('main').innerText()
      for (const word of ['About yourself', 'Nia Okafor', 'System design', 'Autumn'])
        expect([path, word, text.includes(word)]).toEqual([path, word, false])
    }
  })
})

describe('A person and their manager', () => {
  test('open both sides together, neither having seen the other’s before', async () => {
    const { page } = nia
    await bea.visit('/asked')
    await bea.page.getByRole('link', { name: 'About yourself' }).click()
    await expect.poll(() => bea.page.getByRole('button', { name: 'Open both sides' }).count()).toBe(0)
    await press(page, 'I am done')
    await press(page, 'Open both sides')
    await page.getByRole('heading', { name: 'Both sides: Bea Lund' }).waitFor()
    found.opening = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const first = page.locator('.rounds-differences tbody tr').first()
    await expect.poll(() => first.textContent()).toContain('2 apart')
    await bea.visit(`/openings/${found.opening}`)
    await expect.poll(() => bea.page.locator('.rounds-differences').innerText()).toContain('2 apart')
    for (const other of [cem, ada])
      expect((await other.ask(`/api/openings/${found.opening}`)).status).toBe(404)
  })

  test('agree on a level, which holds once both have signed', async () => {
    const { page } = nia
    const agreed = page.getByRole('group', { name: 'Written communication' })
    await agreed.getByLabel('Level').selectOption({ index: 4 })
    await agreed.getByLabel('What will be seen as proof').fill(PROOF)
    await agreed.getByLabel('By when').fill('2099-03-31')
    const shown = page.getByRole('group', { name: 'System design' })
    await shown.getByLabel('Level').selectOption({ index: 4 })
    await press(page, 'Propose, and sign it yourself')
    await page.getByText('Proposed. It holds once the other one signs too.').waitFor()
    await bea.visit('/levels')
    await bea.page.getByText(PROOF).waitFor()
    await press(bea.page, 'Sign it')
    await bea.page.getByText(/Signed by both on/).waitFor()
    for (const other of [cem, ada]) expect((await other.ask('/api/agreements')).text).not.toContain(PROOF)
  })
})

describe('A manager', () => {
  test('sees the people of the team side by side, with what was agreed', async () => {
    await nia.visit('/team-map')
    const text = await textOf(
      nia.page.locator('main'),
      ...['Bea Lund', 'Cem Arik', 'Dia Sen', 'To see where help is needed.', 'System design'],
    )
    expect(text).not.toContain('Eli Roth')
    // What is still to be shown is a wish, and no level yet.
    expect(text).not.toContain('Written communication')
  })

  test('plans two pieces of work for the next quarter by what was agreed, and each reads their own part', async () => {
    const { page } = nia
    await nia.visit('/opportunities')
    await writeIn(page, 'Facilitate the planning workshop', 'Facilitation')
    await writeIn(page, 'Design the new queue', 'System design')
    await agreeOnGrowth(page, 'Bea Lund', 'Facilitation')
    await agreeOnGrowth(page, 'Cem Arik', 'System design')
    await page
      .getByRole('status')
      .getByText(/This is the best board there is: proven/)
      .waitFor()
    const board = (name: string) =>
      page.locator('.work-row', { has: page.getByRole('heading', { name, exact: true }) })
    await board('Bea Lund').getByText('Facilitate the planning workshop').waitFor()
    await board('Cem Arik').getByText('Design the new queue').waitFor()
    await press(page, 'Keep this board')
    await page.getByText('Kept. Each of your people reads their own part, and why.').waitFor()
    await bea.visit('/opportunities/mine')
    const text = await textOf(bea.page.locator('main'), 'Facilitate the planning workshop')
    expect(text).not.toContain('Design the new queue')
    expect(text).not.toContain('Cem Arik')
  })
})

describe('Somebody who leaves', () => {
  test('takes everything about them along as a file', async () => {
    await bea.visit('/settings')
    const downloading = bea.page.waitForEvent('download')
    await bea.page.getByText('Download as JSON').click()
    found.exported = await (await downloading).path()
    const text = readFileSync(found.exported, 'utf8')
    for (const one of [PROOF, 'Facilitation', 'Bea Lund']) expect(text).toContain(one)
  })

  test('is refused from the next request on once their last day is noted, here and at the provider', async () => {
    await ada.visit('/organisation/people')
    await ada.page.getByLabel('Find by name').fill('Bea')
    await ada.page.getByText('1 to 1 of 1 person, by name').waitFor()
    await ada.page.getByRole('link', { name: 'Bea Lund' }).click()
    await ada.page.getByText('Last day', { exact: true }).first().click()
    await ada.page.getByLabel('End their access and every session now').check()
    await press(ada.page, 'Note the last day')
    await ada.page.getByText('Nobody gets in as them since').waitFor()
    expect((await bea.ask('/api/me')).status).toBe(401)
    await bea.page.goto(`${team.origin}/levels`)
    await press(bea.page, `Sign in with ${PROVIDER_NAME}`)
    await bea.page
      .getByText(/not on the list|has ended|left/i)
      .first()
      .waitFor()
    expect((await bea.ask('/api/export')).status).toBe(401)
  })

  test('reads in a Skillmap of their own what they and others said of them, and who it was', async () => {
    const own = await startSkillmap()
    const context = await team.browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(own.launchUrl)
    await page.goto(`${own.url}/settings`)
    await page.getByLabel('Export file').setInputFiles(found.exported)
    // So that a file which was mended can be chosen again.
    await expect.poll(() => page.getByLabel('Export file').inputValue()).toBe('')
    await press(page, 'Import this')
    await page.getByText(/^Added: /).waitFor()
    await page.goto(`${own.url}/people`)
    await page.getByText('Cem Arik').first().waitFor()
    await page.goto(`${own.url}/levels`)
    await page.getByText('Written communication').first().waitFor()
    const said = JSON.parse(await (await page.request.get(`${own.url}/api/people/me/ratings`)).text())
    const lines = said.ratings.map(
      (one: { rater: { name: string } | null; skill: string; level: number }) => [
        one.rater?.name ?? null,
        one.skill,
        one.level,
      ],
    )
    for (const line of [
      ['Cem Arik', 'written-communication', 2],
      ['Nia Okafor', 'system-design', 3],
    ])
      expect(lines).toContainEqual(line)
    await context.close()
    await own.stop()
  })
})

test('Nobody’s browser went anywhere but to the program and the provider, broke the content policy or met an error', () => {
  // Cem opened addresses of others: that nothing is there for him is said in the console too.
  const isRefusal = (error: string) => /You were asked nothing under this id|No round of yours/.test(error)
  for (const { watch, foreignRequests } of [ada, nia, bea, cem]) {
    const errors = watch.errors.filter((error) => watch !== cem.watch || !isRefusal(error))
    expect([foreignRequests(), watch.policyViolations, errors]).toEqual([[], [], []])
  }
})

async function writeIn(page: Page, title: string, skill: string): Promise<void> {
  await press(page, 'Write a piece of work in')
  await page.getByLabel('What is it?').fill(title)
  await page.getByLabel('What does it involve?').fill(`${skill} for three teams.`)
  await page.getByRole('radio', { name: 'Stretch' }).check({ force: true })
  await press(page, `Add ${skill}`)
  await page.getByLabel(`${skill}: level it asks for`).selectOption('3')
  await page.getByRole('button', { name: 'Keep it', exact: true }).click()
  await page.getByRole('status').getByText(`“${title}” is on the list.`).waitFor()
}

async function agreeOnGrowth(page: Page, name: string, skill: string): Promise<void> {
  const own = page.locator('.planned-people > li', { has: page.getByRole('heading', { name }) })
  await own.getByRole('button', { name: `Write down what you agreed: ${name}` }).click()
  await own.getByLabel('Weeks of planned work in a quarter').fill('8')
  await own.getByLabel('Add a skill').selectOption({ label: skill })
  await own.getByLabel(`${skill}: level they stand at`).selectOption('2')
  await own.getByRole('button', { name: 'Keep what we agreed' }).click()
  await page.getByRole('status').getByText(`What you agreed with ${name} is kept.`).waitFor()
}

const ask = (who: Walker, method: string, path: string) => who.ask(path, { method })
const withoutIds = (text = '') => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')

/** The ids of what the two others of the round were asked and answered, as their own browsers know them. */
async function idsOfOthers(): Promise<{ asks: string[]; assessments: string[]; bea: string }> {
  const lists = await Promise.all([bea, nia].map((one) => one.ask('/api/asked')))
  const asked = lists.flatMap(({ text }) => JSON.parse(text) as { id: string; assessmentId: string | null }[])
  const { personId } = JSON.parse((await bea.ask('/api/session')).text) as { personId: string }
  const assessments = asked.flatMap(({ assessmentId }) => assessmentId ?? [])
  expect([asked.length, assessments.length]).toEqual([2, 2])
  return { asks: asked.map(({ id }) => id), assessments, bea: personId }
}
