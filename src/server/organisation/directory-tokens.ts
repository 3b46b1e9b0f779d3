// Tokens for directories that keep the list of people (SCIM): made and ended by administrators of people.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import {
  listDirectoryTokens,
  saveDirectoryToken,
  saveDirectoryTokenEnded,
} from '../../store/organisation/directory-tokens.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { hashSecret, newSecret } from '../sign-in/launch-links.ts'
import { moment, plainText, uuid } from '../wire.ts'

const tokenSchema = z
  .strictObject({
    id: uuid,
    label: z.string(),
    madeBy: uuid.nullable(),
    madeAt: moment,
    lastUsedAt: moment.nullable(),
    endedAt: moment.nullable(),
  })
  .openapi('DirectoryToken')

export function addDirectoryTokenRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/directory-tokens',
      tag: 'Keeping the list of people',
      summary: 'Which directories may keep the list',
      description: 'With when each was last used. The secrets are not kept.',
      access: { noun: 'directoryToken', action: 'see' },
      answers: { 200: { description: 'Newest first.', schema: z.array(tokenSchema) } },
      refusals: ['no-session', 'not-allowed'],
    },
    async ({ services, signedIn }) =>
      succeed({ status: 200, body: await services.store.withViewer(signedIn.viewer, listDirectoryTokens) }),
  )
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/directory-tokens',
      tag: 'Keeping the list of people',
      summary: 'Let a directory keep the list',
      description: 'The secret is shown this once. It opens /scim/v2 and nothing else.',
      access: { noun: 'directoryToken', action: 'make' },
      freshProof: true,
      body: z.strictObject({ label: plainText(100).trim().min(1, 'Say which directory it is for.') }),
      answers: {
        201: {
          description: 'The secret.',
          schema: z.strictObject({ token: tokenSchema, secret: z.string() }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ body, services, signedIn }) => {
      const secret = newSecret()
      const token = await services.store.withViewer(signedIn.viewer, (tx) =>
        saveDirectoryToken(tx, { id: services.newId(), label: body.label, tokenHash: hashSecret(secret) }),
      )
      return succeed({ status: 201, body: { token, secret } })
    },
  )
  routes.add(
    {
      method: 'delete',
      path: '/api/organisation/directory-tokens/{id}',
      tag: 'Keeping the list of people',
      summary: 'Let a directory keep the list no longer',
      description: 'From its next request on. What it changed stays.',
      access: { noun: 'directoryToken', action: 'end' },
      freshProof: true,
      params: z.strictObject({ id: uuid }),
      answers: { 204: { description: 'It has ended.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const was = await saveDirectoryTokenEnded(tx, params.id)
        return was
          ? succeed({ status: 204 })
          : fail(refuse('not-found', 'There is no such token, or it has ended.'))
      }),
  )
}
