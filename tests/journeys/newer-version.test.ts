// A release brings another version of the map: a calm line says so, and somebody moves, looks again, and moves back.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  axeViolations,
  type Browser,
  comeToRest,
  openBrowser,
  projectRoot,
  type Running,
  scrollsSideways,
  startSkillmap,
} from './browser.ts'
import { newDataFolder } from './data-folder.ts'

const data = newDataFolder()
const folder = newDataFolder()
const root = join(folder.path, 'skillmap')
let running: Running
let browser: Browser
let context: BrowserContext
let page: Page

const REWORDED = 'Hands over whole budgets and defends them before others.'

beforeAll(async () => {
  cpSync(join(projectRoot, 'frameworks', 'skillmap'), root, { recursive: true })
  browser = await openBrowser()
  await open()
  await page.evaluate(rateThree)
  await running.stop()
  release()
  await context.close()
  await open()
})

afterAll(async () => {
  await browser.close()
  await running.stop()
  data.remove()
  folder.remove()
})

async function open(): Promise<void> {
  running = await startSkillmap(data.path, root)
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.goto(running.launchUrl)
}

/** In the page, with its session: three ratings, a role and a destination. */
async function rateThree(): Promise<void> {
  const me = await (await fetch('/api/me')).json()
  const send = (path: string, method: string, headers: Record<string, string>, body: unknown) =>
    fetch(`/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const frameworkDigest = me.framework.digest
  const role = 'senior-engineer'
  await send(
    '/target',
    'PUT',
    { 'if-none-match': '*' },
    {
      frameworkDigest,
      role,
      destinations: ['staff-engineer'],
      revisionId: crypto.randomUUID(),
    },
  )
  const opened = await send(
    '/assessments',
    'POST',
    { 'idempotency-key': crypto.randomUUID() },
    { frameworkDigest, role },
  )
  const { id } = await opened.json()
  for (const skill of ['delegation', 'mentoring', 'coaching'])
    await send(
      `/assessments/${id}/ratings/${skill}`,
      'PUT',
      { 'if-none-match': '*' },
      {
        revisionId: crypto.randomUUID(),
        level: 3,
      },
    )
}

/** The next release: one behaviour says something else, and one expectation rose. */
function release(): void {
  edit('skills/delegation.md', (text) => {
    const at = text.indexOf('- [', text.indexOf('## Level 3'))
    const end = text.indexOf('\n', at)
    return `${text.slice(0, text.indexOf(']', at) + 1)} ${REWORDED}${text.slice(end)}`
  })
  edit('expectations.csv', (text) =>
    text.replace(
      /^(staff-engineer,mentoring,)(\d)/m,
      (_, cell: string, level: string) => `${cell}${Number(level) + 1}`,
    ),
  )
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(root, path)
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  rmSync(file)
  writeFileSync(file, after)
}

async function check(): Promise<void> {
  await comeToRest(page)
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => axeViolations(page)).toEqual([])
    await expect.poll(() => scrollsSideways(page), { message: `sideways at ${width}` }).toBe(false)
  }
}

const main = () => page.locator('main').innerText()

describe('a newer version of the map', () => {
  it('changes nothing by itself, and is announced in one line that can be put away', async () => {
    await page.goto(`${running.url}/roles`)
    const line = page.getByRole('region', { name: 'A newer version of the map' })
    await line.waitFor()
    await expect.poll(() => line.innerText()).toContain('The map has a newer version.')
    await page.goto(`${running.url}/skill/delegation`)
    await page.locator('main h1').waitFor()
    await expect.poll(() => main()).not.toContain(REWORDED)
    await page.getByRole('link', { name: 'See what changed' }).click()
    await page.getByRole('heading', { name: /^Move to/ }).waitFor()
  })

  it('shows first what moving does: what carries, what is worth a look, and how the picture moves', async () => {
    await page.getByText('Of your three ratings').waitFor()
    const text = await main()
    expect(text).toContain(
      'Of your three ratings, two carry over as they were said and one is worth another look.',
    )
    expect(text).toContain('The behaviours of this level changed.')
    expect(text).toContain(REWORDED)
    expect(text).toContain('What it does to your picture')
    await check()
    await page.getByRole('link', { name: 'Read everything that changed' }).click()
    await page.getByRole('heading', { name: /^What changed in/ }).waitFor()
    await expect.poll(() => main()).toContain('One expectation rose, in one role. Sentences: one reworded.')
    await check()
    await page.goBack()
    await page.getByRole('heading', { name: /^Move to/ }).waitFor()
  })

  it('is moved to, and leaves what is worth a look to be rated anew', async () => {
    await page.getByRole('button', { name: 'Move to this version' }).click()
    await page.getByText('Still worth a look').waitFor()
    await check()
    await page.goto(`${running.url}/roles`)
    const line = page.getByText('One rating is worth another look since you moved to this version.')
    await line.waitFor()
    await page.getByRole('link', { name: 'Look at them' }).click()
    await page.getByRole('link', { name: 'Rate it anew' }).click()
    await page.getByRole('heading', { name: 'Delegation' }).first().waitFor()
  })

  it('can be undone, and everything is as it was', async () => {
    const { framework } = await page.evaluate(async () => (await fetch('/api/me')).json())
    await page.goto(`${running.url}/frameworks/move/${framework.digest}`)
    await page.getByRole('button', { name: 'Undo the move' }).click()
    await page.getByText('Of your three ratings').waitFor()
    const me = await page.evaluate(async () => (await fetch('/api/me')).json())
    expect(me.framework.digest).not.toBe(framework.digest)
    expect(me.levels.map((rating: { skill: string; level: number }) => [rating.skill, rating.level])).toEqual(
      [
        ['coaching', 3],
        ['delegation', 3],
        ['mentoring', 3],
      ],
    )
  })
})
