// People's own frameworks: making one from a version that is there, and removing one that nothing refers to.
import { join } from 'node:path'
import { z } from '@hono/zod-openapi'
import type { Framework } from '../../core/framework/framework.ts'
import type { Problem } from '../../core/framework/problem.ts'
import { writeFrameworkFolder } from '../../core/framework-export/write-folder.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findDraft, saveDraftEnded } from '../../store/framework/drafts.ts'
import {
  filesHashOf,
  findFrameworkFiles,
  isFolderId,
  listFrameworkFolders,
  removeFrameworkFolder,
} from '../../store/framework/framework-folders.ts'
import { findDigestInUse } from '../../store/framework/framework-in-use.ts'
import { listFrameworkVersions, removeFramework } from '../../store/framework/framework-versions.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { problemOf } from '../importing/import-desk.ts'
import { readApart } from '../importing/read-apart.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { digest, plainText, publishedLabelSchema, slug } from '../wire.ts'
import { publishWithFolder } from './publish-framework.ts'

/** Also the longest name of a folder that is asked for. */
const MOST_NAME_LENGTH = 200

export const ownFrameworkId = slug.openapi({
  description: 'Lower-case words joined by hyphens; it is the name of the folder, too.',
  example: 'our-ladder',
})
export const frameworkName = plainText(MOST_NAME_LENGTH).refine((name) => name.trim() !== '', {
  message: 'A framework needs a name.',
})

export function addOwnFrameworkRoutes(routes: Routes): void {
  addMakeMine(routes)
  addPublishFolder(routes)
  addRemove(routes)
}

/** What keeps an id from being given to a new framework of one's own; null where nothing does. */
export async function refusalOfNewId(
  tx: ViewerTransaction,
  services: Services,
  id: string,
): Promise<Refusal | null> {
  if (!isFolderId(id))
    return refuseField('id', 'This must be lower-case words joined by hyphens, 60 letters at most.')
  const taken =
    id === services.current.framework.id ||
    listFrameworkFolders(services.store.places).includes(id) ||
    (await listFrameworkVersions(tx)).some((version) => version.id === id)
  return taken
    ? refuseField('id', `There is a framework with the id ${id} already. Choose another one.`)
    : null
}

function addMakeMine(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks',
      tag: 'Frameworks',
      summary: 'Make a framework of your own from one that is there',
      description:
        'Copies a version under a new id and name into a folder of yours, and publishes it. The original stays as it is; nothing that you rated moves.',
      access: { noun: 'framework', action: 'publish' },
      freshProof: true,
      body: z.strictObject({ digest, id: ownFrameworkId, name: frameworkName }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The first version of yours.', schema: publishedLabelSchema } },
      refusals: ['invalid', 'bad-header', 'key-reused', 'disk-full'],
    },
    async ({ body, header, services, signedIn }) => {
      const { viewer } = signedIn
      const original = await services.frameworks.find(viewer, body.digest)
      if (original === null) return fail(refuseField('digest', 'No version of a framework has this digest.'))
      if (!isFolderId(body.id))
        return fail(refuseField('id', 'This must be lower-case words joined by hyphens, 60 letters at most.'))
      const framework: Framework = { ...original, id: body.id, name: body.name.trim() }
      const files = writeFrameworkFolder(framework)
      const said = { effectiveFrom: null, note: `Made from ${original.name} ${original.version}.` }
      return publishWithFolder(
        services,
        { framework, files, ...said, approvers: [], source: 'edited' },
        (publish) =>
          onceOnly({ header, services, viewer }, 'POST /api/own-frameworks', body, async (tx) => {
            const refused = await refusalOfNewId(tx, services, body.id)
            if (refused !== null) return fail(refused)
            const made = { ...(await publish(tx)), id: framework.id, name: framework.name }
            return succeed({ status: 201, body: { ...made, version: framework.version } })
          }),
      )
    },
  )
}

const publicationSchema = z.strictObject({
  effectiveFrom: z.iso
    .date({ error: 'This must be a date such as 2026-11-23.' })
    .nullable()
    .default(null)
    .openapi({ description: 'From when it holds; null: from now.' }),
  note: plainText(2000).default(''),
  approvers: z.array(plainText(200)).max(50, 'No more than 50 names.').default([]),
})

function addPublishFolder(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks/{id}/publications',
      tag: 'Frameworks',
      summary: 'Publish what the folder of a framework of your own holds now',
      description:
        'Makes a version of it. Refused with every error of the files, each with its mend. Nobody’s map changes by it.',
      access: { noun: 'framework', action: 'publish' },
      freshProof: true,
      params: z.strictObject({ id: ownFrameworkId }),
      body: publicationSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The version.', schema: publishedLabelSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const { viewer } = signedIn
      const { places } = services.store
      const before = findFrameworkFiles(places, params.id)
      if (params.id === services.current.framework.id || before === null)
        return fail(refuse('not-found', 'You have no folder of a framework with this id.'))
      const read = await readOwnFolder(join(places.frameworks, params.id), params.id)
      if (!read.ok) return read
      const framework = read.value
      const filesHash = filesHashOf(before)
      const operation = `POST /api/own-frameworks/${params.id}/publications`
      const publication = { framework, files: null, filesHash, ...body, source: 'edited' as const }
      return publishWithFolder(services, publication, (publish) =>
        onceOnly({ header, services, viewer }, operation, body, async (tx) => {
          if (filesHashOf(findFrameworkFiles(places, params.id) ?? []) !== filesHash)
            return fail(refuse('conflict', 'The folder was changed while it was read. Publish it again.'))
          const { id, name, version } = framework
          return succeed({ status: 201, body: { ...(await publish(tx)), id, name, version } })
        }),
      )
    },
  )
}

const MOST_PROBLEMS_SHOWN = 50

/** In a process of its own: the files are somebody's, and reading them takes a while. */
async function readOwnFolder(folder: string, id: string): Promise<Result<Framework, Refusal>> {
  const read = await readApart<{ framework: Framework | null; problems: Problem[] }>({
    task: 'folder',
    folder,
  })
  if (!read.ok) return fail(refuse('invalid', problemOf(folder, read.failure).message))
  const { framework, problems } = read.value
  const errors = problems
    .filter((problem) => problem.severity === 'error')
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map(({ file, line, message, mend }) => ({
      field: line === null ? file : `${file}:${line}`,
      message: `${message} ${mend}`,
    }))
  if (framework === null)
    return fail(refuse('invalid', 'The folder has errors, so that it cannot be published.', errors))
  if (framework.id === id) return succeed(framework)
  const message = `The id in framework.yaml is ${framework.id}, and the folder is called ${id}. They must be the same.`
  return fail(refuse('invalid', message, [{ field: 'framework.yaml', message }]))
}

function addRemove(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/own-frameworks/{id}',
      tag: 'Frameworks',
      summary: 'Remove a framework of your own',
      description:
        'With its folder and all its versions. Refused while you use it, or while a rating, a target or anything else refers to one of its versions.',
      access: { noun: 'framework', action: 'remove' },
      freshProof: true,
      params: z.strictObject({ id: ownFrameworkId }),
      answers: { 204: { description: 'It is gone.', schema: null } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.alone(async () => {
        const { places } = services.store
        const hasFolder = listFrameworkFolders(places).includes(params.id)
        const removed = await services.store.withViewer(signedIn.viewer, (tx) =>
          removeUnused(tx, services, signedIn.personId, params.id),
        )
        if (!removed.ok) return removed
        if (removed.value === 0 && !hasFolder)
          return fail(refuse('not-found', 'You have no framework with this id.'))
        services.frameworks.forget(params.id)
        removeFrameworkFolder(places, params.id)
        return succeed({ status: 204 }) as Outcome
      }),
  )
}

async function removeUnused(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  id: string,
): Promise<Result<number, Refusal>> {
  if (id === services.current.framework.id)
    return fail(refuse('conflict', 'The built-in framework cannot be removed.'))
  const versions = (await listFrameworkVersions(tx)).filter((version) => version.id === id)
  const inUse = await findDigestInUse(tx, personId)
  if (versions.some((version) => version.digest === inUse))
    return fail(refuse('conflict', 'You use this framework. Use another one first.'))
  const draft = await findDraft(tx, id)
  if (draft !== null) await saveDraftEnded(tx, draft.id, null)
  const removed = await removeFramework(tx, id)
  if (removed.ok) return removed
  const detail =
    'Ratings or targets refer to this framework, so it is kept: without it they would mean nothing.'
  return fail(refuse('conflict', detail))
}
