// Agreed levels: one of the two proposes, the other signs; each version stays beside the next.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import { fail, succeed } from '../../core/result.ts'
import { type Agreement, checkAgreedLevels } from '../../core/round/agreement.ts'
import { managerOn } from '../../core/round/propose-raters.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listAgreements, saveAgreement, saveAgreementSigned } from '../../store/round/agreements.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { agreementCommandSchema, agreementSchema, ONE } from './round-wire.ts'

const NOT_FOUND = refuse('not-found', 'There is nothing here for you to sign.')

export function addAgreementRoutes(routes: Routes): void {
  addList(routes)
  addPropose(routes)
  addSign(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/agreements',
      tag: 'Rating each other',
      summary: 'Levels that you agreed on with your manager, or with whom you manage',
      description: 'Every version, the newest first: earlier ones stay beside it. The two of you read them.',
      access: { noun: 'agreement', action: 'see' },
      answers: { 200: { description: 'They.', schema: z.array(agreementSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const body = await describeAgreements(tx, services, await listAgreements(tx))
        return succeed({ status: 200, body })
      }),
  )
}

function addPropose(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/agreements',
      tag: 'Rating each other',
      summary: 'Propose agreed levels',
      description:
        'Proposing is signing it yourself; it holds once the other one signs too. It never changes: another proposal is another version.',
      access: { noun: 'agreement', action: 'propose' },
      body: agreementCommandSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'What is proposed.', schema: agreementSchema } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/agreements', body, async (tx) => {
        const pair = await pairWith(tx, signedIn, body.with)
        if (pair === null)
          return fail(
            refuseField('with', 'Agree with your manager, or with somebody who reports to you today.'),
          )
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const checked = checkAgreedLevels(body.items, framework)
        if (!checked.ok) return fail(refuseField('items', checked.failure.message))
        const before = (await listAgreements(tx)).find(
          (one) => one.subjectId === pair.subjectId && one.managerId === pair.managerId,
        )
        const proposed: Agreement = {
          ...{ id: services.newId(), ...pair, version: (before?.version ?? 0) + 1 },
          ...{ frameworkDigest: body.frameworkDigest, purpose: body.purpose, items: checked.value },
          ...{ proposedBy: signedIn.personId, proposedAt: tx.now, signedAt: null },
        }
        if (!(await saveAgreement(tx, proposed)))
          return fail(
            refuse('conflict', 'The other one proposed something at the same moment. Look at it first.'),
          )
        return succeed({ status: 201, body: (await describeAgreements(tx, services, [proposed]))[0] })
      }),
  )
}

function addSign(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/agreements/{id}/sign',
      tag: 'Rating each other',
      summary: 'Sign what the other one proposed',
      description:
        'From then on it holds, with this day and this version of the framework. Only the newest version can be signed.',
      access: { noun: 'agreement', action: 'sign' },
      params: ONE,
      answers: { 200: { description: 'It, signed by both.', schema: agreementSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const all = await listAgreements(tx)
        const found = all.find(({ id }) => id === params.id)
        if (found === undefined) return fail(NOT_FOUND)
        if (found.proposedBy === signedIn.personId)
          return fail(refuse('conflict', 'You proposed this, and so signed it. The other one signs it now.'))
        const newest = all.find(
          (one) => one.subjectId === found.subjectId && one.managerId === found.managerId,
        )
        if (newest?.id !== found.id) return fail(refuse('conflict', 'A later version was proposed since.'))
        if (found.signedAt === null && !(await saveAgreementSigned(tx, found.id))) return fail(NOT_FOUND)
        const signed = (await listAgreements(tx)).filter(({ id }) => id === found.id)
        return succeed({ status: 200, body: (await describeAgreements(tx, services, signed))[0] })
      }),
  )
}

/** The two, by who manages whom today; null where neither manages the other. */
async function pairWith(
  tx: ViewerTransaction,
  { viewer, personId }: SignedIn,
  other: string,
): Promise<{ subjectId: string; managerId: string } | null> {
  const today = tx.now.slice(0, 10)
  if (managedOn(viewer, today).includes(other)) return { subjectId: other, managerId: personId }
  const chart = { management: await listManagement(tx, { personIds: [personId] }), memberships: [] }
  return managerOn(chart, personId, today) === other ? { subjectId: personId, managerId: other } : null
}

export async function describeAgreements(
  tx: ViewerTransaction,
  services: Pick<Services, 'frameworks'>,
  agreements: readonly Agreement[],
) {
  const nameOf = await namePeople(
    tx,
    agreements.flatMap(({ subjectId, managerId }) => [subjectId, managerId]),
  )
  const described = []
  for (const { subjectId, managerId, ...one } of agreements) {
    const framework = await services.frameworks.findIn(tx, one.frameworkDigest)
    const frameworkVersion = framework === null ? '' : `${framework.name} ${framework.version}`
    described.push({ ...one, frameworkVersion, subject: nameOf(subjectId), manager: nameOf(managerId) })
  }
  return described
}
