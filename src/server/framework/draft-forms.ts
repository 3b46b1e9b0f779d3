// Forms over a draft: entries of a file read from its text and written back into it, and what a removal would do.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { isDraftPath, layOver } from '../../core/revision/draft.ts'
import { editEntries, entryFileOf, readEntries } from '../../core/revision/edit-entries.ts'
import type { NotYaml, PlainValue } from '../../core/revision/edit-yaml.ts'
import { planRemoval } from '../../core/revision/plan-removal.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { plainText, slug } from '../wire.ts'
import { ONE_FRAMEWORK } from './draft-wire.ts'
import { LONGEST_FILE, loadDraft, NO_FOLDER } from './drafts.ts'

/** Deeper than any entry of a framework is. */
const DEEPEST = 6
const plain: z.ZodType<PlainValue> = z
  .json()
  .refine((value) => depthOf(value) <= DEEPEST, 'This is nested too deeply.')
  .openapi({ type: 'object', description: 'A text, a number, yes or no, a list, members, or null.' })
const members = z.record(z.string().max(100), plain).openapi({ description: 'By key, as the file has them.' })
const place = z.int().min(0).max(10_000)

const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), at: place, members }),
  z.strictObject({ kind: z.literal('add'), after: place, members }),
  z.strictObject({ kind: z.literal('remove'), at: place }),
])

const entriesSchema = z
  .strictObject({
    text: z.string().openapi({ description: 'The file, with the edit made.' }),
    entries: z.array(members),
  })
  .openapi('DraftEntries')

const removableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), id: slug }),
  z.strictObject({ kind: z.literal('skill'), id: slug }),
  z.strictObject({ kind: z.literal('move'), from: slug, to: slug }),
])

const removalSchema = z
  .strictObject({
    dependents: z.array(
      z.strictObject({
        kind: z.enum([
          'expectation',
          'move',
          'must-have',
          'prerequisite',
          'translation',
          'framework',
          'mention',
        ]),
        file: z.string(),
        count: z.int(),
        names: z.array(z.string()),
        goes: z.boolean().openapi({ description: 'False: it stays, and is to be mended by hand.' }),
      }),
    ),
    files: z.array(z.strictObject({ path: z.string(), text: z.string().nullable() })),
  })
  .openapi('DraftRemoval')

export function addDraftFormRoutes(routes: Routes): void {
  addEntries(routes)
  addRemoval(routes)
}

function addEntries(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks/{id}/draft/entries',
      tag: 'Drafts',
      summary: 'Read the entries of a file from its text, with one of them changed if you like',
      description:
        'For forms beside the text: the roles, the moves, or what stands at the head of a skill. Only what changes is written anew, comments and all else stay as they are. Nothing is saved by it.',
      access: { noun: 'draft', action: 'change' },
      params: ONE_FRAMEWORK,
      body: z.strictObject({
        path: z
          .string()
          .max(200)
          .refine((path) => isDraftPath(path) && entryFileOf(path) !== null, 'This file has no form.'),
        text: plainText(LONGEST_FILE),
        edit: editSchema.nullable().default(null),
      }),
      answers: { 200: { description: 'The text and its entries.', schema: entriesSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn }): Promise<Outcome> => {
      const { path, edit } = body
      const loaded = await services.store.withViewer(signedIn.viewer, (tx) =>
        loadDraft(tx, services, params.id),
      )
      if (loaded === null) return fail(NO_FOLDER)
      const edited = edit === null ? succeed(body.text) : editEntries(path, body.text, edit)
      if (!edited.ok) return fail(unreadable(path, edited.failure))
      const entries = readEntries(path, edited.value)
      if (!entries.ok) return fail(unreadable(path, entries.failure))
      return succeed({ status: 200, body: { text: edited.value, entries: entries.value } })
    },
  )
}

function addRemoval(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks/{id}/draft/removal',
      tag: 'Drafts',
      summary: 'Ask what taking out a role, a move or a skill would do',
      description:
        'What depends on it in your draft as it is saved, and the files as they would be without it. Nothing is changed by asking.',
      access: { noun: 'draft', action: 'see' },
      params: ONE_FRAMEWORK,
      body: removableSchema,
      answers: {
        200: { description: 'What depends on it, and the files without it.', schema: removalSchema },
      },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn }): Promise<Outcome> => {
      const loaded = await services.store.withViewer(signedIn.viewer, (tx) =>
        loadDraft(tx, services, params.id),
      )
      if (loaded === null) return fail(NO_FOLDER)
      const plan = planRemoval(layOver(loaded.folder, loaded.touched), body)
      return plan === null ? fail(NOT_THERE) : succeed({ status: 200, body: plan })
    },
  )
}

const NOT_THERE = refuse(
  'not-found',
  'Your draft has nothing of that id, or a file that would have to change cannot be read as it stands.',
)

function unreadable(path: string, { line, message }: NotYaml): Refusal {
  return refuse('invalid', `Line ${line} of ${path} cannot be read: ${message}`, [
    { field: `${path}:${line}`, message },
  ])
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
