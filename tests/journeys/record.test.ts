// An administrator of the audit reads the record, checks it and takes it out; whoever has left is erased, with a proof.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, projectRoot, scrollsSideways } from './browser.ts'
import { comeInAs, type TeamVisitor } from './come-in-as.ts'

const run = promisify(execFile)
const skillmap = (...words: string[]) =>
  run(process.execPath, [join(projectRoot, 'bin', 'skillmap.mjs'), ...words])

let ada: TeamVisitor
let recordFile = ''
let proofFile = ''
beforeAll(async () => {
  ada = await comeInAs('Ada')
})
afterAll(() => ada?.leave())

async function download(press: () => Promise<void>): Promise<string> {
  const waiting = ada.page.waitForEvent('download')
  await press()
  const file = join(ada.running.dataDir, (await waiting).suggestedFilename())
  await (await waiting).saveAs(file)
  return file
}

describe('The record of an organisation', () => {
  test('says in sentences what was done, and can be narrowed to what and who', async () => {
    const { page } = ada
    await ada.visit('/organisation/views')
    const view = page.getByRole('region', { name: 'Map of a team' })
    await view.getByLabel('What is it for?').fill('To see where help is needed.')
    await view.getByRole('button', { name: 'Switch it on' }).click()
    await view.getByText('Purpose: To see where help is needed.').first().waitFor()
    await ada.visit('/organisation')
    await page.getByRole('link', { name: 'Record' }).click()
    await page.getByRole('heading', { level: 1, name: 'Record' }).waitFor()
    const lines = page.getByRole('region', { name: 'Lines' }).getByRole('listitem')
    await page
      .getByText('Ada switched the view “Map of a team” on, for: “To see where help is needed.”')
      .waitFor()
    await page.getByLabel('What it is about').selectOption('Views of several people')
    await expect.poll(() => lines.count()).toBe(1)
    await page.getByLabel('Who did it').selectOption({ label: 'Nia' })
    await page.getByText('There is no such line.').waitFor()
    // Whoever has left did something, too.
    await expect
      .poll(() => page.getByLabel('Who did it').locator('option', { hasText: 'Lea' }).textContent())
      .toBe('Lea, left on 31 March 2026')
  })

  test('keeps what it was narrowed to in its address: it loads again, is gone back to, and can be linked', async () => {
    const { page } = ada
    await expect.poll(() => new URL(page.url()).searchParams.get('by')).toBe(ada.organisation.idOf.Nia)
    await page.reload()
    await page.getByText('There is no such line.').waitFor()
    await page.goBack()
    const lines = page.getByRole('region', { name: 'Lines' }).getByRole('listitem')
    await expect.poll(() => lines.count()).toBe(1)
    await expect.poll(() => page.getByLabel('Who did it').inputValue()).toBe('')
    await ada.visit('/organisation/audit?kind=views&from=2020-01-01&until=2020-01-31&by=&other=1')
    await page.getByText('There is no such line.').waitFor()
    await expect.poll(() => page.getByLabel('Until').inputValue()).toBe('2020-01-31')
    await ada.visit('/organisation/audit?kind=nothing&from=soon')
    await expect.poll(() => page.getByLabel('What it is about').inputValue()).toBe('')
    await page.getByText('switched the view').first().waitFor()
  })

  test('is checked whole, with the newest hash to note down', async () => {
    const { page } = ada
    await ada.visit('/organisation/audit')
    await page.getByRole('button', { name: 'Check the whole record' }).click()
    await page.getByText(/^Unbroken from .* to .*: \d+ lines\.$/).waitFor()
    await expect
      .poll(() => page.getByRole('region', { name: 'Is the record whole?' }).innerText())
      .toMatch(/\d+:[0-9a-f]{64}/)
  })

  test('shows each person what it holds of what they did, and no page of the record', async () => {
    const bea = await ada.as('Bea')
    await bea.visit('/organisation/me')
    await bea.page.getByRole('button', { name: 'Show it' }).click()
    await bea.page.getByText('Nothing yet.').waitFor()
    await bea.page.goto(`${ada.running.url}/organisation/audit`)
    await bea.page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => bea.page.locator('main').innerText()).not.toContain('switched')
    await bea.context.close()
  })
})

describe('Somebody who has left', () => {
  test('is erased after the name was typed, and the page says what went and where the id still stands', async () => {
    const { page } = ada
    await ada.visit(`/organisation/person/${ada.organisation.idOf.Lea}`)
    await page.getByRole('link', { name: 'Look what erasing Lea would remove' }).click()
    await page.getByRole('heading', { level: 1, name: 'Erase Lea' }).waitFor()
    await page.getByText('Lea left on 31 March 2026.').waitFor()
    const erase = page.getByRole('button', { name: 'Erase for good' })
    await page.getByLabel('Type the name as it is on the list: Lea').fill('Lee')
    await expect.poll(() => erase.isDisabled()).toBe(true)
    await page.getByLabel('Type the name as it is on the list: Lea').fill('Lea')
    await erase.click()
    await page.getByText('It is done.').waitFor()
    await page.getByText('Nothing of them is left but what is meant to stay:').waitFor()
    proofFile = await download(() => page.getByRole('button', { name: 'Save the proof' }).click())
    await page.getByRole('button', { name: 'Search again' }).click()
    await page.getByText('The record holds the hash of this proof.').waitFor()
    // Going on and back again shows neither the name nor the form once more.
    await page.locator('main').getByRole('link', { name: 'Erased people' }).click()
    await page.getByRole('heading', { level: 1, name: 'Erased people' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
    await ada.visit('/organisation/people')
    await page.getByLabel('Show whoever has left, too').check()
    await page.getByText(/^1 to \d+ of \d+ people, by name$/).waitFor()
    await expect.poll(() => page.locator('main').innerText()).not.toContain('Lea')
  })

  test('is in the record that an outsider checks from the file, with the proof', async () => {
    const { page } = ada
    await ada.visit('/organisation/audit')
    recordFile = await download(() => page.getByRole('button', { name: 'Take the record out' }).click())
    await page.getByText(/^\d+ lines are in the file\.$/).waitFor()
    const { stdout } = await skillmap('audit', '--file', recordFile, '--proof', proofFile)
    expect(stdout).toContain('Unbroken')
    expect(stdout).toContain('The record holds the hash of the proof.')
  })

  test('who erases themselves keeps the proof as well, which an outsider checks against the record', async () => {
    const gus = await ada.as('Gus')
    await gus.visit('/settings')
    await gus.page.getByLabel('Type “erase everything” to confirm').fill('erase everything')
    await gus.page.getByRole('button', { name: 'Erase everything', exact: true }).click()
    await gus.page.getByText('A proof was written down').waitFor()
    const waiting = gus.page.waitForEvent('download')
    await gus.page.getByRole('button', { name: 'Save the proof' }).click()
    const own = join(ada.running.dataDir, (await waiting).suggestedFilename())
    await (await waiting).saveAs(own)
    await expect.poll(() => axeViolations(gus.page)).toEqual([])
    await gus.page.getByRole('link', { name: 'Leave' }).click()
    await gus.page.getByRole('heading', { level: 1, name: /Sign in|Come in/ }).waitFor()
    await gus.context.close()
    await ada.visit('/organisation/audit')
    const file = await download(() => ada.page.getByRole('button', { name: 'Take the record out' }).click())
    const { stdout } = await skillmap('audit', '--file', file, '--proof', own)
    expect(stdout).toContain('The record holds the hash of the proof.')
  })

  test.each(['/organisation/audit', '/organisation/erased', '/organisation/me'])(
    'and %s is read aloud, and can be used on a narrow screen and when it is drawn wider',
    async (path) => {
      const { page } = ada
      await page.setViewportSize({ width: 360, height: 900 })
      await ada.visit(path)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
        await expect.poll(() => axeViolations(page), { message: `${width} px` }).toEqual([])
      }
      expect(ada.watch.foreignRequests).toEqual([])
    },
  )
})
