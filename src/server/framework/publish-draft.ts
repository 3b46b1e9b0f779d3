// Publishes a draft: a new version with its label, note, date and approvers, and the touched files in the folder.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import { checkFramework } from '../../core/framework/check-framework.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import {
  changedPaths,
  type DraftFile,
  isOvertaken,
  layOver,
  withVersionLabel,
} from '../../core/revision/draft.ts'
import { findDraft, listDraftFiles, saveDraftEnded } from '../../store/framework/drafts.ts'
import { filesHashOf, findFrameworkFiles } from '../../store/framework/framework-folders.ts'
import { listPublications } from '../../store/framework/publications.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { plainText, publishedLabelSchema } from '../wire.ts'
import { ONE_FRAMEWORK } from './draft-wire.ts'
import { draftToChange, hashOf } from './drafts.ts'
import { publishWithFolder } from './publish-framework.ts'

const MOST_ERRORS = 20

const commandSchema = z.strictObject({
  version: plainText(100).refine((label) => label.trim() !== '', 'A version needs a label.'),
  note: plainText(2000).default(''),
  effectiveFrom: z.iso.date().nullable().default(null).openapi({
    description: 'It is there to be read before, and nobody moves to it before. Null: from now.',
  }),
  approvers: z
    .array(
      z.strictObject({
        name: plainText(200).refine((name) => name.trim() !== '', 'An approver needs a name.'),
        date: z.iso.date(),
      }),
    )
    .max(20, 'No more than 20 names.')
    .default([])
    .openapi({ description: 'Names as they are given, each with the day of the approval.' }),
})

export function addPublishDraftRoute(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks/{id}/draft/publish',
      tag: 'Drafts',
      summary: 'Publish your draft as a new version',
      description:
        'Refused while lint finds errors, and while a file of the folder was edited elsewhere since the draft took it from there. The folder is written: touched files and the version label, every other byte as it was. Nobody’s ratings move.',
      access: { noun: 'draft', action: 'publish' },
      freshProof: true,
      params: ONE_FRAMEWORK,
      body: commandSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The new version.', schema: publishedLabelSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused', 'conflict', 'disk-full'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const { viewer } = signedIn
      const loaded = await services.store.withViewer(viewer, (tx) => draftToChange(tx, services, params.id))
      if (!loaded.ok) return loaded
      const { folder, draft, touched } = loaded.value
      const ready = filesToPublish(folder, touched, body.version.trim())
      if (!ready.ok) return ready
      const { framework, files } = ready.value
      if (framework.id !== params.id)
        return fail(
          refuse('conflict', `The id in framework.yaml must stay ${params.id}: ratings refer to it.`),
        )
      const digest = createHash('sha256').update(canonicalJson(framework)).digest('hex')
      const said = {
        effectiveFrom: body.effectiveFrom,
        note: body.note.trim(),
        approvers: body.approvers.map(({ name, date }) => `${name.trim()}, ${date}`),
        source: 'edited' as const,
      }
      const operation = `POST /api/own-frameworks/${params.id}/draft/publish`
      return publishWithFolder(services, { framework, files, ...said }, (publish) =>
        onceOnly({ header, services, viewer }, operation, body, async (tx): Promise<Outcome> => {
          const open = await findDraft(tx, params.id)
          if ((open?.id ?? null) !== (draft?.id ?? null))
            return fail(refuse('conflict', 'The draft was published or let go meanwhile.'))
          const kept = open === null ? [] : await listDraftFiles(tx, open.id)
          if (!areSameRevisions(kept, touched))
            return fail(refuse('conflict', 'The draft was changed while it was published. Publish again.'))
          const now = findFrameworkFiles(services.store.places, params.id) ?? []
          if (filesHashOf(now) !== filesHashOf(folder))
            return fail(refuse('conflict', 'The folder was changed while it was read. Publish again.'))
          // Where only comments or formatting changed, the files go into the folder and the version stays.
          const isKnown = (await listPublications(tx)).some((one) => one.digest === digest)
          if (isKnown && changedPaths(folder, touched).length === 0)
            return fail(refuse('conflict', 'This very version is published already. Change something first.'))
          const made = { ...(await publish(tx)), id: framework.id, name: framework.name }
          if (open !== null) await saveDraftEnded(tx, open.id, made.digest)
          return succeed({ status: 201, body: { ...made, version: framework.version } })
        }),
      )
    },
  )
}

/** Both in the order of their paths. */
function areSameRevisions(a: readonly DraftFile[], b: readonly DraftFile[]): boolean {
  const revisions = (files: readonly DraftFile[]) => files.map((file) => `${file.path} ${file.revisionId}`)
  return revisions(a).join('\n') === revisions(b).join('\n')
}

/** The whole folder as it shall be, and the framework that it reads as. */
function filesToPublish(
  folder: readonly FolderFile[],
  touched: readonly DraftFile[],
  version: string,
): Result<{ framework: Framework; files: FolderFile[] }, Refusal> {
  const changed = new Set(changedPaths(folder, touched))
  const hashes = new Map(folder.map((file) => [file.path, hashOf(file.text)]))
  const overtaken = touched.filter(
    (file) => changed.has(file.path) && isOvertaken(file, hashes.get(file.path) ?? null),
  )
  if (overtaken.length > 0) {
    const names = overtaken.map((file) => file.path).join(', ')
    return fail(
      refuse(
        'conflict',
        `The folder was edited elsewhere since your draft took from it: ${names}. Look at these first.`,
      ),
    )
  }
  const laid = layOver(folder, touched)
  const yaml = laid.find((file) => file.path === 'framework.yaml')
  const labelled = yaml === undefined ? null : withVersionLabel(yaml.text, version)
  const files = laid.map((file) =>
    file === yaml && labelled !== null ? { path: file.path, text: labelled } : file,
  )
  const { framework, problems } = checkFramework(files)
  if (framework === null) {
    const errors = problems.filter((problem) => problem.severity === 'error').slice(0, MOST_ERRORS)
    return fail(
      refuse(
        'invalid',
        'The draft has errors, so that it cannot be published yet.',
        errors.map(({ file, line, message }) => ({
          field: line === null ? file : `${file}:${line}`,
          message,
        })),
      ),
    )
  }
  if (framework.version !== version)
    return fail(refuseField('version', 'framework.yaml has no line for the label. Add `version:` to it.'))
  return succeed({ framework, files })
}
