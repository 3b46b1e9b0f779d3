// Somebody of an organisation who is signed in: a team's server on its small organisation, and a browser of theirs.
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Services } from '../../src/server/app-env.ts'
import { openServices } from '../../src/server/open-services.ts'
import { beginTeamSession } from '../../src/server/sign-in/team-sessions.ts'
import { freePort } from '../free-port.ts'
import { type Organisation, type PersonName, settleOrganisation } from '../organisation.ts'
import { templateFile } from '../test-store.ts'
import {
  type Browser,
  comeToRest,
  openBrowser,
  projectRoot,
  type Running,
  type Watch,
  watchContext,
} from './browser.ts'
import { newDataFolder } from './data-folder.ts'

/** One person of the organisation, in a browser of their own. */
export interface Guest {
  context: BrowserContext
  page: Page
  watch: Watch
  /** Opens an address of the program and waits until the page is there. */
  visit(path: string): Promise<void>
}

export interface TeamVisitor extends Guest {
  running: Running
  browser: Browser
  organisation: Organisation
  /** Another person, at the same time, and perhaps elsewhere on earth. */
  as(who: PersonName, where?: { timezoneId: string }): Promise<Guest>
  leave(): Promise<void>
}

/** What else is so in the organisation before the server starts. */
type Settle = (services: Services, organisation: Organisation) => Promise<void>

const frameworkRoot = join(projectRoot, 'frameworks', 'skillmap')

/** Settles the organisation of tests/organisation.ts and begins a session for each of its people. */
async function prepare(dataDir: string, origin: string, also?: Settle) {
  const services = await openServices({
    dataDir,
    frameworkRoot,
    templateFile: await templateFile(),
    now: () => new Date(),
    team: {},
  })
  try {
    if (services.teamOrgId === null) throw new Error('No organisation was made.')
    const organisation = await settleOrganisation(services.store, services.teamOrgId)
    await also?.(services, organisation)
    const cookies = new Map<PersonName, string>()
    for (const [name, personId] of Object.entries(organisation.idOf)) {
      const cookie = await beginTeamSession(services, origin, { personId, browser: 'Chromium' })
      cookies.set(name as PersonName, cookie.split(';')[0] ?? '')
    }
    return { organisation, cookies }
  } finally {
    await services.store.close()
  }
}

/** On a wide screen, without animation, signed in as one of the organisation's people. */
export async function comeInAs(who: PersonName, also?: Settle): Promise<TeamVisitor> {
  const folder = newDataFolder()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { organisation, cookies } = await prepare(folder.path, origin, also)
  const { startServer } = await import(join(projectRoot, 'build', 'server', 'main.js'))
  const server = await startServer({
    dataDir: folder.path,
    port,
    webRoot: join(projectRoot, 'build', 'web'),
    frameworkRoot,
    team: { origin },
    log: () => {},
  })
  const browser = await openBrowser()
  const as: TeamVisitor['as'] = async (name, where = undefined) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...where,
    })
    const [cookie = '', value = ''] = (cookies.get(name) ?? '').split('=')
    await context.addCookies([{ name: cookie, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    return {
      context,
      page,
      watch: watchContext(context, origin),
      async visit(path) {
        await page.goto(origin + path)
        await page.locator('main h1').first().waitFor()
        await comeToRest(page)
      },
    }
  }
  const running: Running = {
    url: origin,
    launchUrl: origin,
    dataDir: folder.path,
    stop: async () => {
      await server.stop()
      folder.remove()
    },
  }
  return {
    ...(await as(who)),
    ...{ running, browser, organisation, as },
    async leave() {
      await browser.close()
      await running.stop()
    },
  }
}
