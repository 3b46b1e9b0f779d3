// Bringing a framework: send a file, look at what was understood, correct it, and use it or call it off.
import { z } from '@hono/zod-openapi'
import type { Framework } from '../../core/framework/framework.ts'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import type { ImportChoices } from '../../core/importing/import-source.ts'
import { replaceFolder } from '../../core/importing/replace-folder.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import {
  filesHashOf,
  findFrameworkFiles,
  isFolderId,
  listFrameworkFolders,
} from '../../store/framework/framework-folders.ts'
import { findFrameworkChoice, saveFrameworkChoice } from '../../store/framework/framework-in-use.ts'
import { listFrameworkVersions } from '../../store/framework/framework-versions.ts'
import { listPublications } from '../../store/framework/publications.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { fieldErrorsOf, type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkSchema } from '../framework/framework-wire.ts'
import { frameworkName, ownFrameworkId, refusalOfNewId } from '../framework/own-frameworks.ts'
import { publishWithFolder } from '../framework/publish-framework.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { uploadTooLarge } from '../read-request.ts'
import { plainText, publishedLabelSchema, uuid } from '../wire.ts'
import { BYTE_LIMITS } from './byte-limits.ts'
import { choicesOf, choicesSchema, previewSchema } from './import-wire.ts'
import type { ReceiveFailure } from './save-upload.ts'

const ONE = z.strictObject({ token: uuid })
export const NOT_HERE = refuse('not-found', 'This import is not here any more. Bring the file again.')
const ACCESS = { noun: 'framework', action: 'publish' } as const

export function addImportRoutes(routes: Routes): void {
  addReceive(routes)
  addCorrect(routes)
  addCallOff(routes)
  addUse(routes)
}

function addReceive(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/imports',
      tag: 'Bringing a framework',
      summary: 'Send a file and see what is understood of it',
      description:
        'A spreadsheet, a table, a page, JSON, or a zip archive of them; recognised by its content. Nothing is kept of it yet. What could not be read is told in `problems`.',
      access: ACCESS,
      query: z.strictObject({
        name: plainText(300).default('file').openapi({ description: 'The file’s name, for showing only.' }),
      }),
      upload: { mostBytes: BYTE_LIMITS.upload },
      answers: { 201: { description: 'What was understood.', schema: previewSchema } },
      refusals: ['no-session', 'invalid', 'not-a-file', 'too-large', 'conflict', 'disk-full'],
    },
    async ({ query, upload, signal, services, signedIn }) => {
      if (upload === null) throw new Error('A file was declared and none was handed over.')
      const name = query.name.split(/[/\\]/).at(-1) || 'file'
      const received = await services.imports.receive(signedIn.personId, name, upload)
      if (!received.ok) return fail(refusalOfUpload(received.failure))
      return preview(services, signedIn, { token: received.value, status: 201, signal }, null)
    },
  )
}

export function refusalOfUpload(failure: ReceiveFailure): Refusal {
  return failure === 'too-large'
    ? uploadTooLarge(BYTE_LIMITS.upload)
    : refuse('conflict', 'The file ended before all of it had arrived. Send it again.')
}

async function preview(
  services: Services,
  signedIn: SignedIn,
  asked: { token: string; status: number; signal: AbortSignal },
  choices: ImportChoices | null,
): Promise<Outcome> {
  const { token, status, signal } = asked
  const found = await services.imports.preview(signedIn.personId, token, choices, signal)
  if (found === null) return fail(NOT_HERE)
  const { framework } = found.reading
  const suggestedId = framework === null ? '' : await freeId(services, signedIn, framework.id)
  const asVersion = framework === null ? [] : lossesAsVersion(services, framework)
  return succeed({ status, body: { token, suggestedId, asVersion, ...found } })
}

/** What each folder of one's own could not keep, if this became another version of it. */
function lossesAsVersion({ store, current }: Services, framework: Framework) {
  return listFrameworkFolders(store.places)
    .filter((id) => id !== current.framework.id)
    .map((id) => ({
      id,
      losses: replaceFolder(findFrameworkFiles(store.places, id) ?? [], framework).losses,
    }))
}

/** The framework's own id, or with a number behind it where that is taken. */
async function freeId(services: Services, { viewer }: SignedIn, wanted: string): Promise<string> {
  const base = isFolderId(wanted) ? wanted : 'framework'
  return services.store.withViewer(viewer, async (tx) => {
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? base : `${base.slice(0, 50).replace(/-+$/, '')}-${number}`
      if ((await refusalOfNewId(tx, services, id)) === null) return id
    }
  })
}

function addCorrect(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/imports/{token}/choices',
      tag: 'Bringing a framework',
      summary: 'Correct how a file is understood',
      description: 'Reads the file again with these choices: a kind, a name, a corrected mapping.',
      access: ACCESS,
      params: ONE,
      body: choicesSchema,
      answers: { 200: { description: 'What is understood now.', schema: previewSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, signal, services, signedIn }) =>
      preview(services, signedIn, { ...params, status: 200, signal }, choicesOf(body)),
  )
}

function addCallOff(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/imports/{token}',
      tag: 'Bringing a framework',
      summary: 'Call an import off',
      description: 'Removes the file that was sent. Frameworks that were made from it stay.',
      access: ACCESS,
      params: ONE,
      answers: { 204: { description: 'It is gone.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.imports.drop(signedIn.personId, params.token) ? succeed({ status: 204 }) : fail(NOT_HERE),
  )
}

const useSchema = z.strictObject({
  id: ownFrameworkId,
  name: frameworkName,
  newVersion: z
    .boolean()
    .default(false)
    .openapi({ description: 'True: another version of the framework of yours that has this id.' }),
  version: plainText(60).optional().openapi({ description: 'The label of the version.' }),
  note: plainText(2000).default(''),
  use: z.boolean().default(true).openapi({ description: 'Also draw your map from it.' }),
})

type UseCommand = z.output<typeof useSchema>

function addUse(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/imports/{token}/framework',
      tag: 'Bringing a framework',
      summary: 'Keep what was understood as a framework of yours',
      description:
        'Publishes it and writes its folder, both or neither. Another version leaves what else lies in the folder as it is; `asVersion` of the preview names what cannot stay. With `use` your map is drawn from it at once; what you rated elsewhere stays there.',
      access: ACCESS,
      freshProof: true,
      params: ONE,
      body: useSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The version.', schema: publishedLabelSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused', 'conflict', 'disk-full'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const { viewer, personId } = signedIn
      if (!services.imports.has(personId, params.token)) return fail(NOT_HERE)
      const read = services.imports.framework(personId, params.token)
      if (read === null)
        return fail(refuse('conflict', 'No framework was understood in this file, so there is none to keep.'))
      const made = frameworkFrom(read, body)
      if (!made.ok) return made
      const framework = made.value
      const folder = body.newVersion ? findFrameworkFiles(services.store.places, framework.id) : null
      const publication = {
        framework,
        files: replaceFolder(folder ?? [], framework).files,
        effectiveFrom: null,
        note: body.note,
        approvers: [],
        source: 'imported' as const,
      }
      const operation = `POST /api/imports/${params.token}/framework`
      return publishWithFolder(services, publication, (publish) =>
        onceOnly({ header, services, viewer }, operation, body, async (tx) => {
          const refused = await refusalOfId(tx, services, body, folder)
          if (refused !== null) return fail(refused)
          const { digest, isNew } = await publish(tx)
          if (body.use) await chooseNow(tx, services, personId, { frameworkId: framework.id, digest })
          const { id, name, version } = framework
          return succeed({ status: 201, body: { digest, id, name, version, isNew } })
        }),
      )
    },
  )
}

/** With its id and name; held against its whole schema, because what is stored must be usable. */
function frameworkFrom(read: Framework, { id, name, version }: UseCommand): Result<Framework, Refusal> {
  if (!isFolderId(id))
    return fail(refuseField('id', 'This must be lower-case words joined by hyphens, 60 letters at most.'))
  const label = version === undefined || version.trim() === '' ? read.version : version.trim()
  const framework: Framework = { ...read, id, name: name.trim(), version: label }
  const checked = frameworkSchema.safeParse(framework, { reportInput: true })
  if (checked.success) return succeed(framework)
  const errors = fieldErrorsOf(checked.error, 'body').slice(0, 20)
  return fail(refuse('invalid', 'What was read is not a whole framework, so it was not kept.', errors))
}

/** A new framework needs an id of its own; another version needs a folder that nobody changed since. */
async function refusalOfId(
  tx: ViewerTransaction,
  services: Services,
  { id, newVersion }: UseCommand,
  folder: FolderFile[] | null,
): Promise<Refusal | null> {
  if (!newVersion) return refusalOfNewId(tx, services, id)
  const { places } = services.store
  const said = (await listPublications(tx)).filter((one) => one.frameworkId === id)
  const known = (await listFrameworkVersions(tx)).some((version) => version.id === id)
  if (id === services.current.framework.id || !known)
    return refuseField('id', `You have no framework of your own with the id ${id}.`)
  const files = findFrameworkFiles(places, id)
  const isAsRead = filesHashOf(files ?? []) === filesHashOf(folder ?? [])
  if (isAsRead && (files === null || said.some((one) => one.filesHash === filesHashOf(files)))) return null
  return refuse(
    'conflict',
    'The folder of this framework was changed since it was published. Publish it or put it back first, so that nothing is overwritten.',
  )
}

async function chooseNow(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  chosen: { frameworkId: string; digest: string },
): Promise<void> {
  const before = await findFrameworkChoice(tx, personId)
  const choice = { ...chosen, revisionId: services.newId() }
  const saved = await saveFrameworkChoice(tx, choice, before?.revisionId ?? null)
  if (!saved.ok) throw new Error('The choice changed inside one transaction.')
}
