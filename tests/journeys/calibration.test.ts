// Four managers read the same cases; the framework's owner and each reader learn what is theirs to know.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveManagement } from '../../src/store/organisation/management.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { axeViolations, comeToRest, scrollsSideways, textOf } from './browser.ts'
import { comeInAs, type TeamVisitor } from './come-in-as.ts'

let ada: TeamVisitor

beforeAll(async () => {
  ada = await comeInAs('Ada', async ({ store }, { orgId, idOf }) => {
    const viewer = await personViewer(store, orgId, idOf.Ada)
    await store.withViewer(viewer, async (tx) => {
      for (const [who, boss] of [
        ['Hal', 'Gus'],
        ['Eli', 'Dia'],
      ] as const)
        await saveManagement(tx, {
          ...{ id: randomUUID(), personId: idOf[who], managerId: idOf[boss] },
          ...{ from: '2026-02-01', until: null },
        })
    })
  })
  await ada.visit('/colleagues')
  const status = await ada.page.evaluate(async () => {
    const body = JSON.stringify({ purpose: 'See whether we read the levels alike.' })
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/views/calibration', { method: 'PUT', headers, body })).status
  })
  expect(status).toBe(200)
})

afterAll(() => ada.leave())

/** Answers every question of the page with one of these levels, in turn. */
async function readAll(page: Page, levels: readonly number[]) {
  const questions = page.locator('fieldset', { hasText: 'At which level do you see' })
  await questions.first().waitFor()
  const count = await questions.count()
  for (let index = 0; index < count; index += 1) {
    const level = levels[index % levels.length] ?? 0
    await questions.nth(index).locator('input').nth(level).check({ force: true })
    await page.getByText(`You have said ${index + 1} of ${count}.`).waitFor()
  }
}

describe('calibration', () => {
  it('is opened by the framework’s owner, with a purpose and the cases that come with the framework', async () => {
    const { page } = ada
    await ada.visit('/calibration')
    await page.getByLabel('What is it for?').fill('Before the autumn talks, read the levels alike.')
    // Four of the ten cases, so that it takes a quarter of an hour less.
    for (const title of [
      'The late warning',
      'The page that everybody links to',
      'The review that taught',
      'The alarm that nobody hears',
      'The team without a name',
      'The no that held',
    ])
      await page.getByLabel(title).uncheck()
    // Pressed twice, it is opened once.
    await page.getByRole('button', { name: 'Open it' }).dblclick()
    await page.getByText('Close the round').first().waitFor()
    await comeToRest(page)
    await expect.poll(() => page.getByRole('heading', { name: /^Round of/ }).count()).toBe(1)
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('keeps the level that was chosen last, however fast; where it cannot, it shows what is kept', async () => {
    const { page, visit, context } = await ada.as('Max')
    await visit('/calibration')
    const levels = page.locator('fieldset', { hasText: 'At which level do you see' }).first().locator('input')
    await levels.nth(0).check({ force: true })
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => levels.nth(3).isChecked()).toBe(true)
    await comeToRest(page)
    await page.route('**/readings', (route) => route.abort())
    await page.keyboard.press('ArrowRight')
    await page.getByText('Skillmap does not answer.').waitFor()
    await expect.poll(() => levels.nth(3).isChecked()).toBe(true)
    await page.unroute('**/readings')
    await visit('/calibration')
    await expect.poll(() => levels.nth(3).isChecked()).toBe(true)
    await context.close()
  })

  it('is read by each manager alone', async () => {
    for (const [who, levels] of [
      ['Max', [2, 3]],
      ['Nia', [3, 4]],
      ['Gus', [3, 4]],
      ['Dia', [3, 4]],
    ] as [PersonName, number[]][]) {
      const guest = await ada.as(who)
      await guest.visit('/calibration')
      await readAll(guest.page, levels)
      await guest.context.close()
    }
    const bea = await ada.as('Bea')
    await bea.visit('/calibration')
    await bea.page.getByText('Cases are read by those to whom somebody reports.').waitFor()
  })

  it('tells the owner, once it is closed, between which anchors readings part', async () => {
    const { page } = ada
    await ada.visit('/calibration')
    await expect.poll(() => page.getByText('people read it').count()).toBe(0)
    await page.getByText('Close the round').first().click()
    await page.getByRole('button', { name: 'Close the round' }).click()
    await page.getByText('4 people read it.').waitFor()
    const text = await textOf(page.locator('main'), 'Most often readings part between')
    for (const name of ['Max', 'Nia', 'Gus', 'Dia']) expect(text).not.toContain(name)
    await page.getByText('Look at these two anchors together').first().click()
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 780 })
    await expect.poll(() => scrollsSideways(page)).toBe(false)
  })

  it('tells each reader how their own scale lies, and nobody else', async () => {
    const max = await ada.as('Max')
    await max.visit('/calibration')
    await max.page.getByText(/your levels lie about one level below/).waitFor()
    await expect.poll(() => max.page.getByText('What it says of the framework').count()).toBe(0)
    expect(ada.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
