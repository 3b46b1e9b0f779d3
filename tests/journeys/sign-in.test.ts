// The people of an organisation get in: by the link of an invitation with a passkey or at a provider; they sign in again,
// end the session of another browser, prove anew who they are before what is hard to undo, and sign out.
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../free-port.ts'
import { type IdentityProvider, startIdentityProvider } from '../identity-provider.ts'
import {
  axeViolations,
  type Browser,
  comeToRest,
  openBrowser,
  projectRoot,
  scrollsSideways,
  watchContext,
} from './browser.ts'
import { newDataFolder } from './data-folder.ts'

const PORT = await freePort()
const ORIGIN = `http://localhost:${PORT}`
const folder = newDataFolder()
/** How far the program's clock is from the provider's: it catches up while Ada's proofs grow old. */
let shift = -22 * 60_000
let provider: IdentityProvider
let server: { url: string; stop(): Promise<void> }
let browser: Browser

beforeAll(async () => {
  provider = await startIdentityProvider(`${ORIGIN}/sign-in/callback`, `${ORIGIN}/signed-out`)
  const { startServer } = await import(join(projectRoot, 'build', 'server', 'main.js'))
  server = await startServer({
    dataDir: folder.path,
    port: PORT,
    webRoot: join(projectRoot, 'build', 'web'),
    now: () => new Date(Date.now() + shift),
    team: {
      origin: ORIGIN,
      signIn: {
        passkeys: true,
        help: null,
        provider: {
          issuer: provider.issuer,
          clientId: provider.clientId,
          secret: provider.secret,
          name: 'Hello Sign-in',
        },
      },
    },
  })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await provider?.stop()
  folder.remove()
})

/** What `skillmap invite` prints. */
async function invite(displayName: string, admin: boolean): Promise<string> {
  const { readFileSync } = await import('node:fs')
  const file = JSON.parse(readFileSync(join(folder.path, 'run', 'server.json'), 'utf8')) as {
    address: string
    secret: string
  }
  const answer = await fetch(`${file.address}/api/operator/invitations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${file.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ displayName, admin }),
  })
  return ((await answer.json()) as { url: string }).url
}

/** A browser with nothing remembered, and with a device that holds passkeys and knows its owner. */
async function newcomer(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { context, page }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/**
 * In a page of its own, with the cookies of the first: the debugger that looks for violations takes the device with the
 * passkeys away from the page that it leaves.
 */
async function canBeUsedByEverybody(first: Page, url = first.url()): Promise<void> {
  const page = await first.context().newPage()
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await comeToRest(page)
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => axeViolations(page), { message: `${width} px, ${colorScheme}` }).toEqual([])
      const shots = process.env.SKILLMAP_SHOTS
      if (shots !== undefined) {
        const name = new URL(page.url()).pathname.replaceAll('/', '-')
        await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`), fullPage: true })
      }
    }
    await expect.poll(() => scrollsSideways(page), { message: `${width} px` }).toBe(false)
  }
  await page.close()
}

async function signInAtProvider(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
}

describe('Somebody with an invitation', () => {
  let first: { context: BrowserContext; page: Page }
  let link: string

  beforeAll(async () => {
    first = await newcomer()
    link = await invite('Ada Berg', true)
  })
  afterAll(() => first.context.close())

  it('comes in with a passkey; looking at the link ahead does not use it up', async () => {
    const watch = watchContext(first.context, ORIGIN)
    for (const method of ['HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
    await first.page.goto(link)
    await heading(first.page, 'Welcome, Ada Berg')
    await canBeUsedByEverybody(first.page)
    await press(first.page, 'Make a passkey and come in')
    await first.page.waitForURL(`${ORIGIN}/`)
    await heading(first.page, /./)
    expect(watch).toEqual({ foreignRequests: [], policyViolations: [], errors: [] })
  })

  it('finds that the link works once', async () => {
    const other = await newcomer()
    await other.page.goto(link)
    await heading(other.page, 'This link does not work any more')
    await expect.poll(() => axeViolations(other.page)).toEqual([])
    await other.context.close()
  })

  it('sees where they are signed in, how they get in and what happened', async () => {
    const { page } = first
    await page.goto(`${ORIGIN}/account`)
    await heading(page, 'Your account')
    await page.getByText('You came in by a link.').waitFor()
    await expect.poll(() => page.getByText(/^Passkey: Chrome on Linux$/).count()).toBe(1)
    await canBeUsedByEverybody(page)
  })

  it('signs out, is refused, and signs in again with the passkey at the page they wanted', async () => {
    const { page } = first
    await press(page, 'Sign out')
    await heading(page, 'You are signed out')
    await expect.poll(() => page.getByRole('link', { name: 'Sign out at the provider' }).count()).toBe(1)
    await canBeUsedByEverybody(page)
    await page.goto(`${ORIGIN}/account`)
    await heading(page, 'Sign in')
    await canBeUsedByEverybody(page)
    await press(page, 'Sign in with a passkey')
    await heading(page, 'Your account')
  })

  it('proves who they are before what is hard to undo, and it is done then', async () => {
    const { page } = first
    shift += 11 * 60_000
    await page.goto(`${ORIGIN}/account`)
    await page.getByLabel('Name of the passkey').fill('Another one')
    await page.getByRole('button', { name: 'Add the sign-in with Hello Sign-in' }).click()
    await page.getByRole('heading', { name: 'Is it you?' }).waitFor()
    await press(page, 'Use a passkey')
    await heading(page, 'The provider')
    await signInAtProvider(page, 'ada-4711')
    await heading(page, 'Your account')
    await page.getByText('Sign-in with Hello Sign-in', { exact: true }).waitFor()
  })

  it('proves it at the provider too, in another window, and the first goes on by itself', async () => {
    const { page, context } = first
    shift += 11 * 60_000
    await page.reload()
    await press(page, 'Remove Chrome on Linux')
    await page.getByRole('heading', { name: 'Is it you?' }).waitFor()
    await expect.poll(() => axeViolations(page)).toEqual([])
    const opened = context.waitForEvent('page')
    await press(page, 'Sign in with Hello Sign-in again')
    const other = await opened
    await signInAtProvider(other, 'ada-4711')
    await page.getByText('Removed.', { exact: true }).waitFor()
    await expect.poll(() => page.getByText(/^Passkey: /).count()).toBe(0)
  })
})

describe('Somebody for whom a link is made', () => {
  it('reads so on every page, until it is called off or used', async () => {
    const { page, context } = await newcomer()
    await page.goto(await invite('Cem Arik', false))
    await press(page, 'Make a passkey and come in')
    await page.waitForURL(`${ORIGIN}/`)
    await expect.poll(() => page.getByText('a link was made that lets somebody in as you').count()).toBe(0)
    await invite('Cem Arik', false)
    await page.goto(`${ORIGIN}/skills`)
    await page.getByRole('link', { name: 'See who made it' }).click()
    await heading(page, 'Your account')
    await page.getByText(/the terminal of the server made a link/).waitFor()
    await context.close()
  })
})

describe('Somebody whom the provider knows', () => {
  let first: { context: BrowserContext; page: Page }
  let second: { context: BrowserContext; page: Page }

  beforeAll(async () => {
    first = await newcomer()
    second = await newcomer()
  })
  afterAll(async () => {
    await first.context.close()
    await second.context.close()
  })

  it('is told when they are not on the list, and nothing is made', async () => {
    const { page } = first
    await page.goto(`${ORIGIN}/plan`)
    await press(page, 'Sign in with Hello Sign-in')
    await signInAtProvider(page, 'max-1')
    await heading(page, 'You are not on the list yet')
    await canBeUsedByEverybody(page)
  })

  it('is told when they stopped at the provider', async () => {
    const stopped = await newcomer()
    await stopped.page.goto(`${ORIGIN}/`)
    await press(stopped.page, 'Sign in with Hello Sign-in')
    await stopped.page.getByRole('button', { name: 'Do not go on' }).click()
    await stopped.page.getByText('The provider did not let you in, or you stopped there.').waitFor()
    await stopped.context.close()
  })

  it('is invited by an administrator of people, who sees the link once', async () => {
    const admin = await newcomer()
    await admin.page.goto(await invite('Olu Ade', true))
    await press(admin.page, 'Make a passkey and come in')
    await admin.page.waitForURL(`${ORIGIN}/`)
    await invite('Eli Roth', false)
    await admin.page.goto(`${ORIGIN}/colleagues`)
    await heading(admin.page, 'Colleagues')
    await admin.page.getByRole('link', { name: 'Eli Roth', exact: true }).click()
    await press(admin.page, 'Make an invitation for Eli Roth')
    const link = admin.page.getByRole('textbox', { name: 'Invitation for Eli Roth' })
    await link.waitFor()
    const shots = process.env.SKILLMAP_SHOTS
    if (shots !== undefined) await admin.page.screenshot({ path: join(shots, 'colleagues.png') })
    await expect.poll(() => axeViolations(admin.page)).toEqual([])
    const invited = await newcomer()
    await invited.page.goto(await link.inputValue())
    await heading(invited.page, 'Welcome, Eli Roth')
    await admin.page.reload()
    await heading(admin.page, 'Eli Roth')
    await expect.poll(() => link.count()).toBe(0)
    await press(admin.page, 'Call off the invitation for Eli Roth')
    await admin.page.getByText('It is called off: the link lets nobody in as Eli Roth.').waitFor()
    await expect.poll(() => admin.page.getByText('A link was made and not used yet.').count()).toBe(0)
    await invited.page.route('**/api/join', (route) => route.abort())
    await invited.page.reload()
    // No answer is no reason to say that the link is gone.
    await heading(invited.page, 'This page could not be opened')
    await invited.page.unroute('**/api/join')
    await press(invited.page, 'Try again')
    await heading(invited.page, 'This link does not work any more')
    await admin.page.goto(`${ORIGIN}/colleagues`)
    await heading(admin.page, 'Colleagues')
    await expect.poll(() => admin.page.getByRole('button', { name: /invitation/ }).count()).toBe(0)
    await invited.context.close()
    await admin.context.close()
  })

  it('joins by an invitation, and is in from then on, also after the provider has changed its keys', async () => {
    const { page } = first
    await page.goto(await invite('Max Muster', false))
    await press(page, 'Come in with Hello Sign-in')
    await page.waitForURL(`${ORIGIN}/`)
    provider.rotateKeys()
    await second.page.goto(`${ORIGIN}/account?a=b`)
    await press(second.page, 'Sign in with Hello Sign-in')
    await signInAtProvider(second.page, 'max-1')
    await heading(second.page, 'Your account')
    expect(second.page.url()).toBe(`${ORIGIN}/account?a=b`)
  })

  it('ends the session of another browser, which is refused at once', async () => {
    await first.page.goto(`${ORIGIN}/account`)
    await press(first.page, /^End /)
    await first.page.getByText('Ended. That browser is refused from now on.').waitFor()
    await second.page.reload()
    await heading(second.page, 'Sign in')
  })
})
