// A manager plans the next quarter's work with their people, keeps a board, and one of them reads their own part.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, comeToRest, scrollsSideways, textOf } from './browser.ts'
import { comeInAs, type Guest, type TeamVisitor } from './come-in-as.ts'

let max: TeamVisitor
let page: Page
let bea: Guest

beforeAll(async () => {
  max = await comeInAs('Max')
  page = max.page
  bea = await max.as('Bea')
})

afterAll(() => max.leave())

const TABLE = [
  'Work,Kind,People,Weeks,Skills',
  'On-call rota,glue,1,2,',
  'Onboard the new joiner,glue,1,2,Mentoring 3',
  'Upgrade the database,keep the lights on,1,3,',
  'Design the new queue,stretch,1,4,System design 4',
  'Run the incident review,glue,1,1,Facilitation 2',
].join('\n')

async function agree(name: string, skill: string, weeks: string) {
  const own = page.locator('.planned-people > li', { has: page.getByRole('heading', { name }) })
  await own.getByRole('button', { name: `Write down what you agreed: ${name}` }).click()
  await own.getByLabel('Weeks of planned work in a quarter').fill(weeks)
  await own.getByLabel('Add a skill').selectOption({ label: skill })
  await own.getByLabel(`${skill}: level they stand at`).selectOption('2')
  await own.getByRole('button', { name: 'Keep what we agreed' }).dblclick()
  await page.getByRole('status').getByText(`What you agreed with ${name} is kept.`).waitFor()
}

async function writeIn(title: string, kind: string, about: string, shown = false) {
  await page.getByRole('button', { name: 'Write a piece of work in' }).click()
  await page.getByLabel('What is it?').fill(title)
  await page.getByLabel('What does it involve?').fill(about)
  await page.getByRole('radio', { name: kind }).check({ force: true })
  if (shown) await page.getByLabel(/^Show it to your people/).check()
}

const keepWork = async (title: string) => {
  await page.getByRole('button', { name: 'Keep it', exact: true }).click()
  await page.getByRole('status').getByText(`“${title}” is on the list.`).waitFor()
}

const row = (name: string) =>
  page.locator('.work-row', { has: page.getByRole('heading', { name, exact: true }) })
const proven = (words: RegExp) => page.getByRole('status').getByText(words).waitFor()

describe('while it is off', () => {
  it('says so, and where it is switched on', async () => {
    await max.visit('/opportunities')
    await page.getByText('This page is off in your organisation.').waitFor()
    await page.getByRole('link', { name: 'Which views are on, and what for' }).waitFor()
  })
})

describe('a manager with four people', () => {
  beforeAll(async () => {
    const ada = await max.as('Ada')
    await ada.visit('/colleagues')
    const status = await ada.page.evaluate(async () => {
      const body = JSON.stringify({ purpose: 'Plan work so that everybody grows by it.' })
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/views/opportunities', { method: 'PUT', headers, body })).status
    })
    expect(status).toBe(200)
  })

  it('writes three pieces of work in, and skills are proposed from their words', async () => {
    await max.visit('/opportunities')
    await writeIn(
      'Facilitate the planning workshop',
      'Stretch',
      'Facilitate two days with three teams.',
      true,
    )
    await page.getByRole('button', { name: 'Add Facilitation' }).click()
    await page.getByLabel('Facilitation: level it asks for').selectOption('3')
    await keepWork('Facilitate the planning workshop')
    await writeIn('Speak at the meetup', 'Stretch', '', true)
    await keepWork('Speak at the meetup')
    await writeIn('Patch the build', 'Keeping things running', '')
    // A tab that is closed while something is written loses nothing.
    await page.reload()
    await page.locator('.work-form').waitFor()
    await expect.poll(() => page.getByLabel('What is it?').inputValue()).toBe('Patch the build')
    // Pressed twice, it is on the list once.
    await page.getByRole('button', { name: 'Keep it', exact: true }).dblclick()
    await page.getByRole('status').getByText('“Patch the build” is on the list.').waitFor()
    await comeToRest(page)
    await expect
      .poll(() => page.getByRole('button', { name: 'Take it off: Patch the build' }).count())
      .toBe(1)
  })

  it('types another number over one that is there, and loses no change by opening another form', async () => {
    await page.getByRole('button', { name: 'Change it: Patch the build' }).click()
    const people = page.getByLabel('How many people')
    for (const number of ['3', '1']) {
      await people.press('Backspace')
      await people.press(number)
      await expect.poll(() => people.inputValue()).toBe(number)
    }
    await expect.poll(() => page.getByRole('button', { name: /^Change it/ }).count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'Write a piece of work in' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Leave it' }).click()
    await page.getByRole('button', { name: 'Change it: Patch the build' }).waitFor()
  })

  it('brings five more as a table, after looking at them', async () => {
    await page.getByRole('button', { name: 'Bring a table' }).click()
    const file = page.getByLabel('Choose a CSV file')
    await file.setInputFiles({ name: 'work.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
    await page.getByText('5 pieces of work were read.').waitFor()
    // Mended, the same file can be chosen again; a browser tells of a file only where it is another than the one chosen.
    await expect.poll(() => file.inputValue()).toBe('')
    await page.getByLabel('A table as text').fill(TABLE)
    await page.getByRole('button', { name: 'Look at it first' }).click()
    await page.getByText('5 pieces of work were read.').waitFor()
    await page.getByRole('button', { name: 'Keep these 5' }).click()
    await page.getByRole('status').getByText('5 pieces of work are on the list.').waitFor()
  })

  it('writes down what was agreed with each', async () => {
    await agree('Bea', 'Facilitation', '8')
    // Taken back, nothing is agreed: not an agreement on nothing.
    await page.getByRole('button', { name: 'Undo' }).click()
    const first = page.locator('.planned-people > li', { has: page.getByRole('heading', { name: 'Bea' }) })
    await first.getByText('Nothing is agreed yet.').waitFor()
    await agree('Bea', 'Facilitation', '8')
    await agree('Cem', 'System design', '8')
    await agree('Dia', 'Facilitation', '8')
    await agree('Eli', 'Mentoring & teaching', '8')
  })

  it('writes down what somebody had before, once however often it is pressed, and takes it back', async () => {
    const own = page.locator('.planned-people > li', { has: page.getByRole('heading', { name: 'Eli' }) })
    await own.getByText('Earlier quarters, and work that is not on the board').click()
    await own.getByLabel('What it was').fill('Led the audit')
    await own.getByRole('button', { name: 'Add it' }).dblclick()
    await page.getByRole('status').getByText('It is written down.').waitFor()
    await comeToRest(page)
    const takeBack = own.getByRole('button', { name: 'Take back: Led the audit' })
    await expect.poll(() => takeBack.count()).toBe(1)
    await takeBack.click()
    await page.getByRole('status').getByText('It is taken back.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await takeBack.click()
    await expect.poll(() => takeBack.count()).toBe(0)
  })

  it('sees the best board, proven, with a reason for each match', async () => {
    await proven(/This is the best board there is: proven/)
    const matched = page.locator('.work-row:not([data-person="free"]) .work-chip', {
      hasText: 'Facilitate the planning workshop',
    })
    await matched.getByText('Why').click()
    await expect.poll(() => matched.textContent()).toContain('It asks for Facilitation at level 3')
    await expect
      .poll(() => page.getByRole('heading', { name: 'What no planned work brings on' }).count())
      .toBe(1)
  })

  it('moves a piece of work by dragging, sees what that costs, and takes it back', async () => {
    const chip = page.locator('.work-row:not([data-person="free"]) .work-chip', {
      hasText: 'Facilitate the planning workshop',
    })
    const from = (await chip.locator('xpath=ancestor::section[1]').getAttribute('aria-label')) ?? ''
    const other = from === 'Cem' ? 'Dia' : 'Cem'
    await page.setViewportSize({ width: 1440, height: 1800 })
    await row('Eli').scrollIntoViewIfNeeded()
    const box = await row(other).boundingBox()
    const start = await chip.getByRole('button', { name: /^Move/ }).boundingBox()
    if (start === null || box === null) throw new Error('Nothing to drag.')
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 })
    await page.mouse.up()
    await row(other).getByText('Facilitate the planning workshop').waitFor()
    await page.getByText('What it costs against the best board:').waitFor()
    await expect.poll(() => page.locator('.board-cost').textContent()).toContain('fewer growth area is met')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await row(from).getByText('Facilitate the planning workshop').waitFor()
  })

  it('moves one with the keys, arranges the rest around it, and keeps the board', async () => {
    const chip = page.locator('.work-row:not([data-person="free"]) .work-chip', {
      hasText: 'Speak at the meetup',
    })
    await chip.getByRole('button', { name: /^Move/ }).focus()
    // Up, because whoever is last has nobody below; above the first there are the open seats.
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Move “Speak at the meetup”'),
    )
    // Letting go of everything and thinking better of it leaves the board as it was arranged by hand.
    await page.getByRole('status').getByText('“Speak at the meetup”').waitFor()
    await page.getByRole('button', { name: 'Let go of all you set' }).dblclick()
    await page.getByRole('status').getByText('Nothing is set any more.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('You moved work by hand; nothing else moved.').waitFor()
    await page.getByRole('button', { name: 'Arrange the rest around it' }).click()
    await proven(/This is the best board around what you set: proven/)
    await page.getByRole('button', { name: 'Keep this board' }).click()
    await page.getByText('Kept. Each of your people reads their own part, and why.').waitFor()
    await page.getByText('This is what is kept.').waitFor()
  })

  it('finds what was set again in another tab', async () => {
    await max.visit('/opportunities')
    await proven(/This is the best board around what you set: proven/)
    await page.getByText('This is what is kept.').waitFor()
    await expect.poll(() => page.locator('.work-chip', { hasText: 'set by you' }).count()).toBeGreaterThan(0)
  })

  it('keeps what is set on the board while a piece of work is being changed', async () => {
    await page.getByRole('button', { name: 'Change it: Patch the build' }).click()
    await page.locator('.work-chip', { hasText: 'Patch the build' }).getByText('Why').click()
    const give = page.getByLabel('Give “Patch the build” to')
    const other = (await give.locator('option:checked').textContent()) === 'Eli' ? 'Dia' : 'Eli'
    await give.selectOption({ label: other })
    await page.getByRole('status').getByText(`“Patch the build” is with ${other}.`).waitFor()
    await page.getByRole('button', { name: 'Keep it', exact: true }).click()
    await page.getByRole('status').getByText('“Patch the build” is changed.').waitFor()
    await row(other).locator('.work-chip', { hasText: 'Patch the build' }).getByText('set by you').waitFor()
  })

  it('has a page without faults, also on a phone', async () => {
    await expect.poll(() => axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 780 })
    await expect.poll(() => scrollsSideways(page)).toBe(false)
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(max.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

describe('one of their people', () => {
  it('reads what is proposed for them and why, and what was agreed, and nothing of the others', async () => {
    await bea.visit('/opportunities/mine')
    const text = await textOf(
      bea.page.locator('main'),
      'Facilitation, at level 2',
      'Max wrote this down as what you two agreed',
    )
    expect(text).not.toContain('System design, at level 2')
    expect(text).not.toContain('Cem')
  })

  it('is not asked whether they would like what is proposed for them already', async () => {
    const { page: own } = bea
    const proposed = own.locator('section', { has: own.getByRole('heading', { name: 'Proposed for you' }) })
    await proposed.locator('.work-title').first().waitFor()
    const titles = await proposed.locator('.work-title').allTextContents()
    for (const title of titles)
      await expect
        .poll(() => own.getByRole('button', { name: `I would like this: ${title}` }).count())
        .toBe(0)
  })

  it('says that they would like a piece of work, and adds a remark to what was agreed', async () => {
    const { page: own } = bea
    // Each of the four has one piece of stretch work at most, so that one of the two that are shown is left to wish for.
    const wish = own.getByRole('button', { name: /^I would like this: / }).first()
    await wish.click()
    await own.getByText('You said that you would like this.').waitFor()
    await own.getByText('Is it not so?').last().click()
    await own.getByLabel('Your remark on what you two agreed').fill('We said eight weeks, not more.')
    await own.getByRole('button', { name: 'Keep the remark' }).last().click()
    await own.getByText('“We said eight weeks, not more.”').first().waitFor()
    await expect.poll(() => axeViolations(own)).toEqual([])
    await max.visit('/opportunities')
    await page.getByText('Bea says: “We said eight weeks, not more.”').waitFor()
    await page.getByText('would like it: Bea').waitFor()
  })

  it('finds no way to the plan of everybody; under the people it says why nobody stands there, and what to do', async () => {
    await bea.visit('/opportunities')
    const people = bea.page.locator('section', {
      has: bea.page.getByRole('heading', { name: 'The people', exact: true }),
    })
    await people.getByText('Nobody reports to you today, so there is nobody to plan with.').waitFor()
    await people.getByText('tell whoever keeps the list').waitFor()
    await people.getByRole('link', { name: 'See who works for whom' }).waitFor()
    await expect.poll(() => axeViolations(bea.page)).toEqual([])
  })
})
