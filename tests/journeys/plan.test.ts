// An engineer with three hours a week makes a plan, sees what every wish costs, keeps it, and reports two weeks.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, textOf } from './browser.ts'
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

/** What somebody chose and rated on other pages before: these have journeys of their own. */
async function haveChosen(destinations: string[], rated: [string, number][] = []): Promise<void> {
  await page.evaluate(
    async ({ destinations, rated }) => {
      const ask = async (path: string, method: string, body: unknown, headers: Record<string, string>) => {
        const response = await fetch(`/api${path}`, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        })
        if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
        return response.json()
      }
      const first = { 'if-none-match': '*' }
      const { target, framework } = await (await fetch('/api/me')).json()
      const frameworkDigest = framework.digest
      const revision = () => ({ revisionId: crypto.randomUUID() })
      await ask(
        '/target',
        'PUT',
        { frameworkDigest, role: 'senior-engineer', destinations, ...revision() },
        target ? { 'if-match': `"${target.revisionId}"` } : first,
      )
      if (rated.length === 0) return
      const key = { 'idempotency-key': crypto.randomUUID() }
      const { id } = await ask('/assessments', 'POST', { frameworkDigest, role: 'senior-engineer' }, key)
      for (const [skill, level] of rated) {
        const content = {
          level,
          approaching: false,
          behaviours: [],
          reason: null,
          confidence: null,
          observedOn: null,
          note: '',
        }
        await ask(`/assessments/${id}/ratings/${skill}`, 'PUT', { ...content, ...revision() }, first)
      }
    },
    { destinations, rated },
  )
}

const cost = () => page.locator('.plan-try-words')

/** Waits for the cost of a change, and reads it. */
async function costOf(subject: string): Promise<string> {
  const told = cost().getByText(subject)
  await told.waitFor()
  return told.innerText()
}

async function open(path: string): Promise<void> {
  await page.goto(visitor.running.url + path)
  await page.locator('main h1').first().waitFor()
}

/** Skills in the order in which they are worked on. */
async function order(): Promise<string[]> {
  return page
    .locator('[data-order]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-order') ?? ''))
}

async function keptPlan() {
  return page.evaluate(async () => (await fetch('/api/plan')).json())
}

describe('an engineer with three hours a week who may become a staff engineer', () => {
  it('goes from what is worth most to a plan, and reads why the first skill is first', async () => {
    await haveChosen(
      ['staff-engineer'],
      [
        ['written-communication', 3],
        ['delegation', 2],
        ['problem-framing', 2],
        ['technical-strategy', 1],
        ['influence-without-authority', 2],
      ],
    )
    await open('/focus')
    await page.getByRole('link', { name: /Make a plan of it/ }).click()
    await page.getByRole('heading', { name: 'This quarter', exact: true }).waitFor()
    const first = page.locator('.plan-area').first()
    await textOf(
      first,
      ...['This week', 'What will count', 'Who could see it', 'What to look for'],
      /Why it is here\s+(Before .*, because|Critical|Important)/,
    )
    await expect.poll(() => page.locator('.plan-area').count()).toBeLessThanOrEqual(3)
  })

  it('reads a date with a range, what it assumes, and how near the order is to the best', async () => {
    await page
      .getByText(/Half of people like this would reach the next level .* four in five .*about \w+ 20\d\d/)
      .first()
      .waitFor()
    await page.getByText('What this assumes').click()
    await page.getByText('three hours of practice a week are given as planned', { exact: false }).waitFor()
    await page.locator('[data-proof="done"]').waitFor()
    await expect.poll(() => page.locator('[data-proof]').innerText()).toMatch(/^proven within \d+%$/)
    await page
      .getByText(/The first skills stay the same under/)
      .first()
      .waitFor()
  })

  it('gives five hours and sees what that brings, pins a skill and sees what that costs', async () => {
    await page.getByRole('slider', { name: /^Hours a week/ }).focus()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => costOf('Giving five hours a week instead of three')).toMatch(/ready to try/)
    const pinned = 'software-craft'
    const before = await order()
    await page.locator(`[data-order="${pinned}"]`).getByRole('button', { name: /^Pin / }).click()
    await expect.poll(() => costOf('Pinning')).toMatch(/By its own measure the plan is worth .* less/)
    await expect.poll(async () => (await order()).indexOf(pinned)).toBeLessThan(before.indexOf(pinned))
  })

  it('takes the pin back, and keeps the rest', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await costOf('Taking that back')
    const shown = await order()
    await page.getByRole('button', { name: 'Keep this plan' }).click()
    await page.getByRole('heading', { name: 'How this plan came about' }).waitFor()
    const { kept } = await keptPlan()
    const steps: { skill: string }[] = [...kept.plan.steps, ...kept.plan.later]
    expect([...new Set(steps.map(({ skill }) => skill))]).toEqual(shown)
    expect(kept.choices.hoursPerWeek).toEqual([5])
    expect(kept.choices.pins).toEqual([])
    await page.getByText(/Too few to tell yet/).waitFor()
  })

  it('reports two weeks, and the date comes nearer by as much as the page says', async () => {
    const form = page.locator('.plan-progress')
    const hours = form.getByRole('spinbutton').first()
    await form.getByLabel('Week', { exact: true }).selectOption({ label: 'Last week' })
    await hours.fill('4')
    await form.getByRole('spinbutton').nth(1).fill('1')
    await form.getByRole('button', { name: 'Report' }).click()
    await costOf('Your report')
    await form.getByLabel('Week', { exact: true }).selectOption({ label: 'This week' })
    await form.getByText('What you did, and a note').first().click()
    await form.getByRole('checkbox').nth(1).check()
    await form.getByLabel('A note to yourself').first().fill('Listened for a whole hour')
    await form.getByRole('button', { name: 'Report' }).click()
    await expect
      .poll(() => hours.evaluate((field: HTMLInputElement) => field.validationMessage))
      .toBe('How many hours? 0 is an answer too.')
    await hours.fill('4')
    await form.getByRole('spinbutton').nth(1).fill('2')
    await form.getByRole('button', { name: 'Report' }).click()
    await form.getByText('4 reports').waitFor()
    const { entries } = await page.evaluate(async () => (await fetch('/api/progress')).json())
    expect(entries).toContainEqual(
      expect.objectContaining({
        hours: 4,
        note: 'Listened for a whole hour',
        practices: [expect.any(String)],
      }),
    )
    const told = await costOf('Your report')
    expect(told).toMatch(/about \w+ (weeks|months) earlier|less than a week earlier/)
    expect(told).toMatch(/has 8 of about \d+ hours behind it\./)
    await expect.poll(async () => (await keptPlan()).pace.evidence.weeks).toHaveLength(2)
  })

  it('undoes the second report', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => costOf('Taking the report back')).toMatch(/later/)
    await expect.poll(async () => (await keptPlan()).pace.evidence.weeks).toHaveLength(1)
  })

  it('corrects what was reported of last week, and takes the correction back', async () => {
    const form = page.locator('.plan-progress')
    await form.getByLabel('Week', { exact: true }).selectOption({ label: 'Last week' })
    const hours = form.getByRole('spinbutton').first()
    await expect.poll(() => hours.inputValue()).toBe('4')
    const reported = async () =>
      (await page.evaluate(async () => (await fetch('/api/progress')).json())).entries.map(
        (entry: { skill: string; hours: number }) => [entry.skill, entry.hours],
      )
    const before = await reported()
    await hours.fill('6')
    await form.getByRole('button', { name: 'Report' }).click()
    await expect.poll(reported).not.toEqual(before)
    await costOf('Your report')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(reported).toEqual(before)
    await expect.poll(() => costOf('Taking the report back')).not.toBe('')
  })

  it('keeps what could not be kept in the form, and says nothing again that is kept already', async () => {
    const form = page.locator('.plan-progress')
    const hours = form.getByRole('spinbutton')
    const reports = async (): Promise<{ hours: number; version: number }[]> => {
      const week = await form.getByLabel('Week', { exact: true }).inputValue()
      const { entries } = await page.evaluate(async () => (await fetch('/api/progress')).json())
      const areas: string[] = (await keptPlan()).kept.plan.quarters[0].areas.map(
        ({ skill }: { skill: string }) => skill,
      )
      return areas.flatMap(
        (skill) =>
          entries.find((one: { skill: string; week: string }) => one.skill === skill && one.week === week) ??
          [],
      )
    }
    await expect.poll(() => hours.nth(1).inputValue()).toBe('1')
    const [first, second] = await reports()
    // Another window corrects the second step meanwhile.
    await page.evaluate(async (entry) => {
      const { week, skill, level, frameworkDigest, revisionId, practices, done, note } = entry
      const said = { frameworkDigest, practices, done, note, hours: 1.5, revisionId: crypto.randomUUID() }
      const { status } = await fetch(`/api/progress/${week}/${skill}/${level}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${revisionId}"` },
        body: JSON.stringify(said),
      })
      if (status !== 200) throw new Error(`The other window was answered ${status}.`)
    }, second as never)
    await hours.first().fill('5')
    await hours.nth(1).fill('2')
    await form.getByRole('button', { name: 'Report' }).click()
    await cost().getByText('changed this in the meantime', { exact: false }).waitFor()
    await expect.poll(reports).toMatchObject([{ hours: 5 }, { hours: 1.5 }])
    await expect.poll(() => hours.nth(1).inputValue()).toBe('2')
    await form.getByRole('button', { name: 'Report' }).click()
    await expect.poll(reports).toMatchObject([{ hours: 5 }, { hours: 2 }])
    const [told] = await reports()
    expect(told?.version).toBe((first?.version ?? 0) + 1)
    await form.getByText('2 reports').click()
    await expect.poll(() => form.locator('.marked-list').last().innerText()).toMatch(/Week of .*: [A-Z]/)
  })

  it('finds the kept plan again, with why it is as it is, and nothing on it that stands in anybody’s way', async () => {
    await open('/plan')
    const hours = page.getByRole('slider', { name: /^Hours a week/ })
    await hours.waitFor()
    await expect.poll(() => hours.getAttribute('aria-valuetext')).toBe('five hours')
    await page.getByText('Kept once').click()
    await page.getByText('This is your first plan.').waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
  })
})

describe('more than one wish at once', () => {
  it('leads towards two roles, one of which counts more, and says what each change costs', async () => {
    await page.getByText('Several roles, and how much each counts').click()
    await page.getByLabel('Another role').selectOption({ label: 'Engineering manager' })
    await expect
      .poll(() => costOf('Planning for engineering manager too'))
      .toMatch(/ready to try as a staff engineer/)
    await page.getByText('towards staff engineer and engineering manager').waitFor()
    await page.getByRole('slider', { name: /^Staff engineer/ }).focus()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight')
    await costOf('Letting staff engineer count 70%')
    await expect
      .poll(() => page.getByRole('slider', { name: /^Engineering manager/ }).getAttribute('aria-valuetext'))
      .toBe('30%')
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('goes easier after heavy weeks, with one skill at once', async () => {
    await page.getByLabel('Skills at once').selectOption({ label: 'one' })
    await expect
      .poll(() => costOf('Working on one skill at once instead of three'))
      .toMatch(/later|worth .* less/)
    await page.getByLabel('The last weeks were').selectOption({ label: 'heavy, two or three in a row' })
    await costOf('Going easier after heavy weeks')
    await page.getByText('this quarter has half the hours and one skill at a time').waitFor()
  })

  it('finds all of it again in a new window after this one was lost, and takes it back one by one', async () => {
    await page.close()
    page = await visitor.context.newPage()
    await open('/plan')
    await page.getByText('What you were trying is back; none of it is kept yet.').waitFor()
    await page.getByText('towards staff engineer and engineering manager').waitFor()
    await expect.poll(() => page.getByLabel('Skills at once').inputValue()).toBe('1')
    await page.locator('[data-proof="done"]').waitFor()
    await page.getByLabel('The last weeks were').selectOption({ label: 'as usual' })
    await costOf('Going on as usual')
    await page.getByRole('button', { name: 'Undo' }).click()
    await costOf('Taking that back')
    await expect.poll(() => page.getByLabel('The last weeks were').inputValue()).toBe('2')
  })

  it('keeps a plan in another window, and what was tried here is offered and not lost', async () => {
    const other = await visitor.context.newPage()
    await other.goto(`${visitor.running.url}/plan`)
    await other.getByRole('button', { name: 'Let it go' }).click()
    await other.getByRole('slider', { name: /^Hours a week/ }).focus()
    await other.keyboard.press('ArrowRight')
    await other.getByRole('button', { name: 'Keep this plan' }).click()
    await other.getByText('Kept 2 times').waitFor()
    await other.close()
    await page.getByRole('button', { name: 'Keep this plan' }).click()
    await page.getByText('Your plan has changed since you tried something on it.').waitFor()
    await expect
      .poll(() => page.getByRole('slider', { name: /^Hours a week/ }).getAttribute('aria-valuetext'))
      .toBe('5.5 hours')
    await page.getByRole('button', { name: 'Try it on this plan' }).click()
    await page.getByText('towards staff engineer and engineering manager').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('From senior engineer towards staff engineer.').waitFor()
  })
})

describe('somebody who went back to an earlier plan', () => {
  it('has the plan that stood before it again with one Undo', async () => {
    const hours = async () => (await keptPlan()).kept.choices.hoursPerWeek
    await expect.poll(hours).toEqual([5.5])
    await page.getByText('Kept 2 times').click()
    await page.getByRole('button', { name: /^Go back to this plan/ }).click()
    await expect.poll(hours).toEqual([5])
    await costOf('Taking that back')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(hours).toEqual([5.5])
    await page.getByText('Kept 4 times').waitFor()
  })
})

describe('with the keyboard alone', () => {
  it('a skill is put into another place, keeps the focus, and the page says what that costs', async () => {
    await page.getByRole('checkbox', { name: /Leave this quarter as it is/ }).uncheck()
    await costOf('Opening this quarter')
    const before = await order()
    const moved = before[2] ?? ''
    const handle = page.locator(`[data-order="${moved}"] .plan-handle`)
    await handle.focus()
    await page.keyboard.press('ArrowDown')
    await costOf('Putting')
    const after = await order()
    expect(after.indexOf(moved)).toBeGreaterThan(2)
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-order]')?.getAttribute('data-order')),
      )
      .toBe(moved)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await costOf('Taking that back')
    await expect.poll(() => order()).toEqual(before)
  })
})

describe('with a pointer', () => {
  it('a skill that is dragged to the front comes first, and one hand on Undo takes it back', async () => {
    const before = await order()
    const rows = page.locator('[data-order]')
    // Both build on nothing that is open, so that either may come first.
    const moved = before[0] === 'active-listening' ? 'technical-strategy' : 'active-listening'
    const handle = page.locator(`[data-order="${moved}"] .plan-handle`)
    await handle.scrollIntoViewIfNeeded()
    const from = await handle.boundingBox()
    const to = await rows.first().boundingBox()
    if (from === null || to === null) throw new Error('The plan has too few rows.')
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    for (let step = 1; step <= 10; step += 1) {
      await page.mouse.move(from.x + 8, from.y + 8 + ((to.y - from.y - 12) * step) / 10)
    }
    await page.mouse.up()
    await costOf('Putting')
    const after = await order()
    expect(after[0]).toBe(moved)
    await page.getByRole('button', { name: 'Undo' }).click()
    await costOf('Taking that back')
    await expect.poll(() => order()).toEqual(before)
  })
})

describe('where there is little to plan', () => {
  it('no hours are a plan that says so', async () => {
    await page.getByRole('slider', { name: /^Hours a week/ }).focus()
    await page.keyboard.press('Home')
    await page.getByText('No hours are given, so that nothing is planned.').waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('somebody who stays sees where depth would count, and plans one of it', async () => {
    await open('/plan?to=stay')
    await page.getByRole('heading', { name: 'Where you could go deeper' }).waitFor()
    await page
      .getByRole('button', { name: /^Plan level/ })
      .first()
      .click()
    await page.locator('.plan-area').first().waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('several roles have a date each', async () => {
    await open('/plan?to=staff-engineer,engineering-manager')
    await page.getByRole('heading', { name: 'When: Engineering manager' }).waitFor()
    await page.getByRole('heading', { name: 'When: Staff engineer' }).waitFor()
  })

  it('says so where dates cannot be worked out, and does not go on counting', async () => {
    await page.route(/plan-worker-.*\.js$/, (route) => route.fulfill({ status: 404 }))
    await open('/plan?to=tech-lead')
    await page.getByText('The dates could not be worked out.').waitFor()
    await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0)
    await page.unroute(/plan-worker-.*\.js$/)
    await page.getByRole('slider', { name: /^Hours a week/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page
      .getByText(/Half of people like this|Four in five people like this/)
      .first()
      .waitFor()
  })

  it('what waits for an opportunity is planned once there is one', async () => {
    await open('/plan?to=engineering-manager')
    await page.getByText('Performance management from level', { exact: false }).first().waitFor()
    await page.getByLabel('An opportunity for').selectOption({ label: 'Performance management' })
    await page.getByRole('button', { name: 'Plan with it' }).click()
    await page.getByText(/Performance management: an opportunity from/).waitFor()
    await expect.poll(() => order()).toContain('performance-management')
  })

  it('all these pages left nothing behind that broke a rule', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
