// An organisation's server with nothing in it yet, and the provider at which its people sign in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { freePort } from '../free-port.ts'
import { startIdentityProvider } from '../identity-provider.ts'
import { startOnEmptyDatabase } from '../test-store.ts'
import { type Browser, comeToRest, openBrowser, projectRoot, type Watch, watchContext } from './browser.ts'
import { newDataFolder } from './data-folder.ts'

export const PROVIDER_NAME = 'Hello Sign-in'

interface Call {
  method: string
  data?: unknown
  headers?: Record<string, string>
}

/** One of its people in a browser of their own, in which nothing is remembered. */
export interface Walker {
  page: Page
  watch: Watch
  /** Requests that went neither to the program nor to the provider. */
  foreignRequests(): string[]
  /** Opens an address of the program and waits until the page is there. */
  visit(path: string): Promise<void>
  /** What an address of the API answers to this browser. */
  ask(path: string, call?: Call): Promise<{ status: number; text: string }>
  /** Opens the link of an invitation, and comes in as whom the provider knows by `account`. */
  join(link: string, account: string): Promise<void>
}

export interface StartedTeam {
  origin: string
  browser: Browser
  newcomer(): Promise<Walker>
  /** What `skillmap invite` sends to the server, with the secret that only its own machine can read. */
  inviteFromTerminal(displayName: string, admin: boolean): Promise<string>
  stop(): Promise<void>
}

/** Embedded, or on the Postgres of the environment. */
export async function startTeam(): Promise<StartedTeam> {
  // The provider has to know the address before.
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const folder = newDataFolder()
  const provider = await startIdentityProvider(`${origin}/sign-in/callback`, `${origin}/signed-out`)
  const { startServer } = await import(join(projectRoot, 'build', 'server', 'main.js'))
  const { issuer, clientId, secret } = provider
  const { started: server, remove } = await startOnEmptyDatabase<{ stop(): Promise<void> }>((database) =>
    startServer({
      ...database,
      dataDir: folder.path,
      port,
      webRoot: join(projectRoot, 'build', 'web'),
      team: {
        origin,
        signIn: {
          passkeys: false,
          help: null,
          provider: { issuer, clientId, secret, name: PROVIDER_NAME },
        },
      },
    }),
  )
  const browser = await openBrowser()
  return {
    origin,
    browser,
    newcomer: () => newcomer(browser, origin, issuer),
    inviteFromTerminal: (displayName, admin) => inviteFromTerminal(folder.path, { displayName, admin }),
    async stop() {
      await browser.close()
      await server.stop()
      await remove()
      await provider.stop()
      folder.remove()
    },
  }
}

async function inviteFromTerminal(
  dataDir: string,
  whom: { displayName: string; admin: boolean },
): Promise<string> {
  const file = JSON.parse(readFileSync(join(dataDir, 'run', 'server.json'), 'utf8')) as {
    address: string
    secret: string
  }
  const answer = await fetch(`${file.address}/api/operator/invitations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${file.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(whom),
  })
  return ((await answer.json()) as { url: string }).url
}

async function newcomer(browser: Browser, origin: string, issuer: string): Promise<Walker> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const watch = watchContext(context, origin)
  const page = await context.newPage()
  return {
    page,
    // At the provider they sign in; nothing else is outside.
    foreignRequests: () => watch.foreignRequests.filter((url) => !url.startsWith(issuer)),
    watch,
    async visit(path) {
      await page.goto(origin + path)
      await page.locator('main h1').first().waitFor()
      await comeToRest(page)
    },
    async ask(path, call) {
      const answer = await page.request.fetch(origin + path, {
        ...call,
        headers: { origin, ...call?.headers },
        maxRedirects: 0,
      })
      return { status: answer.status(), text: await answer.text() }
    },
    async join(link, account) {
      await page.goto(link)
      await page.getByRole('button', { name: `Come in with ${PROVIDER_NAME}` }).click()
      await page.getByLabel('Name').fill(account)
      await page.getByRole('button', { name: 'Go on', exact: true }).click()
      await page.waitForURL(`${origin}/`)
      await page.locator('main h1').first().waitFor()
    },
  }
}
