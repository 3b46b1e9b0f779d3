// Who can see this: for one thing that the viewer sees, computed from its very rule with the organisation's chart of today.
import { z } from '@hono/zod-openapi'
import { type AccessFacts, evaluateRule, managedOn } from '../../core/access/rule.ts'
import { holdsOn, type Management } from '../../core/organisation/member.ts'
import { fail, succeed } from '../../core/result.ts'
import { SEEN_ITEMS, type SeenItem, seenItem } from '../../core/who-sees/seen-items.ts'
import { type Looker, whoSees } from '../../core/who-sees/who-sees.ts'
import { listColumnTags } from '../../store/column-tags.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { findJoining } from '../../store/person/joinings.ts'
import { listAgreements } from '../../store/round/agreements.ts'
import { findAsk } from '../../store/round/asks.ts'
import { findReadAssessment } from '../../store/round/given.ts'
import { findOpening } from '../../store/round/openings.ts'
import { findHandover } from '../../store/share/handovers.ts'
import { sessionIn } from '../../store/sql-session.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import type { RouteAccess } from '../route-access.ts'
import { uuid } from '../wire.ts'

/** What is asked about: a kind of thing, and the facts that its rule looks at. */
interface Seen {
  item: SeenItem
  facts: AccessFacts
  onceGiven?: AccessFacts
}

const NO_SUCH = refuse('not-found', 'Nothing that you can see is under this id.')
const text = z.string()
const whoSeesSchema = z
  .strictObject({
    name: text.openapi({ description: 'What it is, in the middle of a sentence.' }),
    readers: z.array(text).openapi({ description: 'Whoever sees it now, you among them.' }),
    never: z.array(text).openapi({ description: 'Whoever does not, nearest first.' }),
    changes: z.array(text).openapi({ description: 'What changes that.' }),
    why: text.openapi({ description: 'What it is kept for.' }),
    keeps: z.array(text).openapi({ description: 'How long it is kept.' }),
    disk: text.nullable().openapi({ description: 'What whoever runs the server could read.' }),
    rule: text.openapi({ description: 'The rule itself.' }),
  })
  .openapi('WhoSees')
const answers = { 200: { description: 'Who can see it.', schema: whoSeesSchema } }

export function addWhoSeesRoutes(routes: Routes): void {
  addOwn(routes)
  for (const one of OF_ONE) addOne(routes, one)
}

function addOwn(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/who-sees/{item}',
      tag: 'Organisation',
      summary: 'Who can see a kind of thing of yours',
      description:
        'Computed from the rule that decides, with whoever manages you today. It holds no data of anybody but names that everyone of the organisation reads.',
      access: { noun: 'sheet', action: 'see' },
      params: z.strictObject({ item: z.enum(SEEN_ITEMS as [SeenItem, ...SeenItem[]]) }),
      answers,
      refusals: ['no-session', 'invalid'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx) => {
        const { viewer, personId } = signedIn
        // What is put together of the people whom one manages is about the first of them.
        const about = params.item === 'teamMapPerson' ? managedOn(viewer, tx.now.slice(0, 10))[0] : personId
        // Of a confidential round there is something to see once it is closed, and not before.
        const releasedAt = params.item === 'sealedContribution' ? tx.now : null
        const facts = factsOf(tx, { ownerId: personId, subjectId: about ?? personId, releasedAt })
        return succeed({ status: 200, body: await answer(tx, { item: params.item, facts }) })
      }),
  )
}

interface OneKind {
  path: `/api/who-sees/${string}/{id}`
  /** Of the thing itself: whoever may not see it gets the answer of nothing. */
  access: RouteAccess
  find: (tx: ViewerTransaction, id: string) => Promise<Seen | null>
}

const OF_ONE: readonly OneKind[] = [
  {
    path: '/api/who-sees/handovers/{id}',
    access: { noun: 'handover', action: 'see' },
    find: async (tx, id) => {
      const found = await findHandover(tx, id)
      if (found === null) return null
      const { ownerId, recipientId, handedOverAt, withdrawnAt } = found
      const releasedAt = withdrawnAt === null ? handedOverAt : null
      return {
        item: 'handover',
        facts: factsOf(tx, { ownerId, subjectId: ownerId, recipientId, releasedAt }),
      }
    },
  },
  {
    path: '/api/who-sees/assessments/{id}',
    access: { noun: 'assessment', action: 'see' },
    find: async (tx, id) => {
      const found = await findReadAssessment(tx, id)
      if (found === null) return null
      const { ownerId, subjectId, releasedAt } = found
      const item = releasedAt !== null ? 'given' : ownerId === subjectId ? 'rating' : 'assessment'
      return { item, facts: factsOf(tx, found) }
    },
  },
  {
    path: '/api/who-sees/openings/{id}',
    access: { noun: 'opening', action: 'see' },
    find: async (tx, id) => {
      const found = await findOpening(tx, id)
      if (found === null) return null
      return { item: 'opening', facts: factsOf(tx, { ownerId: found.managerId, subjectId: found.subjectId }) }
    },
  },
  {
    path: '/api/who-sees/agreements/{id}',
    access: { noun: 'agreement', action: 'see' },
    find: async (tx, id) => {
      const found = (await listAgreements(tx)).find((one) => one.id === id)
      if (found === undefined) return null
      return {
        item: 'agreement',
        facts: factsOf(tx, { ownerId: found.managerId, subjectId: found.subjectId }),
      }
    },
  },
  {
    path: '/api/who-sees/joinings/{id}',
    access: { noun: 'joining', action: 'see' },
    find: async (tx, id) => {
      const found = await findJoining(tx, { id })
      if (found === null) return null
      return { item: 'joining', facts: factsOf(tx, { ownerId: found.keeperId, subjectId: found.memberId }) }
    },
  },
  {
    // The id of a person of the list whose raters the viewer reads.
    path: '/api/who-sees/raters/{id}',
    access: { noun: 'round', action: 'takePart' },
    find: async (tx, id) => {
      const facts = factsOf(tx, { ownerId: id, subjectId: id })
      const rule = seenItem('roundSubject').see(tx.now.slice(0, 10))
      return evaluateRule(rule, tx.viewer, facts) ? { item: 'roundSubject', facts } : null
    },
  },
  {
    path: '/api/who-sees/asked/{id}',
    access: { noun: 'ask', action: 'see' },
    find: async (tx, id) => {
      const found = await findAsk(tx, id)
      if (found === null) return null
      const { raterId: ownerId, subjectId, managerSees, answeredAt, confidential, blindWith } = found
      // What is sealed or opened together is never given as it stands.
      const isToBeGiven = answeredAt === null && !confidential && blindWith === null
      const audience = managerSees ? 'manager' : 'subject'
      return {
        item: 'ask',
        facts: factsOf(tx, { ownerId, subjectId }),
        ...(isToBeGiven
          ? { onceGiven: factsOf(tx, { ownerId, subjectId, audience, releasedAt: tx.now }) }
          : {}),
      }
    },
  },
]

function addOne(routes: Routes, { path, access, find }: OneKind): void {
  routes.add(
    {
      method: 'get',
      path,
      tag: 'Organisation',
      summary: 'Who can see one of these',
      description:
        'For whoever can see it themselves: computed from the rule that decides, with the facts of this one and with the managers of today.',
      access,
      params: z.strictObject({ id: uuid }),
      answers,
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const seen = await find(tx, params.id)
        return seen === null ? fail(NO_SUCH) : succeed({ status: 200, body: await answer(tx, seen) })
      }),
  )
}

function factsOf(
  tx: ViewerTransaction,
  known: Pick<AccessFacts, 'ownerId' | 'subjectId'> & Partial<AccessFacts>,
): AccessFacts {
  return { orgId: tx.viewer.orgId, releasedAt: null, ...known }
}

async function answer(tx: ViewerTransaction, { item, facts, onceGiven }: Seen) {
  // What is put together of several people names none of them.
  const isOfSeveral = item === 'teamMapPerson'
  const lookers = await listLookers(tx, isOfSeveral ? { ...facts, subjectId: null, ownerId: null } : facts)
  return whoSees({
    ...{ item, facts, lookers, me: tx.viewer.personId ?? '', today: tx.now.slice(0, 10) },
    tags: await listColumnTags(sessionIn(tx)),
    ...(onceGiven === undefined ? {} : { onceGiven }),
  })
}

/** Whoever asks, then whoever has to do with it by name, then who manages whom it is about, and who manages them. */
async function listLookers(tx: ViewerTransaction, facts: AccessFacts): Promise<Looker[]> {
  const { orgId, personId } = tx.viewer
  const today = tx.now.slice(0, 10)
  const managersOf = async (ids: readonly string[]) =>
    (await listManagement(tx, { personIds: ids })).filter((line) => holdsOn(line, today))
  const named = [personId, facts.subjectId, facts.recipientId ?? null, facts.ownerId].filter(
    (id) => id !== null,
  )
  const near = facts.subjectId === null ? [] : await managersOf([facts.subjectId])
  const far = await managersOf(near.map(({ managerId }) => managerId))
  const lines = [...near, ...far]
  const ids = [...new Set([...named, ...lines.map(({ managerId }) => managerId)])]
  const names = new Map((await listMembers(tx, { ids, left: false })).map((one) => [one.id, one.displayName]))
  return ids.flatMap((id) => {
    const name = names.get(id)
    if (name === undefined) return []
    const viewer =
      id === personId
        ? { ...tx.viewer, personId }
        : { orgId, personId: id, adminOf: [], reports: reportsOf(lines, id) }
    return [{ viewer, name }]
  })
}

function reportsOf(lines: readonly Management[], managerId: string) {
  return lines
    .filter((line) => line.managerId === managerId)
    .map(({ personId, from, until }) => ({ personId, from, until }))
}
