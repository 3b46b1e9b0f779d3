// Files of people: looked at before anything changes, then taken over whole, and taken back whole.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { problemOfLeaving } from '../../core/organisation/end-grant.ts'
import type { PeopleList } from '../../core/organisation/people-list.ts'
import {
  lastDaysMoved,
  type PeopleImport,
  planPeopleImport,
} from '../../core/organisation/plan-people-import.ts'
import { type PeopleFile, readPeopleFile } from '../../core/organisation/read-people-file.ts'
import { sayEffect } from '../../core/organisation/say-change.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { listAdminGrants } from '../../store/organisation/admin-grants.ts'
import { listListChanges, listSinceLeaving } from '../../store/organisation/past-changes.ts'
import { loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import { saveTeam } from '../../store/organisation/teams.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { decodeText } from '../importing/decode-text.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS, readSeen } from '../preconditions.ts'
import { uploadTooLarge } from '../read-request.ts'
import { moment, plainText, uuid } from '../wire.ts'
import { keepListChange } from './keep-list-change.ts'

/** Twenty thousand lines with long names are about half of it. */
const MOST_BYTES = 6 * 1024 * 1024
/** The text goes back to be mended in the page where it is no longer than this, in characters. */
const MENDABLE = 400_000
const SHOWN = 200

const problemSchema = z.strictObject({ line: z.number().int(), message: z.string(), mend: z.string() })
const countsSchema = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  ended: z.number().int(),
  same: z.number().int(),
})
const previewSchema = z
  .strictObject({
    counts: countsSchema,
    people: z
      .array(
        z.strictObject({
          line: z.number().int(),
          name: z.string(),
          what: z.enum(['added', 'changed', 'ended', 'same']),
          says: z.array(z.string()),
        }),
      )
      .openapi({ description: 'The first 200 of whom something would change.' }),
    others: z
      .array(z.string())
      .openapi({ description: 'Names of people who are not in the file and whose lines end.' }),
    teams: z.array(z.string()).openapi({ description: 'Teams that would be added.' }),
    problems: z
      .array(problemSchema)
      .openapi({ description: 'Nothing is taken over while there is one; the first 200.' }),
    problemCount: z.number().int(),
    unread: z.array(z.strictObject({ heading: z.string(), why: z.string() })),
    text: z
      .string()
      .nullable()
      .openapi({ description: 'What was read, to be mended; null where it is long.' }),
    planId: z.string().openapi({ description: 'What the preview shows; for If-Match.' }),
  })
  .openapi('PeopleFilePreview')

const fileChangeSchema = z
  .strictObject({
    id: uuid,
    label: z.string(),
    people: z.number().int(),
    madeAt: moment,
    undoneAt: moment.nullable(),
  })
  .openapi('PeopleFileTaken')

export function addPeopleFileRoutes(routes: Routes): void {
  addPreview(routes)
  addTakeOver(routes)
  addTaken(routes)
}

interface Planned {
  file: PeopleFile
  list: PeopleList
  plan: PeopleImport
  planId: string
  roleTitle: (role: string) => string
}

async function planFile(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  text: string,
): Promise<Planned> {
  const list = await loadPeopleList(tx)
  const { framework } = await frameworkInUse(tx, services, personId)
  const file = readPeopleFile(text)
  const sinceLeaving = await listSinceLeaving(tx, list, lastDaysMoved(file, list))
  const plan = planPeopleImport(file, {
    ...{ list, now: tx.now, newId: services.newId, frameworkId: framework.id, roles: framework.roles },
    sinceLeaving,
  })
  await addAdminProblems(tx, list, plan)
  const roleTitle = (id: string) => framework.roles.find((role) => role.id === id)?.name ?? id
  const planId = idOfPlan(text, plan, roleTitle)
  return { file, list, plan, planId, roleTitle }
}

/** A file does not end the last who could mend it. */
async function addAdminProblems(tx: ViewerTransaction, list: PeopleList, plan: PeopleImport): Promise<void> {
  const grants = await listAdminGrants(tx)
  for (const { personId } of grants.filter(({ scope }) => scope === 'people')) {
    const isLeaving =
      list.people.get(personId)?.leftOn === null && plan.after.people.get(personId)?.leftOn !== null
    const message = isLeaving ? problemOfLeaving(personId, grants, plan.after.people) : null
    const line = plan.people.find((one) => one.personId === personId)?.line ?? 0
    if (message !== null)
      plan.problems.push({
        line,
        message,
        mend: 'Remove the last day, or let somebody else administer people first.',
      })
  }
}

/** The same for the same text on the same list: ids that are made anew each time are not a part of it. */
function idOfPlan(
  text: string,
  { people, problems, changes, after }: PeopleImport,
  roleTitle: (id: string) => string,
) {
  const says = changes.map(({ effects }) => effects.map((effect) => sayEffect(effect, after, roleTitle)))
  return createHash('sha256')
    .update(JSON.stringify([text, people.map(({ line, name, what }) => [line, name, what]), problems, says]))
    .digest('hex')
    .slice(0, 32)
}

function previewOf({ file, list, plan, planId, roleTitle }: Planned, text: string) {
  const effects = new Map(plan.changes.map((one) => [one.personId, one.effects]))
  const inFile = new Set(plan.people.map(({ personId }) => personId))
  const counts = { added: 0, changed: 0, ended: 0, same: 0 }
  for (const { what } of plan.people) counts[what] += 1
  return {
    counts,
    people: plan.people
      .filter(({ what }) => what !== 'same')
      .toSorted((a, b) => a.line - b.line)
      .slice(0, SHOWN)
      .map(({ line, name, what, personId }) => ({
        ...{ line, name, what },
        says: (effects.get(personId) ?? [])
          .filter(({ kind }) => kind !== 'added')
          .map((effect) => sayEffect(effect, plan.after, roleTitle)),
      })),
    others: plan.changes
      .filter(({ personId }) => !inFile.has(personId))
      .map(({ personId }) => list.people.get(personId)?.displayName ?? '')
      .sort(),
    teams: plan.teams.map(({ name }) => name),
    problems: plan.problems.slice(0, SHOWN),
    problemCount: plan.problems.length,
    unread: file.unread,
    text: text.length > MENDABLE ? null : text,
    planId,
  }
}

/** The bytes as they arrive, no more than fit. */
async function readAll(upload: ReadableStream<Uint8Array> | null): Promise<Result<string, Refusal>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of upload ?? []) {
    bytes += part.byteLength
    if (bytes > MOST_BYTES) return fail(uploadTooLarge(MOST_BYTES))
    parts.push(part)
  }
  const whole = Buffer.concat(parts)
  if (whole[0] === 0x50 && whole[1] === 0x4b)
    return fail(refuse('invalid', 'This is a workbook or an archive. Save the sheet as CSV and bring that.'))
  const text = decodeText('file', whole)
  return text.ok
    ? text
    : fail(refuse('invalid', `${text.failure.message} Save the table as CSV and bring that.`))
}

function addPreview(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/people-files/preview',
      tag: 'Keeping the list of people',
      summary: 'Look at what a file of people would change',
      description:
        'CSV with a line of headings: name, and id, team, manager, role, from, left as far as they are known. Nothing is kept of it.',
      access: { noun: 'memberRecord', action: 'bring' },
      upload: { mostBytes: MOST_BYTES },
      answers: { 200: { description: 'What it would do.', schema: previewSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'not-a-file', 'too-large'],
    },
    async ({ upload, services, signedIn }) => {
      const text = await readAll(upload)
      if (!text.ok) return text
      const planned = await services.store.withViewer(signedIn.viewer, (tx) =>
        planFile(tx, services, signedIn.personId, text.value),
      )
      return succeed({ status: 200, body: previewOf(planned, text.value) })
    },
  )
}

function addTakeOver(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/people-files',
      tag: 'Keeping the list of people',
      summary: 'Take a file of people over',
      description:
        'All of it or nothing, and only as the preview showed it: If-Match holds the id of the preview. A second time it changes nothing.',
      access: { noun: 'memberRecord', action: 'bring' },
      freshProof: true,
      query: z.strictObject({ name: plainText(200).default('') }),
      headers: { ...IDEMPOTENCY_WORDS, 'If-Match': '`"<planId>"` of the preview.' },
      upload: { mostBytes: MOST_BYTES },
      answers: {
        201: {
          description: 'It is taken over.',
          schema: z.strictObject({ changeId: uuid.nullable(), counts: countsSchema }),
        },
      },
      refusals: [
        'no-session',
        'not-allowed',
        'invalid',
        'not-a-file',
        'too-large',
        'bad-header',
        'no-precondition',
        'stale',
        'key-reused',
      ],
    },
    async ({ upload, query, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      const text = await readAll(upload)
      if (!text.ok) return text
      const { viewer, personId } = signedIn
      const digest = createHash('sha256').update(text.value).digest('hex')
      return onceOnly({ header, services, viewer }, 'POST people-files', { digest }, async (tx) => {
        await lockPeopleList(tx)
        const planned = await planFile(tx, services, personId, text.value)
        const { plan, planId, list } = planned
        if (planId !== seen.value)
          return fail(refuse('stale', 'The list has changed since the preview. Look at it again.'))
        if (plan.problems.length > 0)
          return fail(
            refuse(
              'invalid',
              'There are lines to mend first.',
              plan.problems.slice(0, 20).map(({ line, message }) => ({ field: `line ${line}`, message })),
            ),
          )
        for (const team of plan.teams) await saveTeam(tx, team)
        const { counts } = previewOf(planned, text.value)
        if (plan.changes.length === 0) return succeed({ status: 201, body: { changeId: null, counts } })
        const changeId = services.newId()
        const addedTeams = plan.teams.map(({ id }) => id)
        const about = { id: changeId, source: 'file' as const, label: query.name, addedTeams }
        await keepListChange(tx, services, list, { ...about, changes: plan.changes })
        return succeed({ status: 201, body: { changeId, counts } })
      })
    },
  )
}

function addTaken(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/people-files',
      tag: 'Keeping the list of people',
      summary: 'Which files of people were taken over',
      description:
        'The latest twenty. What a file did is taken back with /api/organisation/changes/{id}/undo.',
      access: { noun: 'memberRecord', action: 'list' },
      answers: { 200: { description: 'Newest first.', schema: z.array(fileChangeSchema) } },
      refusals: ['no-session', 'not-allowed'],
    },
    async ({ services, signedIn }) => {
      const changes = await services.store.withViewer(signedIn.viewer, (tx) =>
        listListChanges(tx, { source: 'file', limit: 20 }),
      )
      const body = changes.map(({ id, label, people, madeAt, undoneAt }) => ({
        id,
        label,
        people,
        madeAt,
        undoneAt,
      }))
      return succeed({ status: 200, body })
    },
  )
}
