// The key of private text: whether it is there, its recovery sheet, and putting it back.
import { z } from '@hono/zod-openapi'
import type { PrivateKeyState, RecoverySheet } from '../../core/person/private-key.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  countKeysMissing,
  findPrivateKeys,
  isRecoverySheetKept,
  savePrivateKeyFromSheet,
  saveRecoverySheetKept,
} from '../../store/private-text/private-keys.ts'
import { writeRecoverySheet } from '../../store/private-text/recovery-sheet.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuseField } from '../errors.ts'
import { TEAM_PLACE } from '../plan/me.ts'
import { moment, plainText } from '../wire.ts'

const stateSchema = z
  .strictObject({
    open: z.number().int().min(0),
    closed: z.number().int().min(0).openapi({
      description:
        'Keys with which you wrote something and that are not there; a recovery sheet brings one back.',
    }),
    fileProblem: z.enum(['missing', 'damaged']).nullable(),
    sheetKept: z.boolean().openapi({ description: 'You said that you keep the sheet of each key.' }),
    file: z.string().openapi({ description: 'Where the key file lies; no backup holds it.' }),
  })
  .openapi('PrivateKeyState') satisfies z.ZodType<PrivateKeyState>

const sheetsSchema = z.strictObject({
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      madeAt: moment,
      words: z.string().openapi({ description: 'Fourteen groups of four, with a check in the last.' }),
    }),
  ),
}) satisfies z.ZodType<{ sheets: RecoverySheet[] }>

const TAG = 'Your key'

export function addPrivateKeyRoutes(routes: Routes): void {
  addState(routes)
  addSheet(routes)
  addSheetKept(routes)
  addRestore(routes)
}

function addState(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/private-key',
      tag: TAG,
      summary: 'Whether what you wrote can be opened',
      description: 'Your own words lie encrypted in the database. This says whether their key is there.',
      access: { noun: 'key', action: 'see' },
      answers: { 200: { description: 'How it stands.', schema: stateSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { open, ...keys } = await findPrivateKeys(tx)
        const closed = await countKeysMissing(tx)
        const sheetKept = await isRecoverySheetKept(tx)
        const isOfTeam = services.teamOrgId !== null
        const file = isOfTeam ? TEAM_PLACE : services.store.keyFile.file
        // A team's file is made by whoever writes first: to the others that would say that somebody has written.
        const isOthers = isOfTeam && open.length + closed === 0
        const fileProblem = isOthers && keys.fileProblem === 'missing' ? null : keys.fileProblem
        const body: PrivateKeyState = { open: open.length, closed, fileProblem, sheetKept, file }
        return succeed({ status: 200, body })
      }),
  )
}

function addSheet(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/private-key/sheet',
      tag: TAG,
      summary: 'Your recovery sheet',
      description:
        'The key of your words, to be printed or kept elsewhere. Whoever has it and a copy of the database can read what you wrote. Empty before the first entry.',
      access: { noun: 'key', action: 'see' },
      answers: { 200: { description: 'One sheet for each key, oldest first.', schema: sheetsSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { open } = await services.store.withViewer(signedIn.viewer, findPrivateKeys)
      const sheets = open.map(({ name, madeAt, key }) => ({ name, madeAt, words: writeRecoverySheet(key) }))
      return succeed({ status: 200, body: { sheets } })
    },
  )
}

function addSheetKept(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/private-key/sheet-kept',
      tag: TAG,
      summary: 'Say that you keep the sheet',
      description: 'It is not offered again until there is another key.',
      access: { noun: 'key', action: 'confirmSheet' },
      answers: { 204: { description: 'Done.', schema: null } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      await services.store.withViewer(signedIn.viewer, saveRecoverySheetKept)
      return succeed({ status: 204 })
    },
  )
}

function addRestore(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/private-key',
      tag: TAG,
      summary: 'Put a key back',
      description:
        'Takes the letters and digits of a recovery sheet. What was written with that key can be read again; nothing is overwritten.',
      access: { noun: 'key', action: 'restore' },
      body: z.strictObject({ sheet: plainText(1000) }),
      answers: {
        200: {
          description: 'The name of the key, and whether it was missing.',
          schema: z.strictObject({ name: z.string(), isNew: z.boolean() }),
        },
      },
      refusals: ['no-session', 'invalid', 'conflict'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const put = await savePrivateKeyFromSheet(tx, body.sheet)
        return put.ok
          ? succeed({ status: 200, body: put.value })
          : fail(refuseField('sheet', put.failure.message))
      }),
  )
}
