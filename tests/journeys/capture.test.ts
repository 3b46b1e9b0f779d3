// Somebody brings a calendar and a tracker's export, chooses what was their work, keeps it, and takes it back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const files = mkdtempSync(join(tmpdir(), 'skillmap-capture-'))
const calendar = join(files, 'work.ics')
const requests = join(files, 'requests.csv')
const strange = join(files, 'colours.csv')
let visitor: Visitor
let page: Page

const event = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT']

beforeAll(async () => {
  writeFileSync(
    calendar,
    [
      'BEGIN:VCALENDAR',
      ...event(
        '1',
        'SUMMARY:Architecture review',
        'DTSTART:20261001T090000Z',
        'DTEND:20261001T100000Z',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'ATTENDEE;CN=Ben Example:mailto:ben@example.org',
        'ATTENDEE;CN=Ada Example:mailto:ada@example.org',
      ),
      ...event('2', 'SUMMARY:Postmortem of the outage', 'DTSTART:20261014T130000Z', 'DTEND:20261014T143000Z'),
      ...event('3', 'SUMMARY:Lunch', 'DTSTART:20261015T110000Z', 'TRANSP:TRANSPARENT'),
      ...event(
        '4',
        'SUMMARY:Meeting with a vendor',
        'DTSTART:20261016T090000Z',
        'ATTENDEE;CN=Ada Example;PARTSTAT=DECLINED:mailto:ada@example.org',
      ),
      'END:VCALENDAR',
    ].join('\r\n'),
  )
  writeFileSync(
    requests,
    [
      'number,title,url,state,mergedAt,author,labels',
      '1,Refund a part of an invoice,https://git.example/shop/1,MERGED,2026-10-05,ada,billing',
      '2,Round refunds as the tax office does,https://git.example/shop/2,MERGED,2026-10-07,ada,billing',
      '3,Rebuild the index at night,https://git.example/shop/3,MERGED,2026-10-20,ben,search',
    ].join('\n'),
  )
  writeFileSync(strange, 'Name,Colour\nSky,blue\nSea,green')
  visitor = await comeIn()
  page = visitor.page
})

afterAll(async () => {
  await visitor.leave()
  rmSync(files, { recursive: true, force: true })
})

async function bring(file: string): Promise<void> {
  await page.goto(`${visitor.running.url}/capture`)
  await page.getByLabel('Your names and addresses in a calendar').fill('Ada Example, ada@example.org')
  await page.getByLabel('A calendar, or an export of a tracker').setInputFiles(file)
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

const kept = async () => {
  const answer = await page.request.get(`${visitor.running.url}/api/evidence`)
  return ((await answer.json()) as { entries: { text: string; credit: { name: string }[] }[] }).entries
}

describe('capturing', () => {
  it('shows meetings as pieces of work, and keeps nothing by itself', async () => {
    await bring(calendar)
    const list = page.getByRole('list').filter({ has: page.getByRole('checkbox') })
    await expect.poll(() => list.getByRole('checkbox').count()).toBe(2)
    await expect.poll(() => list.textContent()).toContain('Four meetings, 1 to 22 October 2026.')
    await expect.poll(() => page.getByText('Left out: 2').count()).toBe(1)
    await expect.poll(() => kept()).toEqual([])
    await canBeUsedByEverybody()
  })

  it('keeps what was chosen, under the title that it was given, by the keyboard alone', async () => {
    const box = page.getByRole('checkbox', { name: 'Keep: Architecture review' })
    await box.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Led the architecture review')
    await page.keyboard.press('Enter')
    await page.getByText('One entry is in your journal, for you alone.').waitFor()
    const [entry] = await kept()
    expect(entry?.text).toMatch(/^Led the architecture review\n/)
    expect(entry?.credit.map(({ name }) => name)).toEqual(['Ben Example'])
    await page.getByText('Already in your journal: four meetings.').waitFor()
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(1)
  })

  it('takes it back, and proposes it again', async () => {
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(2)
    await expect.poll(() => kept()).toEqual([])
  })

  it('asks who one is where several people are in a file', async () => {
    await bring(requests)
    await page.getByText('Several people are in this file.').waitFor()
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
    await page.getByLabel('Who are you in it?').selectOption('ada')
    await expect.poll(() => page.getByRole('checkbox').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByText('Rebuild the index at night').count()).toBe(0)
    await canBeUsedByEverybody()
  })

  it('shows another time when it is asked for', async () => {
    await page.getByLabel('From').fill('2026-10-06')
    await page.getByText('Nothing in this time.').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(1)
    await page.getByLabel('From').fill('2026-10-10')
    await page.getByText('Nothing in this time.').waitFor()
  })

  it('says what is known where a file is of something else', async () => {
    await bring(strange)
    await page.getByText('The columns are of no tracker that is known here: Name, Colour.').waitFor()
    await canBeUsedByEverybody()
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
