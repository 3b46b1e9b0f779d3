// Another framework than ours, with three levels, two groups and nothing optional, walks through every page.
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerWithKeys,
  axeViolations,
  type Browser,
  comeToRest,
  openBrowser,
  projectRoot,
  type Running,
  scrollsSideways,
  startSkillmap,
  type Watch,
  watchContext,
} from './browser.ts'

interface Small {
  roles: { id: string; name: string }[]
  moves: { from: string; to: string }[]
  skills: { id: string; name: string }[]
  paths: { id: string; name: string }[]
}

let running: Running
let browser: Browser
let context: BrowserContext
let page: Page
let watch: Watch
let framework: Small

beforeAll(async () => {
  browser = await openBrowser()
  running = await startSkillmap(undefined, join(projectRoot, 'tests', 'frameworks', 'small'))
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  watch = watchContext(context, running.url)
  page = await context.newPage()
  await page.goto(running.launchUrl)
  framework = await page.evaluate(async () => {
    const { framework: version } = await (await fetch('/api/me')).json()
    return (await fetch(`/api/frameworks/${version.digest}`)).json()
  })
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

async function visit(path: string): Promise<string> {
  await page.goto(running.url + path)
  await page.locator('main h1').first().waitFor()
  await comeToRest(page)
  await expect.poll(() => axeViolations(page), { message: path }).toEqual([])
  await expect.poll(() => scrollsSideways(page), { message: path }).toBe(false)
  return page.locator('main').innerText()
}

describe('somebody with a framework of their own', () => {
  it('is offered its roles, and an answer, on the first screen', async () => {
    const [move] = framework.moves
    const text = await visit(`/?role=${move?.from}&next=${move?.to}`)
    expect(text).toContain(framework.roles.find((role) => role.id === move?.to)?.name ?? 'no name')
  })

  it('sees its roles on a map that nobody laid out, and as a list on a phone', async () => {
    const [move] = framework.moves
    const names = framework.roles.map((role) => role.name)
    const map = await visit(`/map?role=${move?.from}&to=${move?.to}&all=yes`)
    for (const name of names) expect(map.replaceAll(/\s+/g, ' ').toLowerCase()).toContain(name.toLowerCase())
    await page.setViewportSize({ width: 360, height: 800 })
    await visit(`/map?role=${move?.from}&to=${move?.to}`)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('opens every role, skill and move, a comparison and the focus', async () => {
    for (const role of framework.roles) await visit(`/role/${role.id}`)
    for (const skill of framework.skills)
      await expect.poll(() => visit(`/skill/${skill.id}`)).toContain(skill.name)
    for (const move of framework.moves) await visit(`/move/${move.from}/${move.to}`)
    const [first, second] = framework.roles
    await visit(`/compare/${first?.id}/${second?.id}`)
    await visit(`/focus?to=${second?.id}`)
    await expect.poll(() => visit(`/plan?to=${second?.id}`)).toContain('This quarter')
    const ahead = await visit(`/ahead?from=${first?.id}&via=${second?.id},${first?.id}`)
    expect(ahead).toContain('four years stand in')
    expect(ahead).toContain('How easy the way back')
    await visit('/told')
    await visit('/about-skills')
    await visit('/about-numbers')
    await visit('/glossary')
  })

  it('reads its matrix and its paths, wide and on a phone', async () => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      const matrix = await visit('/matrix')
      // A phone shows the role that one begins with, not all of them.
      if (width === 1440) for (const skill of framework.skills) expect(matrix).toContain(skill.name)
      const { paths } = framework
      for (const path of paths) await expect.poll(() => visit(`/path/${path.id}`)).toContain(path.name)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('searches in it', async () => {
    await visit('/roles')
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('dough')
    await page.getByRole('option').first().waitFor()
    await expect.poll(() => page.getByRole('option').first().innerText()).toContain('Dough making')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/skill/dough-making')
  })

  it('rates its skills on its own three levels', async () => {
    await visit('/assess')
    await page.getByRole('button', { name: 'Begin' }).click()
    await answerWithKeys(page, ['y'])
    await page.getByRole('heading', { name: 'What this changes' }).waitFor()
    const levels: { level: number }[] = await page.evaluate(
      async () => (await (await fetch('/api/me')).json()).levels,
    )
    expect(levels.length).toBeGreaterThan(0)
    expect(levels.every(({ level }) => level === 3)).toBe(true)
  })

  it('met no error, and nothing left the machine', () => {
    expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
