// Backups: list them, take one, put one back.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../core/result.ts'
import { listBackups, type RestoreFailure, restoreBackup, saveBackup } from '../store/backups.ts'
import type { AppDeps } from './app-env.ts'
import type { Routes } from './define-route.ts'
import { type Refusal, refuse } from './errors.ts'
import { keepFramework } from './open-services.ts'
import { stayIn } from './session.ts'

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
      answers: { 201: { description: 'The backup.', schema: backupSchema } },
      refusals: ['no-session', 'disk-full'],
    },
    async ({ services }) => succeed({ status: 201, body: await saveBackup(services.store) }),
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
      params: NAME,
      body: z.strictObject({ confirm: z.literal('restore', 'To confirm, send the word restore.') }),
      answers: { 200: { description: 'Done.', schema: z.strictObject({ restored: z.string() }) } },
      refusals: ['no-session', 'not-found', 'conflict', 'disk-full'],
    },
    async ({ params, services, header }) =>
      services.alone(async () => {
        if (!listBackups(services.store).some((backup) => backup.name === params.name))
          return fail(refusalOf({ kind: 'not-found' }))
        await saveBackup(services.store, params.name)
        const done = await restoreBackup(services.store, params.name)
        if (!done.ok) return fail(refusalOf(done.failure))
        services.forgetOwner()
        await keepFramework(services.store, services.current)
        const headers = await stayIn(deps, header('authorization'))
        return succeed({ status: 200, body: { restored: params.name }, headers })
      }),
  )
}

function refusalOf(failure: RestoreFailure): Refusal {
  return failure.kind === 'not-found'
    ? refuse('not-found', 'There is no backup with this name.')
    : refuse('conflict', `${failure.message} Nothing was changed.`)
}
