// Views of several people: which are on and what for, for everybody to read; switched by administrators of views.
import { z } from '@hono/zod-openapi'
import { VIEWS, type ViewOfSeveral } from '../../core/organisation/views.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findViewSwitch,
  listViewSwitches,
  saveViewSwitchedOff,
  saveViewSwitchedOn,
} from '../../store/organisation/view-switches.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { moment, uuid } from '../wire.ts'

const viewSwitchSchema = z
  .strictObject({
    id: uuid,
    view: z.enum(VIEWS),
    purpose: z.string(),
    switchedOnBy: uuid.nullable(),
    switchedOnAt: moment,
    endedAt: moment.nullable(),
  })
  .openapi('ViewSwitch')

const ONE = z.strictObject({ view: z.enum(VIEWS) })

export function addViewSwitchRoutes(routes: Routes): void {
  addRead(routes)
  addSwitchOn(routes)
  addSwitchOff(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/views',
      tag: 'Organisation',
      summary: 'Which views of several people are on, and which were',
      description: 'Everybody reads this: who switched what on, when, and what for.',
      access: { noun: 'viewSwitch', action: 'see' },
      answers: { 200: { description: 'The newest first.', schema: z.array(viewSwitchSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, listViewSwitches)
      return succeed({ status: 200, body })
    },
  )
}

function addSwitchOn(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/views/{view}',
      tag: 'Organisation',
      summary: 'Switch on a view of several people',
      description:
        'With what it is for. Everybody reads the purpose; switching it on again states a new one.',
      access: { noun: 'viewSwitch', action: 'change' },
      freshProof: true,
      params: ONE,
      body: z.strictObject({
        purpose: z.string().trim().min(10, 'Say in a sentence what it is for.').max(500),
      }),
      answers: { 200: { description: 'It is on.', schema: viewSwitchSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { view } = params
        await saveViewSwitchedOn(tx, { id: services.newId(), view, purpose: body.purpose })
        return succeed({ status: 200, body: await findViewSwitch(tx, view) })
      }),
  )
}

function addSwitchOff(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/views/{view}',
      tag: 'Organisation',
      summary: 'Switch off a view of several people',
      description: 'It answers nobody from now on. That it was on stays in the record.',
      access: { noun: 'viewSwitch', action: 'change' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'It is off.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const was = await saveViewSwitchedOff(tx, params.view)
        return was ? succeed({ status: 204 }) : fail(refuse('not-found', 'This view is off already.'))
      }),
  )
}

/** Refuses a view of several people that is off; null where it is on. Every route of such a view asks this first. */
export async function refusalOfView(tx: ViewerTransaction, view: ViewOfSeveral): Promise<Refusal | null> {
  if ((await findViewSwitch(tx, view)) !== null) return null
  return refuse(
    'conflict',
    'This view of several people is off here. An administrator of views can switch it on and says what for.',
  )
}
