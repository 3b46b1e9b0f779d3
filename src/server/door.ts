// How requests get in: one person on this computer, or the people of an organisation. The app is the same behind both.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv, BrowserSession, SignedIn } from './app-env.ts'
import type { Routes } from './define-route.ts'

/** Who is behind a request: a person; the terminal of a team's server, which reads nobody's data; or nobody known. */
export type Visitor =
  | { kind: 'person'; signedIn: SignedIn; session?: BrowserSession }
  | { kind: 'operator' }
  | null

export interface Door {
  /** One person with all of a data folder to themselves, or an organisation. */
  kind: 'personal' | 'team'
  /** With invented people, as any of whom one may look. */
  isDemo?: true
  /** Whether what is hard to undo asks for a fresh proof of who somebody is: where people sign in. */
  asksForProof: boolean
  /** Refuses foreign names and foreign pages, before anything else looks at a request. */
  guards: MiddlewareHandler
  /** It never refuses: routes do, by what they declare. */
  whoAsks(c: Context<AppEnv>): Promise<Visitor>
  /** Addresses outside the API, such as the one that swaps a link for a session. */
  addPages(app: OpenAPIHono<AppEnv>): void
  addRoutes(routes: Routes): void
  /** The built page for whoever is not in yet; null where the door writes that page itself. */
  strangersPage: string | null
  /** Whether that page is what an address shows to everybody, such as the link of an invitation. */
  isForStrangers(path: string): boolean
  /** For a browser that has no session, where no page is built. */
  notInPage(c: Context<AppEnv>): Response
  /**
   * Headers that keep a browser in after its session went with the rest of the data, by an erase or a restore; none
   * for the command line, which has no session.
   */
  stayIn(authorization: string | undefined): Promise<Record<string, string>>
}
