// The sheet that says who sees what, why and for how long: for everybody of the organisation, and for its terminal.
import { z } from '@hono/zod-openapi'
import { visitor } from '../../core/access/viewer.ts'
import { renderSheet } from '../../core/organisation/render-sheet.ts'
import { makeSheet, type Sheet } from '../../core/organisation/sheet.ts'
import { succeed } from '../../core/result.ts'
import { listColumnTags } from '../../store/column-tags.ts'
import { findOrg } from '../../store/organisation/team-org.ts'
import { listViewSwitches } from '../../store/organisation/view-switches.ts'
import { sessionIn } from '../../store/sql-session.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Routes } from '../define-route.ts'
import { day } from '../wire.ts'

const text = z.string()
const sheetSchema = z
  .strictObject({
    organisation: text.nullable(),
    madeOn: day,
    sections: z.array(
      z.strictObject({
        ...{ title: text, what: text, why: text },
        who: z.array(z.strictObject({ may: text, words: text })),
        keeps: z.array(text),
        columns: z.array(z.strictObject({ name: text, about: text, purpose: text, keeps: text })),
      }),
    ),
    views: z.array(
      z.strictObject({
        ...{ title: text, shows: text, toWhom: text, ofWhom: text, never: text },
        on: z.strictObject({ purpose: text, since: day }).nullable(),
      }),
    ),
  })
  .openapi('Sheet')

async function sheetOf(tx: ViewerTransaction): Promise<Sheet> {
  const tags = await listColumnTags(sessionIn(tx))
  const [organisation, switches] = [await findOrg(tx), await listViewSwitches(tx)]
  return makeSheet({ organisation: organisation?.name ?? null, madeOn: tx.now.slice(0, 10), tags, switches })
}

const FORM = z.strictObject({
  format: z.enum(['json', 'markdown'], 'This is json or markdown.').default('json'),
})
const answers = { 200: { description: 'The sheet.', schema: sheetSchema, otherTypes: ['text/markdown'] } }

function replyWith(sheet: Sheet, format: 'json' | 'markdown') {
  if (format === 'json') return succeed({ status: 200, body: sheet })
  return succeed({
    status: 200,
    body: renderSheet(sheet),
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  })
}

export function addSheetRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/sheet',
      tag: 'Organisation',
      summary: 'Who sees what, why, and for how long',
      description:
        'Made from the tags of columns, the rules of access and the views that are on. It holds nobody’s data; everybody reads it.',
      access: { noun: 'sheet', action: 'see' },
      query: FORM,
      answers,
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      replyWith(await services.store.withViewer(signedIn.viewer, sheetOf), query.format),
  )
  routes.add(
    {
      method: 'get',
      path: '/api/operator/sheet',
      tag: 'Running',
      summary: 'The same, for the terminal of the server',
      description: 'For `skillmap sheet`. It holds nobody’s data.',
      access: 'operator',
      query: FORM,
      answers,
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services }) => {
      if (services.teamOrgId === null) throw new Error('Only a team has an operator.')
      return replyWith(await services.store.withViewer(visitor(services.teamOrgId), sheetOf), query.format)
    },
  )
}
