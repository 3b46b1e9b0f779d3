// Calibration: cases and rounds of the framework's owner, and what each manager reads the cases as.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import { builtInCases } from '../../core/calibration/built-in-cases.ts'
import { LEAST_READERS, MOST_CASES, resultFor } from '../../core/calibration/calibration.ts'
import { closeRound, ownScales } from '../../core/calibration/close-round.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  listCalibrationCases,
  listCalibrationRounds,
  listOwnReadings,
  listOwnScales,
  listReadersForClosing,
  saveCalibrationCase,
  saveCalibrationCaseEnded,
  saveCalibrationRound,
  saveCalibrationRoundClosed,
  saveReading,
} from '../../store/calibration/calibration.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { refusalOfLevels } from '../opportunity/opportunities.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { day, digest, plainText, slug, uuid } from '../wire.ts'

const ONE = z.strictObject({ id: uuid })
const filled = (most: number, message: string) =>
  plainText(most).refine((text) => text.trim() !== '', message)

const caseSchema = z
  .strictObject({
    id: z.string(),
    frameworkId: z.string(),
    title: z.string(),
    text: z.string(),
    skills: z.array(z.string()),
  })
  .openapi('CalibrationCase')

const reading = { caseId: plainText(100), skill: slug, level: z.number().int().min(0).max(100) }

const resultSchema = z.strictObject({
  readers: z
    .number()
    .int()
    .openapi({ description: 'How many read it; 0 where too few for anything to be shown.' }),
  skills: z.array(
    z.strictObject({
      skill: z.string(),
      alpha: z.number().nullable(),
      same: z.number(),
      split: z.strictObject({ below: z.number(), above: z.number(), share: z.number() }).nullable(),
    }),
  ),
})

const roundSchema = z
  .strictObject({
    id: uuid,
    frameworkDigest: digest,
    cases: z.array(caseSchema),
    purpose: z.string(),
    openedOn: day,
    closedOn: day.nullable(),
    result: resultSchema
      .nullable()
      .openapi({ description: 'For administrators of frameworks, once it is closed.' }),
  })
  .openapi('CalibrationRound')

const scaleSchema = z.strictObject({
  roundId: uuid,
  others: z.number().int(),
  difference: z.number(),
  spread: z.number(),
  spreadOfOthers: z.number(),
})

export function addCalibrationRoutes(routes: Routes): void {
  addReadAll(routes)
  addWriteCase(routes)
  addEndCase(routes)
  addOpen(routes)
  addClose(routes)
  addReading(routes)
}

function addReadAll(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/calibration',
      tag: 'Calibration',
      summary: 'Rounds of calibration, your own readings, and how your scale lies',
      description:
        'Cases and rounds are for everybody. Your readings and your scale are yours alone. What a closed round says of the framework is for administrators of frameworks, from three readers of each case on besides whoever asks.',
      access: { noun: 'calibration', action: 'see' },
      answers: {
        200: {
          description: 'All of it.',
          schema: z.strictObject({
            frameworkDigest: digest,
            cases: z.array(caseSchema.extend({ own: z.boolean() })),
            rounds: z.array(roundSchema),
            readings: z.array(z.strictObject({ ...reading, roundId: uuid })),
            scales: z.array(scaleSchema),
            reads: z
              .boolean()
              .openapi({ description: 'Whether you may read cases: somebody reports to you.' }),
          }),
        },
      },
      refusals: ['no-session', 'conflict'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'calibration')
        if (off !== null) return fail(off)
        const { framework, digest: inUse } = await frameworkInUse(tx, services, signedIn.personId)
        const own = await listCalibrationCases(tx, framework.id)
        const readings = await listOwnReadings(tx)
        const mayKnow = tx.viewer.adminOf.includes('frameworks')
        const rounds = (await listCalibrationRounds(tx)).map((round) => {
          const isReader = readings.some(({ roundId }) => roundId === round.id)
          const { result } = round
          return { ...round, result: mayKnow && result !== null ? resultFor(result, isReader) : null }
        })
        const cases = [
          ...builtInCases(framework.id).map((one) => ({ ...one, own: false })),
          ...own.map((one) => ({ ...one, own: true })),
        ]
        const scales = await listOwnScales(tx)
        const reads = managedOn(tx.viewer, tx.now.slice(0, 10)).length > 0
        return succeed({
          status: 200,
          body: { frameworkDigest: inUse, cases, rounds, readings, scales, reads },
        })
      }),
  )
}

function addWriteCase(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/calibration/cases',
      tag: 'Calibration',
      summary: 'Write a case of your own',
      description:
        'A short piece of somebody’s work. The person in it must not be anybody of the organisation.',
      access: { noun: 'calibration', action: 'change' },
      freshProof: true,
      body: z.strictObject({
        title: filled(200, 'A case needs a title.'),
        text: filled(4000, 'A case needs words.'),
        skills: z.array(slug).min(1, 'At least one skill.').max(5, 'Not more than five skills.'),
      }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The case.', schema: caseSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'bad-header', 'key-reused', 'conflict'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly(
        { header, services, viewer: signedIn.viewer },
        'POST /api/calibration/cases',
        body,
        async (tx) => {
          const off = await refusalOfView(tx, 'calibration')
          if (off !== null) return fail(off)
          const { framework } = await frameworkInUse(tx, services, signedIn.personId)
          const levels = body.skills.map((skill) => ({ skill, level: 0 }))
          const unfit = refusalOfLevels(framework, levels, 'skills')
          if (unfit !== null) return fail(unfit)
          const one = { ...body, id: services.newId(), frameworkId: framework.id }
          await saveCalibrationCase(tx, one)
          return succeed({ status: 201, body: one })
        },
      ),
  )
}

function addEndCase(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/calibration/cases/{id}',
      tag: 'Calibration',
      summary: 'Take a case of your own off the list',
      description: 'Rounds that it is part of keep it.',
      access: { noun: 'calibration', action: 'change' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'Off the list.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'calibration')
        if (off !== null) return fail(off)
        const done = await saveCalibrationCaseEnded(tx, params.id)
        return done ? succeed({ status: 204 }) : fail(refuse('not-found', 'No case has this id.'))
      }),
  )
}

function addOpen(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/calibration/rounds',
      tag: 'Calibration',
      summary: 'Open a round',
      description: 'Managers may read its cases until it is closed. Nothing is computed before.',
      access: { noun: 'calibration', action: 'change' },
      freshProof: true,
      body: z.strictObject({
        purpose: plainText(500).refine(
          (text) => text.trim().length >= 10,
          'Say in a sentence what it is for.',
        ),
        cases: z.array(plainText(100)).min(1, 'At least one case.').max(MOST_CASES),
      }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The round.', schema: roundSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'bad-header', 'key-reused', 'conflict'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly(
        { header, services, viewer: signedIn.viewer },
        'POST /api/calibration/rounds',
        body,
        async (tx) => {
          const off = await refusalOfView(tx, 'calibration')
          if (off !== null) return fail(off)
          const { framework, digest: frameworkDigest } = await frameworkInUse(tx, services, signedIn.personId)
          const all = [...builtInCases(framework.id), ...(await listCalibrationCases(tx, framework.id))]
          const known = new Set(all.map(({ id }) => id))
          const missing = body.cases.findIndex((id) => !known.has(id))
          if (missing >= 0) return fail(refuseField(`cases/${missing}`, 'No case has this id.'))
          const round = {
            ...{
              id: services.newId(),
              frameworkDigest,
              purpose: body.purpose,
              openedOn: tx.now.slice(0, 10),
            },
            cases: all.filter(({ id }) => body.cases.includes(id)),
          }
          await saveCalibrationRound(tx, round)
          return succeed({ status: 201, body: { ...round, closedOn: null, result: null } })
        },
      ),
  )
}

function addClose(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/calibration/rounds/{id}/close',
      tag: 'Calibration',
      summary: 'Close a round',
      description: `What it says is computed once, from at least ${LEAST_READERS} readers, and never changes. Each reader is told of their own scale.`,
      access: { noun: 'calibration', action: 'change' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'Closed.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'calibration')
        if (off !== null) return fail(off)
        const readers = await listReadersForClosing(tx, params.id)
        const scales = ownScales(readers, params.id).map((one) => ({ ...one, id: services.newId() }))
        const done = await saveCalibrationRoundClosed(tx, params.id, { result: closeRound(readers), scales })
        return done ? succeed({ status: 204 }) : fail(refuse('not-found', 'No open round has this id.'))
      }),
  )
}

function addReading(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/calibration/rounds/{id}/readings',
      tag: 'Calibration',
      summary: 'Say at which level you see a case',
      description: 'Yours alone. You may change it until the round is closed.',
      access: { noun: 'calibrationReading', action: 'change' },
      params: ONE,
      body: z.strictObject(reading),
      answers: { 204: { description: 'Said.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'calibration')
        if (off !== null) return fail(off)
        if (managedOn(tx.viewer, tx.now.slice(0, 10)).length === 0)
          return fail(refuse('not-allowed', 'Cases are read by those to whom somebody reports.'))
        const round = (await listCalibrationRounds(tx)).find(({ id }) => id === params.id)
        if (round === undefined || round.closedOn !== null)
          return fail(refuse('not-found', 'No open round has this id.'))
        const one = round.cases.find(({ id }) => id === body.caseId)
        if (one === undefined) return fail(refuseField('caseId', 'The round has no such case.'))
        if (!one.skills.includes(body.skill))
          return fail(refuseField('skill', 'This case is not read for that skill.'))
        const framework = await services.frameworks.findIn(tx, round.frameworkDigest)
        const top = framework === null ? 0 : topLevel(framework)
        if (body.level > top) return fail(refuseField('level', `The scale ends at ${top}.`))
        await saveReading(tx, { ...body, id: services.newId(), roundId: round.id })
        return succeed({ status: 204 })
      }),
  )
}
