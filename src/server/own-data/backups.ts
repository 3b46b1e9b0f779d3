// Backups: list them, take one, put one back.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { listBackups, type RestoreFailure, restoreBackup, saveBackup } from '../../store/own-data/backups.ts'
import type { ClosedAgain } from '../../store/own-data/closed-doors.ts'
import { finishErasing } from '../../store/own-data/finish-erasing.ts'
import type { AppDeps, Services, SignedIn } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { keepFramework } from '../open-services.ts'

const backupSchema = z
  .strictObject({
    name: z.string(),
    takenAt: z.iso.datetime(),
    bytes: z.number().int(),
    verified: z.boolean().openapi({ description: 'It was restored once and held the same as the original.' }),
  })
  .openapi('Backup')

const NAME = z.strictObject({ name: z.string().regex(/^[\w.-]{1,200}$/, 'No backup can have this name.') })

export function addBackupRoutes(routes: Routes, deps: AppDeps): void {
  routes.add(
    {
      method: 'get',
      path: '/api/backups',
      tag: 'Your data',
      summary: 'List the backups',
      description: 'Newest first. They lie in the folder backups of the data folder.',
      access: { noun: 'backup', action: 'see' },
      answers: { 200: { description: 'The backups.', schema: z.array(backupSchema) } },
      refusals: ['no-session'],
    },
    async ({ services }) => succeed({ status: 200, body: listBackups(services.store) }),
  )
  routes.add(
    {
      method: 'post',
      path: '/api/backups',
      tag: 'Your data',
      summary: 'Take a backup now',
      description: 'It is restored once and compared before it counts.',
      access: { noun: 'backup', action: 'take' },
      freshProof: true,
      answers: { 201: { description: 'The backup.', schema: backupSchema } },
      refusals: ['no-session', 'disk-full'],
    },
    async ({ services, signedIn }) => {
      const body = await saveBackup(services.store)
      await noteInRecord(services, signedIn, { action: 'add', name: body.name })
      return succeed({ status: 201, body })
    },
  )
  addRestore(routes, deps)
}

function addRestore(routes: Routes, deps: AppDeps): void {
  routes.add(
    {
      method: 'post',
      path: '/api/backups/{name}/restore',
      tag: 'Your data',
      summary: 'Put a backup back',
      description:
        'Replaces everything with what the backup holds. A backup of the present state is taken first, so that this can be taken back. Whoever was erased since stays erased.',
      access: { noun: 'backup', action: 'restore' },
      freshProof: true,
      params: NAME,
      body: z.strictObject({ confirm: z.literal('restore', 'To confirm, send the word restore.') }),
      answers: { 200: { description: 'Done.', schema: z.strictObject({ restored: z.string() }) } },
      refusals: ['no-session', 'not-found', 'conflict', 'disk-full'],
    },
    async ({ params, services, signedIn, header }) =>
      services.alone(async () => {
        if (!listBackups(services.store).some((backup) => backup.name === params.name))
          return fail(refusalOf({ kind: 'not-found' }))
        await saveBackup(services.store, params.name)
        const done = await restoreBackup(services.store, params.name)
        if (!done.ok) return fail(refusalOf(done.failure))
        services.forgetOwner()
        await finishErasing(services.store)
        await noteInRecord(services, signedIn, { action: 'restore', name: params.name, closed: done.value })
        await keepFramework(services.store, services.current, services.teamOrgId)
        const headers = await deps.door.stayIn(header('authorization'))
        return succeed({ status: 200, body: { restored: params.name }, headers })
      }),
  )
}

/** Alone with one's data the record says nothing of backups: nobody else could have taken one. */
async function noteInRecord(
  { store, teamOrgId }: Services,
  { viewer }: SignedIn,
  { action, name, closed = [] }: { action: 'add' | 'restore'; name: string; closed?: ClosedAgain[] },
): Promise<void> {
  if (teamOrgId === null) return
  await store.withViewer(viewer, async (tx) => {
    tx.changes.push({ action, noun: 'backup', objectId: name, revisionId: null })
    // The record of the backup does not know that they were removed, and the next restore must.
    for (const { noun, id } of closed)
      tx.changes.push({ action: 'remove', noun, objectId: id, revisionId: null })
  })
}

function refusalOf(failure: RestoreFailure): Refusal {
  return failure.kind === 'not-found'
    ? refuse('not-found', 'There is no backup with this name.')
    : refuse('conflict', `${failure.message} Nothing was changed.`)
}
