// Drafts of own frameworks: read whole, change file by file, judge, and let go.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { checkFramework } from '../../core/framework/check-framework.ts'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import { lintReport } from '../../core/judging/lint-report.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { changedPaths, type DraftFile, isDraftPath, isOvertaken, layOver } from '../../core/revision/draft.ts'
import { listComments } from '../../store/framework/comments.ts'
import {
  findDraft,
  listDraftFiles,
  removeDraftFile,
  type SaveDraftFileFailure,
  saveDraftEnded,
  saveDraftFile,
  saveDraftOpen,
} from '../../store/framework/drafts.ts'
import { filesHashOf, findFrameworkFiles } from '../../store/framework/framework-folders.ts'
import { listFrameworkVersions } from '../../store/framework/framework-versions.ts'
import { listPublications } from '../../store/framework/publications.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { digest, plainText, uuid } from '../wire.ts'
import {
  type DraftReport,
  ONE_FRAMEWORK,
  type OpenDraft,
  type OpenFile,
  openDraftSchema,
  openFileSchema,
  reportSchema,
} from './draft-wire.ts'
import { frameworkSchema } from './framework-wire.ts'

/** A file of a framework has at most 2 MB; a body has 1 MB, and no skill comes near either. */
export const LONGEST_FILE = 900_000

export const NO_FOLDER = refuse('not-found', 'You have no framework with this id in a folder of your own.')

const pathQuery = z.strictObject({
  path: z
    .string()
    .max(200)
    .refine(isDraftPath, 'This must be a file of a framework, such as skills/delegation.md.')
    .openapi({ example: 'skills/delegation.md' }),
})

export function addDraftRoutes(routes: Routes): void {
  addRead(routes)
  addReport(routes)
  addFramework(routes)
  addChange(routes)
  addLetFileGo(routes)
  addLetGo(routes)
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The folder as it is, and what the viewer's draft holds of it. */
export async function loadDraft(tx: ViewerTransaction, services: Services, id: string) {
  const folder = id === services.current.framework.id ? null : findFrameworkFiles(services.store.places, id)
  if (folder === null) return null
  const draft = await findDraft(tx, id)
  return { folder, draft, touched: draft === null ? [] : await listDraftFiles(tx, draft.id) }
}

function openFiles(folder: readonly FolderFile[], touched: readonly DraftFile[]): OpenFile[] {
  const changed = new Set(changedPaths(folder, touched))
  const byPath = new Map(touched.map((file) => [file.path, file]))
  const inFolder = new Map(folder.map((file) => [file.path, file.text]))
  const paths = [...new Set([...inFolder.keys(), ...byPath.keys()])].filter(isDraftPath).sort()
  return paths.map((path) => openFile(path, inFolder.get(path) ?? null, byPath.get(path), changed.has(path)))
}

function openFile(
  path: string,
  inFolder: string | null,
  file: DraftFile | undefined,
  changed: boolean,
): OpenFile {
  const hash = inFolder === null ? null : hashOf(inFolder)
  return {
    path,
    text: file === undefined ? inFolder : file.content,
    revisionId: file?.revisionId ?? null,
    changed,
    overtaken: file !== undefined && changed && isOvertaken(file, hash),
    folderHash: hash,
  }
}

async function newestOf(
  tx: ViewerTransaction,
  id: string,
): Promise<(OpenDraft['published'] & { name: string }) | null> {
  const published = (await listPublications(tx)).find((one) => one.frameworkId === id)
  const version = (await listFrameworkVersions(tx)).find((one) => one.digest === published?.digest)
  return version === undefined
    ? null
    : { digest: version.digest, version: version.version, name: version.name }
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/own-frameworks/{id}/draft',
      tag: 'Drafts',
      summary: 'Read a framework of your own as you are editing it',
      description:
        'Its files, with what you have changed and not published yet laid over them, and your comments. Without a draft, the files as they are in the folder.',
      access: { noun: 'draft', action: 'see' },
      params: ONE_FRAMEWORK,
      answers: { 200: { description: 'Files and comments.', schema: openDraftSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const loaded = await loadDraft(tx, services, params.id)
        if (loaded === null) return fail(NO_FOLDER)
        const { folder, draft, touched } = loaded
        const newest = await newestOf(tx, params.id)
        const body: OpenDraft = {
          frameworkId: params.id,
          name: newest?.name ?? params.id,
          draft: draft === null ? null : { id: draft.id, createdAt: draft.createdAt },
          files: openFiles(folder, touched),
          comments: draft === null ? [] : await listComments(tx, draft.id),
          published: newest === null ? null : { digest: newest.digest, version: newest.version },
        }
        return succeed({ status: 200, body })
      }),
  )
}

function addReport(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/own-frameworks/{id}/draft/report',
      tag: 'Drafts',
      summary: 'What lint says about your draft',
      description:
        'Errors keep it from being published; warnings and advice are judgements of its content. Each names its file and line.',
      access: { noun: 'draft', action: 'see' },
      params: ONE_FRAMEWORK,
      answers: { 200: { description: 'The report.', schema: reportSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) => {
      const loaded = await services.store.withViewer(signedIn.viewer, (tx) =>
        loadDraft(tx, services, params.id),
      )
      if (loaded === null) return fail(NO_FOLDER)
      return succeed({ status: 200, body: reportOf(layOver(loaded.folder, loaded.touched)) })
    },
  )
}

function addFramework(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/own-frameworks/{id}/draft/framework',
      tag: 'Drafts',
      summary: 'Read the framework that your draft would become',
      description: 'For comparing it before it is published. Refused while the draft has errors.',
      access: { noun: 'draft', action: 'see' },
      params: ONE_FRAMEWORK,
      answers: { 200: { description: 'The framework.', schema: frameworkSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, services, signedIn }) => {
      const loaded = await services.store.withViewer(signedIn.viewer, (tx) =>
        loadDraft(tx, services, params.id),
      )
      if (loaded === null) return fail(NO_FOLDER)
      const { framework } = checkFramework(layOver(loaded.folder, loaded.touched))
      return framework === null
        ? fail(refuse('invalid', 'The draft has errors; its report names them.'))
        : succeed({ status: 200, body: framework })
    },
  )
}

/** Reading a framework takes a good part of a second, and pages ask again when they come to the front. */
const KEPT_REPORTS = 4
const reports = new Map<string, DraftReport>()

function reportOf(files: FolderFile[]): DraftReport {
  const hash = filesHashOf(files)
  const report = reports.get(hash) ?? newReportOf(files)
  reports.delete(hash)
  reports.set(hash, report)
  if (reports.size > KEPT_REPORTS) reports.delete(reports.keys().next().value ?? '')
  return report
}

function newReportOf(files: FolderFile[]): DraftReport {
  const { entries, accepted } = lintReport(files)
  return {
    accepted,
    entries: entries.map(({ kind, severity, file, line, message, mend }) => ({
      kind,
      severity,
      file,
      line,
      message,
      mend,
    })),
  }
}

function addChange(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/own-frameworks/{id}/draft/file',
      tag: 'Drafts',
      summary: 'Change one file of your draft',
      description:
        'Opens a draft where there is none. Send `If-None-Match: *` while the draft has not touched the file, and `If-Match` with the revision you have seen after that; where that draft has ended meanwhile, it is stale, and `current` is null. Nothing is published, and the folder is not written.',
      access: { noun: 'draft', action: 'change' },
      params: ONE_FRAMEWORK,
      query: pathQuery,
      body: z.strictObject({
        text: plainText(LONGEST_FILE).nullable().openapi({ description: 'Null removes the file.' }),
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
        folderHash: digest.nullable().openapi({
          description: 'Of the folder’s file that you have seen, as it was read; null where there was none.',
        }),
        takeFolder: z.boolean().default(false).openapi({
          description: 'The folder’s file as it is now has been seen: it no longer counts as overtaken.',
        }),
      }),
      headers: PRECONDITION_WORDS,
      answers: { 200: { description: 'The file, saved. ETag holds its revision.', schema: openFileSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, query, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const loaded = await loadDraft(tx, services, params.id)
        if (loaded === null) return fail(NO_FOLDER)
        const inFolder = loaded.folder.find((file) => file.path === query.path)?.text ?? null
        const hash = inFolder === null ? null : hashOf(inFolder)
        const known = loaded.touched.find((file) => file.path === query.path)
        const draft = await saveDraftOpen(tx, params.id)
        const saved = await saveDraftFile(
          tx,
          draft.id,
          {
            path: query.path,
            content: body.text,
            revisionId: body.revisionId,
            // At first what the person has seen: the folder may have changed since they opened it.
            baseHash: body.takeFolder ? hash : known === undefined ? body.folderHash : known.baseHash,
          },
          expected.value,
        )
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        const file = openFile(query.path, inFolder, saved.value, saved.value.content !== inFolder)
        return succeed({ status: 200, body: file, headers: { etag: tagOf(saved.value.revisionId) } })
      })
    },
  )
}

function addLetFileGo(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/own-frameworks/{id}/draft/file',
      tag: 'Drafts',
      summary: 'Take back what your draft says about one file',
      description: 'The folder’s file stands again.',
      access: { noun: 'draft', action: 'change' },
      params: ONE_FRAMEWORK,
      query: pathQuery,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['not-found', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, query, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const draft = await findDraft(tx, params.id)
        if (draft === null) return fail(NO_DRAFT)
        const removed = await removeDraftFile(tx, draft.id, query.path, seen.value)
        return removed.ok ? succeed({ status: 204 }) : fail(refusalOfSave(removed.failure))
      })
    },
  )
}

function addLetGo(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/own-frameworks/{id}/draft',
      tag: 'Drafts',
      summary: 'Let go of your draft',
      description: 'What was not published is not used. The folder stays as it is.',
      access: { noun: 'draft', action: 'end' },
      params: ONE_FRAMEWORK,
      answers: { 204: { description: 'There is no draft any more.', schema: null } },
      refusals: ['no-session'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const draft = await findDraft(tx, params.id)
        if (draft !== null) await saveDraftEnded(tx, draft.id, null)
        return succeed({ status: 204 })
      }),
  )
}

const NO_DRAFT = refuse('not-found', 'There is no draft of this framework.')

function refusalOfSave(failure: SaveDraftFileFailure): Refusal {
  if (failure.kind === 'revision-taken')
    return refuseField('revisionId', 'This revision id was used for something else.')
  const { current } = failure
  return {
    ...refuse('stale', 'Another window changed this file first.'),
    current:
      current === null
        ? null
        : {
            path: current.path,
            text: current.content,
            revisionId: current.revisionId,
            updatedAt: current.updatedAt,
          },
  }
}

/** For routes that need an open draft. */
export async function draftToChange(
  tx: ViewerTransaction,
  services: Services,
  id: string,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof loadDraft>>>, Refusal>> {
  const loaded = await loadDraft(tx, services, id)
  return loaded === null ? fail(NO_FOLDER) : succeed(loaded)
}
