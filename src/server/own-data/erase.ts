// Erase: everything about the person goes, and so do the backups on this computer.
import { z } from '@hono/zod-openapi'
import { succeed } from '../../core/result.ts'
import { removeEverything } from '../../store/own-data/erase.ts'
import type { AppDeps } from '../app-env.ts'
import { proofSchema } from '../audit/erasure-wire.ts'
import type { Routes } from '../define-route.ts'

const ERASE_WORDS = 'erase everything'

export function addEraseRoutes(routes: Routes, deps: AppDeps): void {
  routes.add(
    {
      method: 'post',
      path: '/api/erase',
      tag: 'Your data',
      summary: 'Erase everything about you',
      description:
        'Deletes your ratings with their history, your target, every session and the backups on this computer. It cannot be undone. The browser that asked stays signed in, to an empty Skillmap. What remains is a record of ids that something was erased, without any content.',
      access: { noun: 'person', action: 'erase' },
      freshProof: true,
      body: z.strictObject({
        confirm: z.literal(ERASE_WORDS, `To confirm, send the words: ${ERASE_WORDS}.`),
      }),
      answers: {
        200: {
          description: 'How many rows went, by table, and how many backups.',
          schema: z.strictObject({
            erased: z.record(z.string(), z.number().int()),
            backupsRemoved: z.number().int(),
            proof: proofSchema.nullable().openapi({ description: 'In a team: what was written down.' }),
            proofHash: z.string().nullable().openapi({
              description: 'SHA-256 of the proof, which a line of the audit chain holds.',
            }),
          }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ services, signedIn, header }) =>
      services.alone(async () => {
        // Another erase may have come first: in personal use somebody else is there then.
        const { viewer } = services.teamOrgId === null ? await services.owner() : signedIn
        const body = await removeEverything(services.store, viewer)
        services.forgetOwner()
        return succeed({ status: 200, body, headers: await deps.door.stayIn(header('authorization')) })
      }),
  )
}
