// A manager who keeps three people and what two raters said of them: reads where one of them stands, with whom that can be
// compared, and how they rate themselves; and somebody with a year of forecasts behind them reads how these did.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanRevision } from '../../src/core/plan/kept-plan.ts'
import { addWeeks } from '../../src/core/plan/quarter-calendar.ts'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const SKILLS = [
  'Mentoring & teaching',
  'Delegation',
  'System design',
  'Problem framing',
  'Written communication',
]
const files = mkdtempSync(join(tmpdir(), 'skillmap-several-'))
const spreadsheet = join(files, 'team.csv')
let visitor: Visitor
let page: Page

beforeAll(async () => {
  writeFileSync(spreadsheet, team())
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
  rmSync(files, { recursive: true, force: true })
})

/** Two people rated by the manager and by Vic and Wim, who give a level more; one rated by somebody else alone. */
function team(): string {
  const row = (name: string, by: string, levels: readonly number[]) =>
    [name, '31.03.2026', by, ...levels].join()
  const rows = ['Ada Berg', 'Ben Roth'].flatMap((name, person) => [
    row(
      name,
      'Me',
      [1, 2, 1, 2, 1].map((level) => level + person),
    ),
    row(
      name,
      'Vic Holm',
      [3, 3, 2, 3, 2].map((level) => level + person),
    ),
    row(
      name,
      'Wim Kast',
      [2, 3, 2, 3, 3].map((level) => level + person),
    ),
  ])
  const alone = row('Cem Arik', 'Somebody Else', [3, 3, 3, 3, 3])
  return [`Team member,Rated on,Rated by,${SKILLS.join()}`, ...rows, alone].join('\n')
}

async function canBeUsedByEverybody(): Promise<void> {
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page), { message: `${width} px, ${colorScheme}` }).toEqual([])
    }
    await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

/** Asks the program from inside the page, as its own code does. */
async function call<Body>(method: string, path: string, body?: unknown, headers = {}): Promise<Body> {
  const answer = await page.evaluate(
    async ([how, where, text, more]) => {
      const response = await fetch(where, {
        method: how,
        headers: { 'content-type': 'application/json', ...more },
        ...(text === null ? {} : { body: text }),
      })
      return { status: response.status, text: await response.text() }
    },
    [method, path, body === undefined ? null : JSON.stringify(body), headers] as const,
  )
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return JSON.parse(answer.text)
}

describe('a manager with three kept people and two raters', () => {
  it('brings what everybody said of them', async () => {
    await visitor.visit('/frameworks/import')
    await page.locator('input[type=file]').first().setInputFiles(spreadsheet)
    await page.getByRole('heading', { name: 'Bring ratings of people' }).waitFor()
    await page.getByRole('button', { name: 'Keep these ratings' }).click()
    await page.getByText('35 ratings kept.').waitFor()
  })

  it('reads where one of them stands, and beside whom that may be held', async () => {
    await visitor.visit('/people')
    await page.getByRole('link', { name: 'Ada Berg' }).click()
    await page.getByRole('heading', { name: 'Where they stand' }).waitFor()
    await page.getByText('The levels of Ada Berg can be held beside those of Ben Roth').waitFor()
    await page.getByText('With Cem Arik they share none').waitFor()
    await page.locator('#system-design summary').press('Enter')
    const detail = page.locator('#system-design .level-detail')
    await detail.getByRole('img', { name: 'What the level of System design rests on' }).waitFor()
    await detail.getByRole('row', { name: /^You 1/ }).waitFor()
    await detail.getByRole('row', { name: /^Vic Holm, a colleague 2/ }).waitFor()
    await expect
      .poll(() => detail.getByText(/^What people said under their names .* weighs \d+ %/).count())
      .toBe(1)
    await expect
      .poll(() => page.locator('main').innerText())
      .not.toMatch(/you rated|your manager|percentile|posterior/i)
    await canBeUsedByEverybody()
  })

  it('reads in private how they rate beside others, and of nobody else', async () => {
    await visitor.visit('/people')
    const habit = page.locator('#how-you-rate')
    await habit.getByText('You have given ten ratings of two people. Two others rated both too.').waitFor()
    await habit.getByText(/your answers lie 0\.\d of a level lower than theirs/).waitFor()
    await expect.poll(() => habit.innerText()).not.toMatch(/Vic|Wim/)
    await page.getByText('No shared rater: Cem Arik').waitFor()
    await canBeUsedByEverybody()
  })
})

describe('an engineer whom others rated and who never rated themselves', () => {
  it('is not told that nothing is rated: what to work on first and the road ahead start from it', async () => {
    const { framework } = await call<{ framework: { digest: string } }>('GET', '/api/me')
    const note = { frameworkDigest: framework.digest, rater: null, raterKind: 'peer', ratedOn: '2026-09-30' }
    const once = { 'idempotency-key': randomUUID() }
    const { id } = await call<{ id: string }>('POST', '/api/people/me/assessments', note, once)
    const said = { level: 0, revisionId: randomUUID() }
    await call('PUT', `/api/assessments/${id}/ratings/written-communication`, said, { 'if-none-match': '*' })
    await visitor.visit('/focus?to=staff-engineer')
    await page.getByRole('heading', { name: 'Written communication' }).waitFor()
    await expect.poll(() => page.getByText('nothing is rated yet').count()).toBe(0)
    await visitor.visit('/ahead?via=staff-engineer')
    await page.getByRole('heading', { name: 'Leg by leg' }).waitFor()
    await expect.poll(() => page.getByText('nothing is rated yet', { exact: false }).count()).toBe(0)
    await visitor.visit('/?role=senior-engineer&next=staff-engineer')
    await page.getByText('From ratings of you.').waitFor()
    await expect.poll(() => page.getByText('nothing is rated yet').count()).toBe(0)
  })
})

describe('somebody with forecasts behind them', () => {
  it('reads that there are too few to tell, and from ten outcomes on how they did', async () => {
    await visitor.visit('/forecasts')
    await page.getByText('Too few to tell yet').waitFor()
    await bringForecasts(24)
    await visitor.visit('/forecasts')
    await page.getByText(/^Of 24 forecasts, /).waitFor()
    await page.getByText(/The Brier score of these dates is 0\.\d\d/).waitFor()
    await page.getByText(/at the pace of people in general it would have been/).waitFor()
    await page.getByRole('img', { name: /^Where outcomes fell in what was forecast/ }).waitFor()
    await page.getByText('The same as a table').press('Enter')
    await expect.poll(() => page.getByRole('row').count()).toBe(11)
    await canBeUsedByEverybody()
  })

  it('and all of it stayed on this machine, without an error', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})

/** As an export of two years would hold them: outcomes spread over what was said. */
async function bringForecasts(count: number): Promise<void> {
  const { framework } = await call<{ framework: { digest: string } }>('GET', '/api/me')
  const choices = {
    ...{ fromRole: 'senior-engineer', destinations: [{ role: 'staff-engineer', share: 1 }] },
    ...{ hoursPerWeek: [3], quarters: 8 },
  }
  const command = { revisionId: randomUUID(), frameworkDigest: framework.digest, choices }
  const plan = await call<PlanRevision>('PUT', '/api/plan', command, { 'if-none-match': '*' })
  const madeOn = plan.madeAt.slice(0, 10)
  const skills = [...new Set(plan.plan.steps.map(({ skill }) => skill))]
  const forecasts = Array.from({ length: count }, (_, index) => ({
    ...{ id: randomUUID(), planRevisionId: plan.revisionId, frameworkDigest: framework.digest },
    ...{ role: 'staff-engineer', milestone: 'next-level', horizonWeeks: 156, madeOn, madeAt: plan.madeAt },
    ...{ skill: skills[index % skills.length] ?? '', level: 1 + Math.floor(index / skills.length) },
    quantiles: Array.from({ length: 99 }, (_, at) => index + (at + 1) / 4),
    outcome: {
      reachedOn: addWeeks(madeOn, index + ((7 * index) % 24)),
      resolvedAt: `${addWeeks(madeOn, 60)}T09:00:00.000Z`,
    },
  }))
  const mine = await call<Record<string, unknown>>('GET', '/api/export')
  await call('POST', '/api/import', { ...mine, forecasts }, { 'idempotency-key': randomUUID() })
}
