// The owner of a framework changes it in forms beside its text, takes things out, and publishes what was edited on disk.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, comeToRest, scrollsSideways } from './browser.ts'
import { comeIn, type Visitor } from './visitor.ts'

const EDIT = '/frameworks/our-ladder/edit'

let visitor: Visitor
let page: Page

beforeAll(async () => {
  visitor = await comeIn()
  page = visitor.page
  await page.evaluate(async () => {
    const me = await (await fetch('/api/me')).json()
    const answer = await fetch('/api/own-frameworks', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ digest: me.framework.digest, id: 'our-ladder', name: 'Our ladder' }),
    })
    if (!answer.ok) throw new Error(await answer.text())
  })
})

afterAll(async () => {
  await visitor.leave()
})

const place = (path: string) => join(visitor.running.dataDir, 'frameworks', 'our-ladder', path)
const onDisk = (path: string) => readFileSync(place(path), 'utf8')
const open = (file: string) => page.goto(`${visitor.running.url}${EDIT}?file=${encodeURIComponent(file)}`)
const text = (name: string) => page.getByRole('textbox', { name: `The text of ${name}` })
const saved = () =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved\.$/ })
    .waitFor()

async function check(): Promise<void> {
  await comeToRest(page)
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => axeViolations(page), { message: `at ${width}` }).toEqual([])
    await expect.poll(() => scrollsSideways(page), { message: `sideways at ${width}` }).toBe(false)
  }
}

/** Lines of the first text that are not in the second. */
function without(lines: string, others: string): string[] {
  const there = others.split('\n')
  return lines.split('\n').filter((line) => !there.includes(line))
}

describe('forms beside the text of a framework', () => {
  it('change a role: the text says it at once, in its own line, and the text can change the form', async () => {
    await open('roles.yaml')
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Staff engineer' })
    const before = await text('Roles').inputValue()
    const scope = page.getByLabel('Scope')
    // With a space at its end, which the text does not keep.
    await scope.fill('Teams: several, near each other ')
    await scope.blur()
    await expect.poll(() => text('Roles').inputValue()).not.toBe(before)
    const after = await text('Roles').inputValue()
    expect(without(after, before)).toEqual(['    scope: "Teams: several, near each other"'])
    expect(after.split('\n')).toHaveLength(before.split('\n').length)
    await text('Roles').fill(`# Ours\n${after.replace('Teams: several, near each other', 'A few teams')}`)
    await expect.poll(() => scope.inputValue()).toBe('A few teams')
    await saved()
    await check()
  })

  it('wait while the text cannot be read, and say which line it is', async () => {
    const good = await text('Roles').inputValue()
    await text('Roles').fill(good.replace('name: Staff engineer', 'name: "Staff engineer'))
    await page.getByText('The form waits until the text can be read again.').waitFor()
    await expect.poll(() => page.getByLabel('Scope').isDisabled()).toBe(true)
    await text('Roles').fill(good)
    await expect.poll(() => page.getByLabel('Scope').isDisabled()).toBe(false)
  })

  it('change the head of a skill and leave every word below it', async () => {
    await open('skills/delegation.md')
    const before = await text('Delegation').inputValue()
    await page.getByLabel('Add to: Builds on').selectOption({ label: 'Facilitation' })
    await page.getByLabel('Can it be practised before the role?').selectOption('open')
    await expect.poll(() => text('Delegation').inputValue()).toMatch(/^access: open$/m)
    await expect
      .poll(() => text('Delegation').inputValue())
      .toMatch(/^prerequisites: \[.*, facilitation \]$/m)
    const after = await text('Delegation').inputValue()
    const body = (of: string) => of.slice(of.indexOf('\n---'))
    expect(body(after)).toBe(body(before))
    await saved()
    await check()
    await page.getByRole('button', { name: 'Remove Facilitation' }).click()
    await expect.poll(() => text('Delegation').inputValue()).not.toContain(', facilitation')
    await expect
      .poll(async () => without(await text('Delegation').inputValue(), before))
      .toEqual(['access: open'])
    await saved()
  })

  it('add a move, and change what is hard about it', async () => {
    await open('moves.yaml')
    await page.getByRole('button', { name: 'Add a move' }).click()
    const adding = page.getByRole('form', { name: 'Add a move' })
    await adding.getByLabel('From').selectOption({ label: 'Software architect' })
    await adding.getByLabel('To', { exact: true }).selectOption({ label: 'Tech lead' })
    await adding.getByLabel('Kind').selectOption('cross')
    await adding.getByRole('button', { name: 'Add the move' }).click()
    await expect
      .poll(() => page.getByLabel('Move', { exact: true }).locator('option:checked').innerText())
      .toBe('Software architect → Tech lead')
    await page.getByLabel('What is hard').fill('Plans meet people.')
    await page.getByLabel('The way back').selectOption('easy')
    await expect
      .poll(() => text('Moves').inputValue())
      .toMatch(
        / {2}- from: software-architect\n {4}to: tech-lead\n {4}kind: cross\n {4}hard: Plans meet people\.\n {4}back: \{ ease: easy \}\n/,
      )
    await saved()
    await check()
  })

  it('tell what depends on a role before it is taken out, and take that out too', async () => {
    await open('roles.yaml')
    await page.getByRole('button', { name: 'Add a role' }).click()
    const adding = page.getByRole('form', { name: 'Add a role' })
    await adding.getByLabel('Name').fill('Guild lead')
    await adding.getByRole('button', { name: 'Add the role' }).click()
    const role = page.getByLabel('Role', { exact: true })
    await expect.poll(() => role.locator('option:checked').innerText()).toBe('Guild lead')
    await saved()
    await page.getByRole('button', { name: 'Take out this role' }).click()
    await page.getByText('Nothing else depends on it.').waitFor()
    await page.getByRole('button', { name: 'Take it out' }).click()
    await expect.poll(() => text('Roles').inputValue()).not.toContain('guild-lead')
    await role.selectOption({ label: 'Technical founder' })
    await saved()
    await page.getByRole('button', { name: 'Take out this role' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'Taking out Technical founder' })
    await told.getByText(/^\d+ expectations$/).waitFor()
    await told.getByText(/moves: .*Senior engineer → Technical founder/).waitFor()
    await check()
    await page.getByRole('button', { name: 'Take it out' }).click()
    await saved()
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await page
      .getByText(/One role left|One role is gone|One role was taken out|role/i)
      .first()
      .waitFor()
    await page.getByLabel('Label').fill('2.0')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('2.0 is published.').waitFor()
    expect(onDisk('expectations.csv')).not.toContain('technical-founder')
    expect(onDisk('framework.yaml')).not.toContain('technical-founder')
    expect(onDisk('roles.yaml')).toMatch(/^# Ours\n/)
  })
})

describe('a folder that was edited with another program', () => {
  it('is offered for publishing, with a reason, a day and who approved it', async () => {
    writeFileSync(
      place('framework.yaml'),
      onDisk('framework.yaml').replace('version: "2.0"', 'version: "2.1"'),
    )
    writeFileSync(place('roles.yaml'), onDisk('roles.yaml').replace('A few teams', 'Many teams'))
    await open('roles.yaml')
    await page.getByText('The files in its folder were changed since it was published.').waitFor()
    await page.getByRole('button', { name: 'Publish what the folder holds' }).click()
    await page.getByLabel('Why').fill('Agreed in the guild.')
    await page.getByLabel('Holds from').fill('2099-01-01')
    await page.getByRole('button', { name: 'Add a name' }).click()
    await page.getByLabel('Name', { exact: true }).first().fill('Ada')
    await check()
    await page.getByRole('button', { name: 'Publish it' }).click()
    // The folder is read by a process of its own, which a busy machine starts late.
    await page.getByText('Published: Our ladder, version 2.1.').waitFor({ timeout: 90_000 })
    const list = await page.evaluate(async () => (await fetch('/api/frameworks')).json())
    const own = list.frameworks.find((one: { id: string }) => one.id === 'our-ladder')
    expect(own.folder.state).toBe('published')
    expect(own.versions[0]).toMatchObject({
      version: '2.1',
      note: 'Agreed in the guild.',
      effectiveFrom: '2099-01-01',
      approvers: [expect.stringMatching(/^Ada, \d{4}-\d{2}-\d{2}$/)],
    })
  })

  it('and nothing of it left the machine or broke the content policy', () => {
    expect(visitor.watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })
})
