// Somebody tries the years ahead on paper: a way, another beside it, what to decide when; keeps it; and a year later is asked.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
})

const main = () => page.locator('main').innerText()

describe('a senior engineer who thinks of management', () => {
  it('comes from the move to the years after it, and reads until when the way back is easy', async () => {
    await visitor.visit('/move/senior-engineer/engineering-manager')
    await expect.poll(() => main()).toContain('not the chance of a promotion')
    await page.getByRole('link', { name: 'Try it on paper' }).click()
    await page.getByRole('heading', { name: 'The road ahead' }).waitFor()
    const year = new Date().getFullYear()
    await expect
      .poll(() => main())
      .toContain(`The way back to senior engineer is easy until about ${year + 3}`)
    await expect.poll(() => main()).toContain('A small trial before deciding')
    await expect.poll(() => main()).toContain('Mentor a new joiner for a month')
  })

  it('adds a role and changes the years with the keyboard, and the address holds both', async () => {
    const next = page.getByRole('combobox', { name: 'Add a role' })
    await next.focus()
    await next.selectOption('staff-engineer')
    await page.waitForURL(/via=engineering-manager(%2C|,)staff-engineer/)
    await page.getByRole('combobox', { name: 'Years as Engineering manager' }).selectOption('6')
    await page.waitForURL(/engineering-manager\.6/)
    const year = new Date().getFullYear()
    await expect.poll(() => main()).toContain(`Engineering manager\n${year}–${year + 6}`)
    await expect.poll(() => main()).toContain('Worth it on every branch')
    const station = page.getByRole('link', { name: `Staff engineer ${year + 6}` })
    await station.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#leg-1-2$/)
    await page.reload()
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Years as Engineering manager' }).inputValue())
      .toBe('6')
  })

  it('puts another way beside it and reads what both have in common', async () => {
    await page.getByRole('button', { name: 'Put another way beside it' }).click()
    await page.getByText('Way 2').first().waitFor()
    await expect.poll(() => main()).toMatch(/worth it whichever way you go|share no important gap/)
    await expect.poll(() => axeViolations(page)).toEqual([])
    await expect.poll(() => scrollsSideways(page)).toBe(false)
  })

  it('keeps it, finds it again without any address, and is asked whether it is still true a year later', async () => {
    await page.getByRole('button', { name: 'Keep this as your long view' }).click()
    await page.getByText('This is your long view, kept since').waitFor()
    await visitor.visit('/ahead')
    await expect.poll(() => main()).toContain('This is your long view, kept since')
    await expect.poll(() => main()).not.toContain('Still true?')
    await page.clock.setSystemTime(Date.now() + 370 * 24 * 3600 * 1000)
    await visitor.visit('/ahead')
    await expect.poll(() => main()).toContain('Still true?')
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Let it go' }).click()
    await page.getByText('Let go. Nothing else has changed.').waitFor()
    await page.getByRole('button', { name: 'Keep it after all' }).click()
    await page.getByText('This is your long view, kept since').waitFor()
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Years as Engineering manager' }).first().inputValue())
      .toBe('6')
    await page.getByRole('button', { name: 'Let it go' }).click()
    await page.getByText('Let go. Nothing else has changed.').waitFor()
  })

  it('sees nothing leave the machine, and no error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

describe('somebody whose soft skills stood still for a year', () => {
  it('is told once on the focus page, and never again after putting it away', async () => {
    await page.clock.setSystemTime(Date.now())
    await visitor.visit('/')
    await twoYearsOfRatings()
    await visitor.visit('/focus?to=staff-engineer')
    await page
      .getByText('have stayed where they were', { exact: false })
      .or(page.getByText('has stayed where it was', { exact: false }))
      .first()
      .waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    await visitor.visit('/focus?to=staff-engineer,stay')
    await expect.poll(() => main()).not.toContain('stayed where')
    await visitor.visit('/focus?to=staff-engineer')
    await page.getByRole('button', { name: 'Put this away for good' }).click()
    await page.getByText('It will not be said again').waitFor()
    await visitor.visit('/focus?to=engineering-manager')
    await expect.poll(() => main()).not.toContain('stayed where')
  })
})

describe('somebody who looks at several destinations', () => {
  it('may untick the last one, and is told when there is no room for another', async () => {
    const chosen = page.getByRole('group', { name: 'Where you may go' }).getByRole('checkbox')
    await visitor.visit('/focus?to=staff-engineer')
    await page.getByRole('checkbox', { name: 'Staff engineer', exact: true }).click()
    await page.getByText('Choose at least one destination.').waitFor()
    await visitor.visit('/focus?to=tech-lead,staff-engineer,engineering-manager,stay')
    await page.getByText('No more than four at once; untick one to look at another.').waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: 'Another role' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Tech lead', exact: true }).click()
    await expect.poll(() => page.getByText('No more than four at once').count()).toBe(0)
    await expect.poll(() => chosen.first().isEnabled()).toBe(true)
  })
})

/** An export of somebody who rated two skills long ago and again now, brought in as a person would. */
async function twoYearsOfRatings(): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const answer = await fetch(`/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
      return answer.status === 204 ? null : answer.json()
    }
    const { framework } = await ask('GET', '/me')
    await ask(
      'PUT',
      '/target',
      {
        frameworkDigest: framework.digest,
        role: 'senior-engineer',
        destinations: ['staff-engineer'],
        revisionId: crypto.randomUUID(),
      },
      { 'if-none-match': '*' },
    )
    const everything = await ask('GET', '/export')
    const look = (at: string, levels: Record<string, number>) => {
      const id = crypto.randomUUID()
      const revisions = Object.entries(levels).map(([skill, level]) => ({
        assessmentId: id,
        skill,
        revisionId: crypto.randomUUID(),
        version: 1,
        ratedAt: at,
        level,
        reason: null,
        approaching: false,
        behaviours: [],
        confidence: null,
        observedOn: null,
        note: '',
        withdrawn: false,
        replaces: null,
      }))
      return {
        id,
        raterKind: 'self',
        frameworkDigest: framework.digest,
        role: 'senior-engineer',
        openedAt: at,
        lastActivityAt: at,
        closedAt: at,
        revisions,
      }
    }
    const day = 24 * 3600 * 1000
    everything.assessments = [
      look(new Date(Date.now() - 500 * day).toISOString(), {
        'system-design': 3,
        'written-communication': 2,
      }),
      look(new Date(Date.now() - 20 * day).toISOString(), { 'system-design': 4, 'written-communication': 2 }),
    ]
    everything.frameworks = [
      { digest: framework.digest, framework: await ask('GET', `/frameworks/${framework.digest}`) },
    ]
    await ask('POST', '/import', everything, { 'idempotency-key': crypto.randomUUID() })
  })
}
