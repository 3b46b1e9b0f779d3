// Every page, at three widths and in both themes: no accessibility violation, no sideways scrolling, nothing asked twice or elsewhere.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  axeViolations,
  type Browser,
  comeToRest,
  openBrowser,
  type Running,
  readTwice,
  scrollsSideways,
  startSkillmap,
  type Watch,
  watchContext,
} from './browser.ts'

const pages = [
  ['the first screen', '/'],
  ['the first screen with an answer', '/?role=senior-engineer&next=engineering-manager'],
  ['the first screen for somebody who stays', '/?role=senior-engineer&next=stay'],
  ['the first screen for somebody who is not sure', '/?role=senior-engineer&next=not-sure'],
  ['what somebody was told', '/told'],
  ['writing feedback', '/say'],
  ['sharing something', '/share'],
  ['capturing', '/capture'],
  ['rating', '/assess'],
  ['rating one skill', '/assess?skill=coaching'],
  ['the map', '/map?role=senior-engineer&to=staff-engineer'],
  ['a move', '/move/engineering-manager/staff-engineer'],
  ['staying', '/move/senior-engineer/stay'],
  ['the roles', '/roles'],
  ['a role', '/role/principal-engineer'],
  ['the skills', '/skills'],
  ['a skill', '/skill/sustainable-pace'],
  ['a comparison', '/compare/senior-engineer/vp-engineering'],
  ['what to work on first', '/focus?to=staff-engineer'],
  ['what several destinations share', '/focus?to=staff-engineer,engineering-manager'],
  ['a plan', '/plan?to=staff-engineer'],
  ['a plan for two roles', '/plan?to=staff-engineer,engineering-manager'],
  ['a plan to stay', '/plan?to=stay'],
  ['a plan without a destination', '/plan'],
  ['a look back on a week', '/week'],
  ['where somebody stands', '/levels'],
  ['what one level rests on', '/levels#system-design'],
  ['a way over the years', '/ahead?via=tech-lead,engineering-manager.6,staff-engineer'],
  [
    'three ways beside each other',
    '/ahead?via=engineering-manager.6,staff-engineer~stay,independent-consultant~staff-engineer&start=2030',
  ],
  ['the journal', '/journal'],
  ['the settings', '/settings'],
  ['what hard and soft skills are', '/about-skills'],
  ['the matrix', '/matrix'],
  [
    'a cell of the matrix, filtered',
    '/matrix?path=management&weight=2&role=engineering-director&skill=delegation',
  ],
  ['two roles of the matrix beside each other', '/matrix?role=staff-engineer&beside=engineering-manager'],
  ['a path', '/path/ic'],
  ['a path with roles beside its line', '/path/lateral'],
  ['what the numbers are', '/about-numbers'],
  ['the words of the program', '/glossary#climb'],
  ['what others said', '/others'],
  ['the people one keeps', '/people'],
  ['the talks', '/talks'],
  ['how forecasts did', '/forecasts'],
  ['packets for reviews', '/packet'],
  ['a page that does not exist', '/nowhere'],
] as const

/** A page is opened on a phone and then drawn wider, as a window is; the last look differs in its colours alone. */
const looks = [
  { width: 360, height: 800, theme: 'light', rules: 'all' },
  { width: 768, height: 1000, theme: 'dark', rules: 'all' },
  { width: 1440, height: 900, theme: 'light', rules: 'all' },
  { width: 1440, height: 900, theme: 'dark', rules: 'color-contrast' },
] as const

let running: Running
let browser: Browser
let context: BrowserContext
let page: Page
let watch: Watch

beforeAll(async () => {
  browser = await openBrowser()
  running = await startSkillmap()
  context = await browser.newContext({ reducedMotion: 'reduce' })
  watch = watchContext(context, running.url)
  page = await context.newPage()
  await page.goto(running.launchUrl)
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

describe.each(pages)('%s', (_name, path) => {
  it('asks the program once for each thing that it shows', async () => {
    const { width, height, theme } = looks[0]
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await open(path)
    expect(readTwice(page)).toEqual([])
  })

  it.each(looks)(
    'can be used by everybody at $width px in the $theme theme',
    async ({ width, height, theme, rules }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page, rules)).toEqual([])
      await expect.poll(() => scrollsSideways(page)).toBe(false)
    },
  )
})

async function open(path: string): Promise<void> {
  await page.goto(running.url + path)
  await page.locator('main h1').first().waitFor()
  await comeToRest(page)
}

describe('on all these pages', () => {
  it('nothing left the machine, broke the content policy or met an error', () => {
    expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
