// The record of what was done: read in sentences, checked for being whole, and taken out so that others can check it.
import { z } from '@hono/zod-openapi'
import { visitor } from '../../core/access/viewer.ts'
import { READABLE_KINDS } from '../../core/audit/readable.ts'
import { sayActor, sayLine } from '../../core/audit/say-line.ts'
import { sayOwnLine } from '../../core/audit/say-own-line.ts'
import { succeed } from '../../core/result.ts'
import { type AuditRow, listAudit } from '../../store/audit/audit.ts'
import { CHAIN_START, firstBrokenLink } from '../../store/audit/audit-chain.ts'
import {
  findAuditFacts,
  findHead,
  hasReadLately,
  listLinesToExport,
  listOwnLines,
  listReadableLines,
} from '../../store/audit/audit-record.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Routes } from '../define-route.ts'
import { day, moment, uuid } from '../wire.ts'

/** Lines on one page. */
const PAGE = 50
/** Lines that one request checks or takes out: well under a second. */
const AT_ONCE = 5000
const DAY_MS = 24 * 60 * 60 * 1000

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const headSchema = z.strictObject({ seq: z.number().int(), hash: z.string() }).openapi('AuditHead')

const checkedSchema = z
  .strictObject({
    orgId: uuid,
    checkedTo: z.number().int().openapi({ description: 'The last line that was looked at; go on after it.' }),
    brokenAt: z.number().int().nullable().openapi({ description: 'The first line that does not fit.' }),
    firstAt: moment.nullable(),
    lastAt: moment.nullable(),
    head: headSchema
      .nullable()
      .openapi({ description: 'The newest line and its hash: note it down elsewhere.' }),
  })
  .openapi('AuditChecked')

export function addAuditRoutes(routes: Routes): void {
  addRead(routes)
  addOwn(routes)
  addCheck(routes)
  addExport(routes)
  addOperatorCheck(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/audit',
      tag: 'Record',
      summary: 'Read what was done to the organisation',
      description:
        'The newest first, fifty at a time, in sentences. What people do with what is theirs is not among it. That it was read is a line of it, once an hour.',
      access: { noun: 'audit', action: 'read' },
      query: z.strictObject({
        by: uuid.optional().openapi({ description: 'Who did it.' }),
        kind: z.enum(READABLE_KINDS).optional(),
        from: day.optional(),
        until: day.optional().openapi({ description: 'The last day, included.' }),
        before: seq.optional().openapi({ description: 'Lines before this one.' }),
      }),
      answers: {
        200: {
          description: 'The lines, and where the next page begins.',
          schema: z.strictObject({
            lines: z.array(
              z.strictObject({
                seq: z.number().int(),
                at: moment,
                actorId: uuid.nullable(),
                who: z.string(),
                says: z.string(),
              }),
            ),
            next: z.number().int().nullable(),
          }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const { until, from, ...wanted } = query
      const body = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const lines = await listReadableLines(tx, {
          ...wanted,
          ...(from === undefined ? {} : { from: `${from}T00:00:00.000Z` }),
          ...(until === undefined ? {} : { until: dayAfter(until) }),
          limit: PAGE + 1,
        })
        const shown = lines.slice(0, PAGE)
        const facts = await findAuditFacts(tx, shown)
        if (query.before === undefined && !(await hasReadLately(tx))) noteReading(tx, 'read')
        return {
          lines: shown.map((line) => ({
            seq: line.seq,
            at: line.at,
            actorId: line.actorId,
            who: sayActor(line.actorId, facts),
            says: sayLine(line, facts),
          })),
          next: nextOf(lines),
        }
      })
      return succeed({ status: 200, body })
    },
  )
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + DAY_MS).toISOString()
}

function nextOf(lines: readonly AuditRow[]): number | null {
  return lines.length > PAGE ? (lines[PAGE - 1]?.seq ?? null) : null
}

function noteReading(tx: ViewerTransaction, action: 'read' | 'check' | 'export'): void {
  tx.changes.push({ action, noun: 'audit', objectId: tx.viewer.orgId, revisionId: null })
}

function addOwn(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/audit/mine',
      tag: 'Your data',
      summary: 'Read what the record holds of what you did',
      description:
        'The newest first, fifty at a time: an action and a kind of thing, never its contents. Nobody else reads these lines, but for those about the organisation.',
      access: { noun: 'audit', action: 'see' },
      query: z.strictObject({ before: seq.optional() }),
      answers: {
        200: {
          description: 'The lines, and where the next page begins.',
          schema: z.strictObject({
            lines: z.array(z.strictObject({ seq: z.number().int(), at: moment, says: z.string() })),
            next: z.number().int().nullable(),
          }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const lines = await services.store.withViewer(signedIn.viewer, (tx) =>
        listOwnLines(tx, { ...query, limit: PAGE + 1 }),
      )
      const shown = lines
        .slice(0, PAGE)
        .map((line) => ({ seq: line.seq, at: line.at, says: sayOwnLine(line) }))
      return succeed({ status: 200, body: { lines: shown, next: nextOf(lines) } })
    },
  )
}

/** The next part of the chain. What came before a part was checked by the request before. */
async function checkPart(tx: ViewerTransaction, after: number): Promise<z.output<typeof checkedSchema>> {
  const [before] = after === 0 ? [] : await listAudit(tx, after - 1, 1)
  const lines = await listAudit(tx, after, AT_ONCE)
  const isThere = after === 0 || before?.seq === after
  const brokenAt = isThere ? firstBrokenLink(lines, { seq: after, hash: before?.hash ?? CHAIN_START }) : after
  return {
    orgId: tx.viewer.orgId,
    checkedTo: lines.at(-1)?.seq ?? after,
    brokenAt,
    firstAt: lines[0]?.at ?? null,
    lastAt: lines.at(-1)?.at ?? null,
    head: await findHead(tx),
  }
}

const AFTER = z.strictObject({ after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })

function addCheck(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/audit/check',
      tag: 'Record',
      summary: 'Check that the next part of the record is whole',
      description:
        'Every line, also those that nobody reads here: whether each fits the one before. Begin with 0 and go on after the last line that was looked at.',
      access: { noun: 'audit', action: 'check' },
      freshProof: true,
      body: AFTER,
      answers: { 200: { description: 'What was found.', schema: checkedSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ body, services, signedIn }) => {
      const checked = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const found = await checkPart(tx, body.after)
        if (body.after === 0) noteReading(tx, 'check')
        return found
      })
      return succeed({ status: 200, body: checked })
    },
  )
}

function addExport(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/audit/export',
      tag: 'Record',
      summary: 'Take the next part of the record out',
      description:
        'Every line with its hash. Those about what is private hold a commitment in place of their contents: the chain can be checked, and nothing is told.',
      access: { noun: 'audit', action: 'export' },
      freshProof: true,
      body: AFTER,
      answers: {
        200: {
          description: 'The lines, and the newest line of all.',
          schema: z.strictObject({
            orgId: uuid,
            lines: z.array(z.looseObject({ seq: z.number().int() })),
            head: headSchema.nullable(),
          }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ body, services, signedIn }) => {
      const found = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const lines = await listLinesToExport(tx, body.after, AT_ONCE)
        const head = await findHead(tx)
        if (body.after === 0) noteReading(tx, 'export')
        return { orgId: tx.viewer.orgId, lines, head }
      })
      return succeed({ status: 200, body: found })
    },
  )
}

function addOperatorCheck(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/operator/audit/check',
      tag: 'Running',
      summary: 'Check that the next part of the record is whole, from the terminal of the server',
      description: 'For `skillmap audit`: numbers and hashes, and no line.',
      access: 'operator',
      body: AFTER,
      answers: { 200: { description: 'What was found.', schema: checkedSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services }) => {
      if (services.teamOrgId === null) throw new Error('Only a team has an operator.')
      const checked = await services.store.withViewer(visitor(services.teamOrgId), (tx) =>
        checkPart(tx, body.after),
      )
      return succeed({ status: 200, body: checked })
    },
  )
}
