// Who can see this: asked on a laptop and in an organisation, and seeing oneself as somebody else does.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'
import { comeIn, type Visitor } from './visitor.ts'

const panel = (page: Page) => page.getByRole('dialog', { name: 'Who can see this?' })

/** As a page of the program would: from the browser of whoever is signed in there. */
async function call(
  page: Page,
  method: string,
  path: string,
  body: object | null = null,
  headers: Record<string, string> = {},
): Promise<{ id: string } & Record<string, unknown>> {
  const answer = await page.evaluate(
    async ([how, where, what, more]) => {
      const sent = await fetch(where, {
        method: how,
        headers: { 'content-type': 'application/json', ...more },
        ...(what === null ? {} : { body: JSON.stringify(what) }),
      })
      return { status: sent.status, body: await sent.json().catch(() => ({})) }
    },
    [method, path, body, { 'idempotency-key': crypto.randomUUID(), ...headers }] as const,
  )
  expect([200, 201, 204], `${method} ${path} ${JSON.stringify(answer.body)}`).toContain(answer.status)
  return answer.body
}

const revision = (level: number, note = '') => ({ revisionId: crypto.randomUUID(), level, note })
const FIRST = { 'if-none-match': '*' }

/** Somebody asks a colleague, who writes one answer and gives it. */
async function askAndGive(
  from: Guest,
  subject: string,
  to: Guest,
  toId: string,
  note: string,
): Promise<void> {
  await call(from.page, 'POST', '/api/asks', {
    ...{ subject, raters: [toId], skills: ['written-communication'], purpose: 'development' },
    ...{ note: 'For our talk', dueOn: '2099-12-04' },
  })
  const asked = (await call(to.page, 'GET', '/api/asked')) as unknown as { id: string; state: string }[]
  const id = asked.find(({ state }) => state === 'open')?.id ?? ''
  const begun = (await call(to.page, 'POST', `/api/asked/${id}/begin`)) as unknown as {
    assessment: { id: string }
  }
  const path = `/api/assessments/${begun.assessment.id}/ratings/written-communication`
  await call(to.page, 'PUT', path, revision(4, note), FIRST)
  await call(to.page, 'POST', `/api/asked/${id}/give`)
}

describe('On a laptop', () => {
  let me: Visitor
  beforeAll(async () => {
    me = await comeIn()
  })
  afterAll(() => me.leave())

  test('the answer is “only you”, comes by the keyboard, asks nobody and goes away with Escape', async () => {
    const asked: string[] = []
    me.page.on('request', (request) => asked.push(request.url()))
    await me.visit('/journal')
    const ask = me.page.locator('main').getByRole('button', { name: 'Only you' }).first()
    await ask.focus()
    await me.page.keyboard.press('Enter')
    await panel(me.page).getByText('Only you, on this computer').waitFor()
    await panel(me.page).getByText('Until you erase it').waitFor()
    await expect.poll(() => axeViolations(me.page)).toEqual([])
    await me.page.keyboard.press('Escape')
    await panel(me.page).waitFor({ state: 'hidden' })
    await expect.poll(() => ask.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(asked.filter((url) => url.includes('who-sees'))).toEqual([])
  })

  test('it opens over the page, which does not get longer, and along the foot of a phone', async () => {
    for (const width of [1440, 768, 360]) {
      await me.page.setViewportSize({ width, height: 900 })
      const height = () => me.page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0)
      const before = await height()
      await me.page.locator('main').getByRole('button', { name: 'Only you' }).first().click()
      await panel(me.page).getByText('What changes that').waitFor()
      await expect.poll(() => height()).toBe(before)
      await expect.poll(() => scrollsSideways(me.page)).toBe(false)
      const box = await panel(me.page).boundingBox()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true)
      await panel(me.page).getByRole('button', { name: 'Close' }).click()
      await panel(me.page).waitFor({ state: 'hidden' })
    }
  })
})

describe('In an organisation', () => {
  let bea: TeamVisitor
  let max: Guest
  let cem: Guest
  let dia: Guest
  beforeAll(async () => {
    bea = await comeInAs('Bea')
    max = await bea.as('Max')
    cem = await bea.as('Cem')
    dia = await bea.as('Dia')
    for (const one of [bea, max, cem, dia]) await one.visit('/asked')
    const { idOf } = bea.organisation
    await askAndGive(bea, 'me', cem, idOf.Cem, 'Clear and short.')
    await askAndGive(max, idOf.Bea, dia, idOf.Dia, 'Her decisions are easy to find.')
  })
  afterAll(() => bea.leave())

  test('it names whoever manages one and does not read it', async () => {
    await bea.visit('/journal')
    await bea.page.locator('main').getByRole('button', { name: 'Only you' }).first().click()
    await panel(bea.page).getByText('Max, who manages you').waitFor()
    await panel(bea.page).getByText('Administrators, whatever they look after').waitFor()
    await expect.poll(() => axeViolations(bea.page)).toEqual([])
  })

  test('what is said of a rating stands in the list of what others said, too', async () => {
    await bea.visit('/levels')
    await bea.page.getByText('Contest or add', { exact: true }).first().click()
    await bea.page.getByLabel('Your words').first().fill('You saw one of twelve.')
    await bea.page.getByRole('button', { name: 'Put it beside the rating' }).first().click()
    await bea.page.getByText('You see this differently').waitFor()
    await bea.visit('/others')
    await bea.page.getByText('You saw one of twelve.').waitFor()
    // What a colleague gave is theirs to change.
    await expect.poll(() => bea.page.getByRole('button', { name: /^Take back/ }).count()).toBe(0)
  })

  test('a manager finds at the name of a person what was given for them to read, and what they say of it', async () => {
    await max.visit('/colleagues')
    const row = max.page.getByRole('listitem').filter({ hasText: /^Bea/ })
    await row.getByRole('link', { name: 'What colleagues gave about Bea' }).click()
    await max.page.getByRole('heading', { name: 'What colleagues gave about Bea' }).waitFor()
    await max.page.getByText('Her decisions are easy to find.').waitFor()
    await expect.poll(() => max.page.getByText('Clear and short.').count()).toBe(0)
    await max.page.getByRole('button', { name: 'Who can see this?' }).click()
    await panel(max.page).getByText('Bea, whom it is about').waitFor()
    await cem.visit(`/given/${bea.organisation.idOf.Bea}`)
    await cem.page.getByText('Nobody of this address reports to you today.').waitFor()
  })

  test('one sees oneself as one’s manager does, and as anybody, until a copy is withdrawn', async () => {
    const { framework } = (await call(bea.page, 'GET', '/api/me')) as unknown as {
      framework: { digest: string }
    }
    const opened = await call(bea.page, 'POST', '/api/assessments', {
      frameworkDigest: framework.digest,
      role: 'senior-engineer',
    })
    await call(bea.page, 'PUT', `/api/assessments/${opened.id}/ratings/mentoring`, revision(3), FIRST)
    const handed = await call(bea.page, 'POST', '/api/handovers', {
      ...{ recipientId: bea.organisation.idOf.Max, words: 'For our talk.', destination: false },
      choice: { evidence: [], told: [], levels: ['mentoring'], areas: [] },
    })

    await bea.visit('/share')
    await bea.page.getByRole('button', { name: 'Who can see this?' }).first().click()
    await panel(bea.page).getByText('Max, to whom it was handed').waitFor()
    await panel(bea.page).getByRole('link', { name: 'See what somebody reads of you' }).click()

    await bea.page.getByRole('heading', { name: 'What anybody of the organisation reads of you' }).waitFor()
    await bea.page.getByText('Nothing else of you.').waitFor()
    await bea.page.getByLabel('Somebody of the organisation').selectOption({ label: 'Max, Platform' })
    await bea.page.getByRole('heading', { name: 'What Max reads of you' }).waitFor()
    await bea.page.getByRole('heading', { name: 'What you handed to them' }).waitFor()
    await bea.page.getByText('Her decisions are easy to find.').waitFor()
    await expect.poll(() => bea.page.getByText('Clear and short.').count()).toBe(0)
    await bea.page.getByText('Your journal').waitFor()
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1440, 'dark'],
    ] as const) {
      await bea.page.setViewportSize({ width, height: 900 })
      await bea.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(bea.page), { message: `${width} px` }).toEqual([])
      await expect.poll(() => scrollsSideways(bea.page), { message: `${width} px` }).toBe(false)
    }

    await call(bea.page, 'DELETE', `/api/handovers/${handed.id}`)
    await bea.page.reload()
    await bea.page.getByRole('heading', { name: 'What Max reads of you' }).waitFor()
    await expect
      .poll(() => bea.page.getByRole('heading', { name: 'What you handed to them' }).count())
      .toBe(0)
    expect(bea.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
