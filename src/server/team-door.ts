// A team's server: how the people of an organisation get in, and what its terminal may do.
import type { Context } from 'hono'
import { visitor } from '../core/access/viewer.ts'
import { findReminderTokenHash } from '../store/check-in/reminders.ts'
import { findViewer } from '../store/find-viewer.ts'
import type { AppEnv, Services } from './app-env.ts'
import type { Door, Visitor } from './door.ts'
import { REMINDERS_PATH } from './personal-door.ts'
import { teamGuards } from './serving/team-guards.ts'
import { addAccountRoutes } from './sign-in/account-routes.ts'
import { addInvitationRoutes } from './sign-in/invitation-routes.ts'
import { addJoinRoutes } from './sign-in/join-routes.ts'
import { hashSecret, sameSecret } from './sign-in/launch-links.ts'
import { addOperatorRoutes } from './sign-in/operator.ts'
import { addProofRoutes } from './sign-in/proof-routes.ts'
import { addProviderAnswer } from './sign-in/provider-answer.ts'
import { signInDesk } from './sign-in/sign-in-desk.ts'
import { signInPage } from './sign-in/sign-in-page.ts'
import { addSignInRoutes } from './sign-in/sign-in-routes.ts'
import { PASSKEYS_ALONE, type SignInSettings } from './sign-in/sign-in-settings.ts'
import { findTeamSession } from './sign-in/team-sessions.ts'
import { addWayInRoutes } from './sign-in/way-in-routes.ts'

export interface TeamDoorNeeds {
  services: Promise<Services>
  /** Where browsers reach it, such as `https://skillmap.example.com`, without a slash at the end. */
  origin: string
  /** The secret of the terminal, from run/server.json. */
  secret: string
  /** Passkeys alone, unless said otherwise. */
  signIn?: SignInSettings
  log?: (line: string) => void
}

export function teamDoor(needs: TeamDoorNeeds): Door {
  const { origin, signIn = PASSKEYS_ALONE, log = () => undefined } = needs
  const desk = signInDesk(origin, signIn, log)
  return {
    kind: 'team',
    asksForProof: true,
    guards: teamGuards(needs.origin),
    whoAsks: (c) => whoAsks(c, needs),
    addPages: (app) => addProviderAnswer(app, desk),
    addRoutes: (routes) => {
      addOperatorRoutes(routes, origin)
      addSignInRoutes(routes, desk)
      addJoinRoutes(routes, desk)
      addProofRoutes(routes, desk)
      addAccountRoutes(routes, desk)
      addWayInRoutes(routes, desk)
      addInvitationRoutes(routes, origin)
    },
    strangersPage: '/sign-in.html',
    isForStrangers: (path) => STRANGERS_PATHS.has(path),
    notInPage: () => signInPage(),
    // After a restore everybody signs in again: sessions that were ended since must not come back.
    stayIn: async () => ({}),
  }
}

/** Pages of getting in, and of having gone; everybody may open them. */
const STRANGERS_PATHS = new Set(['/sign-in', '/join', '/signed-out'])

async function whoAsks(c: Context<AppEnv>, needs: TeamDoorNeeds): Promise<Visitor> {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return sameSecret(bearer, needs.secret) ? { kind: 'operator' } : null
  const services = await needs.services
  const feed = c.req.path === REMINDERS_PATH ? c.req.query('token') : undefined
  if (feed !== undefined) return whoseCalendar(services, feed)
  const session = await findTeamSession(c, services, needs.origin)
  return session === null ? null : { kind: 'person', ...session }
}

/** The secret in the address of a calendar begins with whose it is; it opens that one address, and nothing else. */
async function whoseCalendar({ store, teamOrgId }: Services, feed: string): Promise<Visitor> {
  const personId = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\./.exec(feed)?.[1]
  if (personId === undefined || teamOrgId === null) return null
  const viewer = await store.withViewer(visitor(teamOrgId), (tx) => findViewer(tx, personId))
  if (viewer === null) return null
  const hash = await store.withViewer(viewer, findReminderTokenHash)
  if (hash === null || !sameSecret(hashSecret(feed), hash)) return null
  return { kind: 'person', signedIn: { viewer, personId } }
}
