// An engineer looks back on three weeks, finds a date moved, is offered a lighter plan after two heavy ones, and is reminded by a calendar.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, textOf } from './browser.ts'
import { comeInAs } from './come-in-as.ts'
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

/** A plan that was kept before: that has a journey of its own. */
async function haveKeptAPlan(): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (path: string, body: unknown) => {
      const response = await fetch(`/api${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    }
    const { framework } = await (await fetch('/api/me')).json()
    const shared = { frameworkDigest: framework.digest, revisionId: crypto.randomUUID() }
    await ask('/target', { ...shared, role: 'senior-engineer', destinations: ['staff-engineer'] })
    const choices = {
      fromRole: 'senior-engineer',
      destinations: [{ role: 'staff-engineer' }],
      hoursPerWeek: [4],
      quarters: 8,
    }
    await ask('/plan', { ...shared, revisionId: crypto.randomUUID(), choices, keepQuarter: true })
  })
}

const read = (path: string) => page.evaluate(async (at) => (await fetch(`/api${at}`)).json(), path)
const status = () => page.locator('.week-told')
const weekChosen = () => page.getByLabel('Week', { exact: true })
const felt = () => page.getByRole('group', { name: 'The hours of this week felt' })
const energy = () => page.getByRole('group', { name: 'Energy left for learning' })

async function keep(): Promise<string> {
  await page.getByRole('button', { name: 'Keep this week' }).click()
  await status().getByText('Kept.').waitFor()
  await status().getByText('Working out dates').waitFor({ state: 'detached' })
  return status().innerText()
}

describe('somebody without a plan', () => {
  it('may say how a week was all the same, and that everything was skipped is fine', async () => {
    await visitor.visit('/week')
    await page.getByText('No plan is kept, so there is nothing to report.').waitFor()
    await page.getByRole('button', { name: 'Keep this week' }).click()
    await status().getByText('Nothing was said, so nothing is kept. That is fine.').waitFor()
    await expect.poll(() => read('/check-ins')).toEqual({ checkIns: [], unreadable: [] })
  })

  it('finds their line again after the tab was lost, and the two private answers nowhere', async () => {
    await page.getByLabel('What is in the way').fill('Three interviews a day')
    await felt().getByRole('radio', { name: 'heavy' }).check()
    await page.reload()
    await page.getByText('What is in the way').waitFor()
    await expect.poll(() => page.getByLabel('What is in the way').inputValue()).toBe('Three interviews a day')
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('heavy')
    await page.getByLabel('What is in the way').fill('')
  })
})

describe('an engineer with a plan and four hours a week', () => {
  it('comes from the plan, reports what was practised with the keyboard alone, and reads by how much a date moved', async () => {
    await haveKeptAPlan()
    await visitor.visit('/plan')
    await page.getByRole('link', { name: 'Look back on the whole week, in two minutes' }).click()
    await page.getByRole('heading', { name: 'Your week', exact: true }).waitFor()
    await weekChosen().selectOption({ label: 'Last week' })
    const hours = page.getByRole('spinbutton').first()
    await hours.focus()
    await page.keyboard.type('9')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await page.getByLabel('What is in the way').focus()
    await page.keyboard.type('Two releases at once')
    await page.keyboard.press('Tab')
    // Nothing was answered yet, so that the keyboard comes to “Skip”; from there the arrows go round.
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => felt().getByRole('radio', { name: 'heavy' }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await status().getByText('Kept.').waitFor()
    await status().getByText('Working out dates').waitFor({ state: 'detached' })
    await textOf(
      status(),
      /has 9 of about \d+ hours behind it\./,
      /That week had more hours than planned: 9 where 4 were planned\./,
      /moved from \w+ 20\d\d to \w+ 20\d\d\.|moved about .* weeks? earlier/,
    )
    const { checkIns } = await read('/check-ins')
    expect(checkIns).toMatchObject([
      { inTheWay: 'Two releases at once', ownAnswers: { load: 'heavy', energy: 1 } },
    ])
    const { entries, pace } = await read('/progress')
    expect(entries).toMatchObject([{ hours: 9, practices: [expect.any(String)] }])
    expect(pace.evidence.weeks).toMatchObject([{ planned: 4, delivered: 9 }])
  })

  it('takes it back in one step, and says it again', async () => {
    await status().getByRole('button', { name: 'Undo' }).click()
    await status().getByText('Taken back.').waitFor()
    await expect.poll(async () => (await read('/check-ins')).checkIns).toEqual([])
    await expect.poll(async () => (await read('/progress')).entries).toEqual([])
    await expect.poll(() => page.getByRole('spinbutton').first().inputValue()).toBe('')
    await page.getByRole('spinbutton').first().fill('9')
    await page.getByLabel('What is in the way').fill('Two releases at once')
    await felt().getByRole('radio', { name: 'heavy' }).check()
    await keep()
  })

  it('corrects an earlier week, and a missed one in between is not mentioned anywhere', async () => {
    await weekChosen().selectOption({ index: 3 })
    await page.getByRole('spinbutton').first().fill('2')
    await felt().getByRole('radio', { name: 'right' }).check()
    await keep()
    await page.getByText('Earlier weeks').click()
    const rows = page.locator('.week-list > li')
    await expect.poll(() => rows.count()).toBe(2)
    await expect
      .poll(() => rows.first().innerText())
      .toMatch(/Nine hours of practice\. The hours felt heavy\. In the way: Two releases at once/)
    await rows
      .last()
      .getByRole('button', { name: /^Change the week of/ })
      .click()
    await expect.poll(() => page.getByRole('spinbutton').first().inputValue()).toBe('2')
    await page.getByRole('spinbutton').first().fill('3')
    await keep()
    await expect.poll(() => status().innerText()).toContain('has 12 of about')
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(/missed|streak|in a row/i)
  })
})

describe('somebody who corrected a week', () => {
  it('takes the correction back, hours and line alike, and everything is as it was before it', async () => {
    const monday = await weekChosen().inputValue()
    const hours = page.getByRole('spinbutton').first()
    const line = page.getByLabel('What is in the way')
    const stands = async () => {
      const { entries } = await read('/progress')
      const { checkIns } = await read('/check-ins')
      return [
        entries.find((one: { week: string }) => one.week === monday).hours,
        checkIns.find((one: { week: string }) => one.week === monday).inTheWay,
      ]
    }
    await line.fill('A move of the office')
    await keep()
    await hours.fill('5')
    await line.fill('A move of two offices')
    await keep()
    await expect.poll(stands).toEqual([5, 'A move of two offices'])
    await status().getByRole('button', { name: 'Undo' }).click()
    await status().getByText('Taken back.').waitFor()
    await expect.poll(stands).toEqual([3, 'A move of the office'])
    await expect.poll(() => hours.inputValue()).toBe('3')
    await expect.poll(() => line.inputValue()).toBe('A move of the office')
  })

  it('is told what was kept where the rest was refused, and takes that back too', async () => {
    const monday = await weekChosen().inputValue()
    const hoursKept = async () =>
      (await read('/progress')).entries.find((one: { week: string }) => one.week === monday).hours
    // Another window says something of the same week meanwhile.
    await page.evaluate(async (week) => {
      const { checkIns } = await (await fetch('/api/check-ins')).json()
      const { revisionId } = checkIns.find((one: { week: string }) => one.week === week)
      const { status } = await fetch(`/api/check-ins/${week}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${revisionId}"` },
        body: JSON.stringify({ revisionId: crypto.randomUUID(), inTheWay: 'Said in another window' }),
      })
      if (status !== 200) throw new Error(`The other window was answered ${status}.`)
    }, monday)
    await page.getByRole('spinbutton').first().fill('6')
    await page.getByLabel('What is in the way').fill('Said in this one')
    await felt().getByRole('radio', { name: 'heavy' }).check()
    await page.getByRole('button', { name: 'Keep this week' }).click()
    await status().getByText('What you practised is kept, and nothing else.').waitFor()
    await expect.poll(hoursKept).toBe(6)
    await expect.poll(() => felt().getByRole('radio', { name: 'heavy' }).isChecked()).toBe(true)
    await status().getByRole('button', { name: 'Undo' }).click()
    await status().getByText('Taken back.').waitFor()
    await expect.poll(hoursKept).toBe(3)
    await expect.poll(() => page.getByRole('spinbutton').first().inputValue()).toBe('3')
  })
})

describe('after two heavy weeks in a row', () => {
  it('the plan offers to ask for less: why, at what cost, and what helps at the work', async () => {
    await weekChosen().selectOption({ label: 'This week' })
    await felt().getByRole('radio', { name: 'heavy' }).check()
    await energy().getByRole('radio', { name: '2' }).check()
    await keep()
    const offer = page.locator('section.notice', { hasText: 'A lighter plan' })
    await offer.waitFor()
    await textOf(
      offer,
      'You said of two weeks in a row that their hours felt heavy.',
      /Lightening the plan moves .* later/,
      'a reason to talk to a doctor, not to practise harder',
    )
    await offer.getByText('What helps at the work').click()
    await offer.getByText('A talk with your manager').waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
  })

  it('“not now” is quiet and can be taken back; the plan itself offers the same', async () => {
    await page.getByRole('button', { name: 'Not now' }).click()
    await page.getByText('It will not be offered again for four weeks.').waitFor()
    await expect.poll(async () => (await read('/plan/lighter')).offer).toBeNull()
    await page.getByText('It will not be offered again').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'A lighter plan' }).waitFor()
    await visitor.visit('/plan')
    await page.getByRole('heading', { name: 'A lighter plan' }).waitFor()
  })

  it('taken, it is half the hours and one skill in this quarter; undone, it is the plan of before', async () => {
    const before = (await read('/plan')).kept
    await page.getByRole('button', { name: 'Make it lighter' }).click()
    await page.getByText('The plan is lighter.').waitFor()
    const after = (await read('/plan')).kept
    const finishing = after.plan.quarters[0].areas.filter(
      ({ state }: { state: string }) => state === 'finishes',
    )
    expect([after.plan.quarters[0].hours, finishing.length]).toEqual([26, 1])
    expect(after.why).toContain('The last weeks were heavy.')
    await page.getByText('The plan is lighter.').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('The plan is lighter.').waitFor({ state: 'detached' })
    await expect.poll(async () => (await read('/plan')).kept.plan).toEqual(before.plan)
  })

  it('“never” holds until the person asks for it again', async () => {
    await visitor.visit('/week')
    await page.getByRole('button', { name: 'Never for this reason' }).click()
    await visitor.visit('/week')
    await page.getByText('A lighter plan is not offered after heavy weeks.').waitFor()
    await page.getByRole('button', { name: 'Offer it again' }).click()
    await page.getByRole('heading', { name: 'A lighter plan' }).waitFor()
  })
})

describe('reminders', () => {
  it('come from an address for one’s own calendar, which can be stopped', async () => {
    await page.locator('summary', { hasText: 'Reminders in your calendar' }).click()
    await page.getByLabel('Day of the week').selectOption('Monday')
    await page.getByRole('button', { name: 'Make an address to subscribe to' }).click()
    const field = page.getByLabel('The address, shown this once')
    await field.waitFor()
    const address = await field.inputValue()
    const fetched = await fetch(address)
    expect(fetched.status).toBe(200)
    const calendar = await fetched.text()
    expect(calendar).toContain('SUMMARY:Skillmap: the week\\, in two minutes')
    expect(calendar).not.toMatch(/releases|heavy|staff/i)
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop the address' }).click()
    await page.getByText('The address answers nobody any more.').waitFor()
    expect((await fetch(address)).status).toBe(401)
  })

  it('hold both of two choices that were made one right after the other', async () => {
    // The second is made while the first is still on its way.
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/reminders', async (route) => {
      await held
      await route.continue()
    })
    for (const name of ['A new quarter of your plan', 'Your long view, once a year']) {
      await page.getByLabel(name).click()
      await expect.poll(() => page.getByLabel(name).isChecked()).toBe(false)
    }
    letGo()
    const choices = async () => (await read('/reminders')).reminder.choices
    await expect.poll(choices).toMatchObject({ plan: false, longView: false })
    await expect.poll(() => page.locator('.reminder-choices').getAttribute('aria-busy')).toBe('false')
    await page.unrouteAll({ behavior: 'wait' })
  })

  it('come as a file too', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download a calendar file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('skillmap-reminders.ics')
  })

  it('all these pages left nothing behind that broke a rule', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

describe('somebody of an organisation', () => {
  it('is not asked the two answers that its server may not take, and keeps the rest of the week', async () => {
    const guest = await comeInAs('Bea')
    try {
      await guest.visit('/week')
      await guest.page.getByLabel('What is in the way').fill('Two releases at once')
      await expect.poll(() => guest.page.getByText('For you alone').count()).toBe(0)
      await guest.page.getByRole('button', { name: 'Keep this week' }).click()
      await guest.page.locator('.week-told').getByText('Kept.').waitFor()
      await guest.page.locator('summary', { hasText: 'Reminders in your calendar' }).click()
      await guest.page.getByText('It works wherever Skillmap can be reached').waitFor()
      expect(guest.watch.errors).toEqual([])
    } finally {
      await guest.leave()
    }
  })
})
