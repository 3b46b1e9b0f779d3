// A manager who is about to say “be more proactive” to somebody: it becomes what can be seen, and goes into the talk or into feedback.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveManagement } from '../../src/store/organisation/management.ts'
import { saveMember } from '../../src/store/organisation/members.ts'
import { saveViewSwitchedOn } from '../../src/store/organisation/view-switches.ts'
import { personViewer } from '../person-viewer.ts'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeInAs, type TeamVisitor } from './come-in-as.ts'

const VAGUE = 'Be more proactive.'

/** Two of one name who report to Max, and of whom nobody has said which role they are held in. */
const REN = randomUUID()
const OTHER_REN = randomUUID()

let max: TeamVisitor
let page: Page

beforeAll(async () => {
  max = await comeInAs('Max', async ({ store }, { orgId, idOf }) => {
    await store.withViewer(await personViewer(store, orgId, idOf.Ada), async (tx) => {
      const purpose = 'So that nobody comes unprepared to a talk.'
      await saveViewSwitchedOn(tx, { id: randomUUID(), view: 'conversation-prep', purpose })
      for (const personId of [REN, OTHER_REN]) {
        await saveMember(tx, { id: personId, displayName: 'Ren', leftOn: null })
        const line = { id: randomUUID(), personId, managerId: idOf.Max }
        await saveManagement(tx, { ...line, from: '2026-01-01', until: null })
      }
    })
  })
  page = max.page
})

afterAll(() => max.leave())

const field = () => page.getByLabel('The sentence you have in mind')
const part = () => page.locator('.told-part')

describe('a manager who prepares a talk', () => {
  it('finds everybody who reports to them, and opens the page of one', async () => {
    await max.visit('/prepare')
    await page.getByRole('link', { name: 'Bea' }).click()
    await page.getByRole('heading', { level: 1, name: 'A talk with Bea' }).waitFor()
  })

  it('is told that the program does not answer, rather than something untrue, and tries again', async () => {
    const elsewhere = await max.as('Max')
    await elsewhere.page.route('**/api/preparations?*', (route) => route.abort())
    await elsewhere.page.route('**/api/preparations', (route) => route.abort())
    await elsewhere.page.goto(`${max.running.url}/prepare`)
    await elsewhere.page.getByRole('heading', { level: 1, name: 'This page could not be opened' }).waitFor()
    await elsewhere.page.unrouteAll()
    await elsewhere.page.getByRole('button', { name: 'Try again' }).click()
    await elsewhere.page.getByRole('link', { name: 'Bea' }).waitFor()
    await elsewhere.context.close()
  })

  it('writes what they were about to say, and is told what is hard to use in it', async () => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await field().fill(`${VAGUE} You always leave it to others.`)
    const marks = page.locator('.say-marks').first()
    await marks.getByText('Could mean anything.').waitFor()
    await marks.getByText('Always or never.').waitFor()
    await part().first().waitFor()
    // Read in the browser: nothing of it went to the server.
    expect(sent.join()).not.toContain('proactive')
  })

  it('reads what it is probably about, by which words and how surely, and what that looks like in the role', async () => {
    await field().fill(VAGUE)
    await expect.poll(() => part().count()).toBe(1)
    await part().locator('mark', { hasText: 'proactive' }).waitFor()
    await part()
      .getByText(/^(Probably|Perhaps|Very likely) about/)
      .waitFor()
    await part().getByText('How sure, and why').click()
    await part().getByText('The marked words spoke for it').waitFor()
    await part().getByText('What the role asks (Senior engineer): level').waitFor()
    await part().getByText('Questions to ask').waitFor()
    // Two things to look for are chosen beforehand, and the others can be.
    await expect.poll(() => part().getByRole('checkbox', { checked: true }).count()).toBe(2)
  })

  it('puts it on the page of the next talk with one button, and takes that back', async () => {
    const talks = async () => (await page.request.get(`${max.running.url}/api/conversations`)).json()
    const looked = await part().getByRole('checkbox').first().locator('..').innerText()
    const put = () => part().getByRole('button', { name: 'Put it on the page of the talk' }).click()
    await put()
    await part().getByText('On the page of the talk on').waitFor()
    expect((await talks()).conversations).toHaveLength(1)
    await part().getByRole('button', { name: 'Undo: take it off the page of the talk' }).click()
    await expect.poll(async () => (await talks()).conversations).toEqual([])
    await put()
    await part().getByRole('link', { name: 'Open the page' }).click()
    await page.getByRole('heading', { level: 1, name: /Bea/ }).waitFor()
    await expect
      .poll(() =>
        page.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      )
      .toContain(`Where could we both see this: ${looked.trim()}`)
    await page.goBack()
    await part().getByRole('button', { name: 'Put it on the page of the talk' }).waitFor()
  })

  it('begins feedback with it, which waits among their drafts', async () => {
    await part().getByRole('button', { name: 'Begin feedback with it' }).click()
    await part().getByText('Kept as a draft of feedback.').waitFor()
    await part().getByRole('link', { name: 'Open your drafts' }).click()
    await page.getByRole('button', { name: 'Open: Bea' }).click()
    await page.getByRole('region', { name: 'As they would read it' }).getByText(/\w{3}/).first().waitFor()
  })

  it('finds their words again after the tab was lost, clears them, and gets them back', async () => {
    await max.visit(`/prepare/${max.organisation.idOf.Bea}`)
    await expect.poll(() => field().inputValue()).toBe(VAGUE)
    await page.getByRole('button', { name: 'Clear it' }).click()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => field().inputValue()).toBe(VAGUE)
    await max.visit(`/prepare/${max.organisation.idOf.Cem}`)
    await expect.poll(() => field().inputValue()).toBe('')
    // Nor does whoever else uses this browser read them.
    const keys = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.includes('.prepare.')),
    )
    const { Max, Bea } = max.organisation.idOf
    expect(keys).toEqual([`skillmap.draft.prepare.${Max}.${Bea}`])
  })

  it('takes over only lines that they see: another role asks for others', async () => {
    await max.visit(`/prepare/${REN}`)
    await field().fill(VAGUE)
    const role = page.getByLabel('The role Ren is in')
    for (const id of ['distinguished-engineer', 'senior-engineer']) {
      await role.selectOption(id)
      await expect
        .poll(() => part().getByRole('checkbox', { checked: true }).count(), { message: id })
        .toBe(2)
    }
  })

  it('puts nothing on the page of a talk with somebody else of the same name', async () => {
    for (const id of [REN, OTHER_REN]) {
      await max.visit(`/prepare/${id}`)
      await field().fill(VAGUE)
      await part().getByRole('button', { name: 'Put it on the page of the talk' }).click()
      await part().getByText('On the page of the talk on').waitFor()
      await page.getByRole('button', { name: 'Clear it' }).click()
    }
    const talks = await (await page.request.get(`${max.running.url}/api/conversations`)).json()
    const names = (talks.conversations as { withWhom: string }[])
      .map(({ withWhom }) => withWhom)
      .filter((name) => name.startsWith('Ren'))
    const called = (id: string) => `Ren (reports to Max, id …${id.slice(-6)})`
    expect(names.toSorted()).toEqual([called(REN), called(OTHER_REN)].toSorted())
    await max.visit(`/prepare/${max.organisation.idOf.Cem}`)
  })

  it('is told where a sentence is too vague, is about no skill, or is in another language', async () => {
    for (const [sentence, answer] of [
      ['Do better.', 'Too vague to tell'],
      ['The meeting is on Tuesday.', 'About no skill'],
      ['Du musst dich mehr um andere kümmern und öfter nachfragen.', 'In another language'],
    ] as const) {
      await field().fill(sentence)
      await part().getByRole('heading', { name: answer }).waitFor()
    }
  })

  it('reads of what belongs to somebody alone only how to ask', async () => {
    await field().fill('You work far too late and never take a day off.')
    await part().getByText('This belongs to them alone').waitFor()
    await expect.poll(() => part().getByRole('button', { name: 'Begin feedback with it' }).count()).toBe(0)
  })

  it('can do all of it on a phone and in the dark', async () => {
    await field().fill(VAGUE)
    await part().getByRole('button', { name: 'Begin feedback with it' }).waitFor()
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await expect.poll(() => axeViolations(page), { message: `${width} px, ${colorScheme}` }).toEqual([])
      }
      await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
    }
  })

  it('sends feedback to whom it is for, who reads it until it is taken back', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await max.visit('/say')
    await page.getByRole('textbox', { name: 'What you saw' }).fill('You named the risk before the release.')
    const send = page.getByRole('region', { name: 'Let them read it here' })
    await expect.poll(() => send.getByRole('button', { name: 'Send it' }).isDisabled()).toBe(true)
    await expect.poll(() => send.locator('option[value="Bea"]').count()).toBe(1)
    await send.getByRole('combobox', { name: 'Colleague' }).fill('Bea')
    await send.getByRole('button', { name: 'Send it' }).click()
    await send.getByText('Bea can read it now.').waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    const bea = await max.as('Bea')
    await bea.visit('/share')
    await bea.page.getByText('from Max: a message').waitFor()
    await bea.page.getByText('Read it', { exact: true }).click()
    await bea.page.getByText('You named the risk before the release.').waitFor()
    await send.getByRole('button', { name: 'Take it back' }).click()
    await send.getByText('Taken back. They can read it no more.').waitFor()
    await bea.visit('/share')
    await expect.poll(() => bea.page.getByText('from Max: a message').count()).toBe(0)
    await bea.context.close()
  })

  it('left nothing in the console, and asked nobody else', () => {
    expect(max.watch).toMatchObject({ errors: [], policyViolations: [], foreignRequests: [] })
  })
})
