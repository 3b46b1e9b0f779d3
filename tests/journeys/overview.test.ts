// The organisation's view in a browser: released by an administrator, read by everybody, followed down to a team.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadFramework } from '../frameworks/load-framework.ts'
import { BUILT_IN } from '../frameworks/read-files.ts'
import { settleManyAgreed } from '../many-agreed.ts'
import { axeViolations, scrollsSideways, textOf } from './browser.ts'
import { comeInAs, type TeamVisitor } from './come-in-as.ts'

let visitor: TeamVisitor
beforeAll(async () => {
  visitor = await comeInAs('Ada', async ({ store }, organisation) => {
    await settleManyAgreed(store, organisation, loadFramework(BUILT_IN))
  })
})
afterAll(() => visitor?.leave())

const PURPOSE = 'To see which skills to teach next year.'

describe('the organisation’s view', () => {
  test('says that it is off, and has no link, until it is switched on', async () => {
    await visitor.visit('/organisation/overview')
    await expect.poll(() => visitor.page.locator('main').innerText()).toContain('This view is off')
    await expect
      .poll(() => visitor.page.getByRole('link', { name: 'The organisation’s view' }).count())
      .toBe(0)
  })

  test('is released by an administrator of views with one button', async () => {
    const { page, running } = visitor
    const switched = await page.evaluate(
      async (purpose) =>
        (
          await fetch('/api/views/organisation', {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ purpose }),
          })
        ).status,
      PURPOSE,
    )
    expect(switched).toBe(200)
    await visitor.visit('/organisation/overview')
    expect(running.url).toContain('127.0.0.1')
    await expect.poll(() => page.locator('main').innerText()).toContain('Nothing has been released yet')
    await page.getByRole('button', { name: 'Make today’s release' }).click()
    await page.getByRole('table').first().waitFor()
    await expect.poll(() => page.locator('main').innerText()).toContain(PURPOSE)
  })

  test('reads alike for somebody without any office, who cannot make a release', async () => {
    const guest = await visitor.as('Fay')
    await guest.visit('/organisation/overview')
    await guest.page.getByRole('table').first().waitFor()
    await expect.poll(() => guest.page.getByRole('button', { name: 'Make today’s release' }).count()).toBe(0)
    const text = await textOf(guest.page.locator('main'), 'Skills in short supply')
    expect(text).not.toMatch(/Payments \d/)
    expect(guest.watch.errors ?? []).toEqual([])
  })

  test('shows skill by skill on a phone without anything to be moved sideways', async () => {
    const guest = await visitor.as('Fay')
    await guest.page.setViewportSize({ width: 360, height: 800 })
    await guest.visit('/organisation/overview')
    const part = guest.page.locator('section', {
      has: guest.page.getByRole('heading', { name: 'Skill by skill', exact: true }),
    })
    await part.getByRole('listitem').first().waitFor()
    await expect.poll(() => part.getByRole('table').count()).toBe(0)
    const wide = () =>
      part.evaluate((whole) =>
        [whole, ...whole.querySelectorAll('*')]
          .filter(
            (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible',
          )
          .filter((one) => !one.classList.contains('visually-hidden'))
          .map((one) => one.outerHTML.slice(0, 120)),
      )
    await expect.poll(wide).toEqual([])
    await expect.poll(() => scrollsSideways(guest.page)).toBe(false)
    await expect.poll(() => axeViolations(guest.page)).toEqual([])
    await guest.context.close()
  })

  test('is followed from everybody down to a team and back, and shows roles side by side', async () => {
    const { page } = visitor
    await page.getByRole('link', { name: 'Engineering', exact: true }).click()
    await page.getByRole('columnheader', { name: 'Payments' }).waitFor()
    expect(page.url()).toContain('team=')
    await page.getByRole('radio', { name: 'Roles' }).check()
    await page.getByRole('columnheader', { name: 'Senior engineer' }).waitFor()
    await page.getByRole('navigation', { name: 'Where' }).getByRole('link', { name: 'Everybody' }).click()
    await page.getByRole('navigation', { name: 'Where' }).getByText('Everybody').waitFor()
  })

  test('goes into a file with its purpose', async () => {
    const waiting = visitor.page.waitForEvent('download')
    await visitor.page.getByRole('link', { name: 'Download as a table' }).click()
    expect((await waiting).suggestedFilename()).toMatch(/^overview-\d{4}-\d\d-\d\d\.csv$/)
  })
})
