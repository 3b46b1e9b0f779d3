// Lets the people of the demo do what they would do on a page: through the same routes, and with the same refusals.
import { randomUUID } from 'node:crypto'
import { visitor } from '../../core/access/viewer.ts'
import { findViewer } from '../../store/find-viewer.ts'
import { createApp } from '../app.ts'
import type { Services } from '../app-env.ts'
import type { Door } from '../door.ts'
import { notFoundPage } from '../serving/plain-page.ts'

/** Does it as this person, and gives what is answered; whatever is refused is a fault of the demo. */
export type ActAs = <Body = unknown>(
  personId: string,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
  /** The revision that it is meant for, of what is there already. */
  seen?: string,
) => Promise<Body>

const WHO = 'x-demo-person'
const ORIGIN = 'http://demo.invalid'

/** Nothing listens on it: it is called from within alone. */
export function actAs(services: Services): ActAs {
  const ready = Promise.resolve(services)
  const app = createApp({
    services: ready,
    version: 'demo',
    door: innerDoor(services),
    now: () => services.now(),
    address: () => ORIGIN,
    webRoot: null,
    log: () => undefined,
  })
  return async <Body>(
    personId: string,
    method: string,
    path: string,
    body?: unknown,
    seen?: string,
  ): Promise<Body> => {
    const headers = {
      [WHO]: personId,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
      // Nothing else of the demo is written twice.
      ...(method === 'PUT' && seen === undefined ? { 'if-none-match': '*' } : {}),
    }
    const text = body === undefined ? null : JSON.stringify(body)
    const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { method, headers, body: text }))
    const told = await answer.text()
    if (!answer.ok) throw new Error(`The demo was refused ${method} ${path}: ${answer.status} ${told}`)
    return (told === '' ? null : JSON.parse(told)) as Body
  }
}

function innerDoor(services: Services): Door {
  const { teamOrgId, store } = services
  if (teamOrgId === null) throw new Error('The demo is a team.')
  return {
    kind: 'team',
    isDemo: true,
    asksForProof: false,
    guards: (_, next) => next(),
    async whoAsks(c) {
      const personId = c.req.header(WHO) ?? ''
      const viewer = await store.withViewer(visitor(teamOrgId), (tx) => findViewer(tx, personId))
      return viewer === null ? null : { kind: 'person', signedIn: { viewer, personId } }
    },
    addPages: () => undefined,
    addRoutes: () => undefined,
    strangersPage: null,
    isForStrangers: () => false,
    notInPage: () => notFoundPage(),
    stayIn: async () => ({}),
  }
}
