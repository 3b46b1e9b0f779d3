// The shapes of drafts and comments as they cross the wire.
import { z } from '@hono/zod-openapi'
import type { DraftComment } from '../../core/revision/draft.ts'
import { digest, slug, uuid } from '../wire.ts'

const moment = z.iso.datetime()

/** A file of the framework as the draft has it. */
export const openFileSchema = z
  .strictObject({
    path: z.string(),
    text: z.string().nullable().openapi({ description: 'Null: the draft removes the file.' }),
    revisionId: uuid
      .nullable()
      .openapi({ description: 'For If-Match; null where the draft has not touched it.' }),
    changed: z.boolean().openapi({ description: 'Differs from the folder.' }),
    overtaken: z
      .boolean()
      .openapi({ description: 'Somebody edited the folder’s file too, since the draft took it from there.' }),
    folderHash: digest
      .nullable()
      .openapi({ description: 'SHA-256 of the folder’s file; null where there is none.' }),
  })
  .openapi('OpenFile')

export type OpenFile = z.output<typeof openFileSchema>

export const commentSchema = z
  .strictObject({
    id: uuid,
    draftId: uuid,
    authorId: uuid,
    skill: z.string(),
    level: z.number().int().min(0).nullable(),
    role: z.string().nullable(),
    content: z.string(),
    writtenAt: moment,
    resolvedAt: moment.nullable(),
  })
  .openapi('DraftComment') satisfies z.ZodType<DraftComment>

export const openDraftSchema = z
  .strictObject({
    frameworkId: z.string(),
    name: z.string(),
    /** Null while nothing was touched. */
    draft: z.strictObject({ id: uuid, createdAt: moment }).nullable(),
    files: z.array(openFileSchema),
    comments: z.array(commentSchema),
    published: z
      .strictObject({ digest, version: z.string() })
      .nullable()
      .openapi({ description: 'The newest published version, to compare with.' }),
  })
  .openapi('OpenDraft')

export type OpenDraft = z.output<typeof openDraftSchema>

export const reportSchema = z
  .strictObject({
    entries: z.array(
      z.strictObject({
        kind: z.string(),
        severity: z.enum(['error', 'warning', 'advice']),
        file: z.string(),
        line: z.number().int().nullable(),
        message: z.string(),
        mend: z.string(),
      }),
    ),
    accepted: z.number().int(),
  })
  .openapi('DraftReport')

export type DraftReport = z.output<typeof reportSchema>

export const ONE_FRAMEWORK = z.strictObject({ id: slug })
