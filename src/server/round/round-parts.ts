// Who rates somebody in a round: the person proposes, a manager or an organiser agrees, and then everybody is asked.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { roundSubjectRules } from '../../core/access/round.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { chanceShown } from '../../core/round/likely-shown.ts'
import { kindBetween } from '../../core/round/propose-raters.ts'
import { type Ask, isRoundOver, type Round, type RoundRater } from '../../core/round/round.ts'
import { seesAny, skillsFor } from '../../core/round/skills-to-ask.ts'
import { isConfidentialRater, problemOfRaters } from '../../core/round/start-round.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { saveAsks } from '../../store/round/asks.ts'
import {
  findHeldPart,
  listRoundRaters,
  listRoundSubjects,
  saveRatersAgreed,
  saveRoundRaters,
  saveRoundRatersEnded,
} from '../../store/round/rounds.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { readSeen, tagOf } from '../preconditions.ts'
import { uuid } from '../wire.ts'
import { raterKind, roundPartSchema } from './round-wire.ts'

const PART = z.strictObject({ id: uuid, person: uuid })
/** More is a burden on everybody. */
const MOST_RATERS = 20
const SEEN = {
  'If-Match': '`"<revision id>"`: the list as you have seen it; fails if it is another one by now.',
}
const NOT_FOUND = refuse('not-found', 'No round of yours is about this person.')
const OVER = refuse('conflict', 'The list was agreed to, or the round is over: it does not change any more.')

export function addRoundPartRoutes(routes: Routes): void {
  addPropose(routes)
  addAgree(routes)
}

function addPropose(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/rounds/{id}/people/{person}/raters',
      tag: 'Rating each other',
      summary: 'Propose who rates somebody in a round',
      description:
        'The whole list besides oneself and one’s manager, who are asked anyway. By the person, their manager of today or an administrator of rounds, until it is agreed to.',
      access: { noun: 'round', action: 'takePart' },
      params: PART,
      headers: SEEN,
      body: z.strictObject({
        raters: z
          .array(z.strictObject({ rater: uuid, kind: raterKind.exclude(['self', 'manager']) }))
          .max(MOST_RATERS, `At most ${MOST_RATERS}.`),
      }),
      answers: { 200: { description: 'The list.', schema: roundPartSchema } },
      refusals: ['no-session', 'not-found', 'bad-header', 'no-precondition', 'stale', 'conflict', 'invalid'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const held = await holdList(tx, services, params, seen.value)
        if (!held.ok) return held
        const { round, raters } = held.value
        const wanted = new Map(body.raters.map((one) => [one.rater, one.kind]))
        const ids = [...wanted.keys()]
        const present = await listMembers(tx, { ids, left: false })
        if (present.length < ids.length || wanted.has(params.person))
          return fail(refuseField('raters', 'Choose people who work here, and not the person themselves.'))
        const chart = { management: await listManagement(tx), memberships: [] }
        const today = tx.now.slice(0, 10)
        if (ids.some((id) => kindBetween(chart, id, params.person, today) === 'manager'))
          return fail(refuseField('raters', 'Whoever manages them is asked as their manager, and not here.'))
        const current = raters.filter(isConfidentialRater)
        const stays = (one: RoundRater) => wanted.get(one.raterId) === one.kind
        await saveRoundRatersEnded(
          tx,
          current.filter((one) => !stays(one)).map(({ id }) => id),
        )
        const kept = new Set(current.filter(stays).map(({ raterId }) => raterId))
        const added = [...wanted].filter(([id]) => !kept.has(id))
        await saveRoundRaters(
          tx,
          added.map(([raterId, kind]) => ({
            ...{ id: services.newId(), roundId: params.id, subjectId: params.person, raterId, kind },
            ...{ proposedBy: signedIn.personId, proposedAt: tx.now, endedAt: null },
          })),
        )
        tx.changes.push({ action: 'change', noun: 'round', objectId: params.id, revisionId: null })
        return replyWithPart(tx, services, { round, personId: params.person })
      })
    },
  )
}

function addAgree(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/rounds/{id}/people/{person}/agree',
      tag: 'Rating each other',
      summary: 'Agree to who rates somebody, and ask them',
      description:
        'By their manager of today or an administrator of rounds. Each is asked only about skills that they can see; whoever sees none of them is not asked.',
      access: { noun: 'round', action: 'takePart' },
      params: PART,
      headers: SEEN,
      answers: { 200: { description: 'The list, agreed to.', schema: roundPartSchema } },
      refusals: ['no-session', 'not-found', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const held = await holdList(tx, services, params, seen.value)
        if (!held.ok) return held
        const { round } = held.value
        const raters = held.value.raters.filter(isConfidentialRater)
        const framework = await frameworkOf(tx, services, round)
        const problem = problemOfRaters(round, raters, framework)
        if (problem !== null) return fail(refuse('conflict', problem))
        if (!(await saveRatersAgreed(tx, params.id, params.person)))
          return fail(refuse('conflict', 'Your manager or an organiser agrees to the list.'))
        await saveAsks(tx, asksFor(services, signedIn, { round, raters, framework, now: tx.now }))
        return replyWithPart(tx, services, { round, personId: params.person })
      })
    },
  )
}

/** Questions for these raters; none for whoever can see none of the skills. */
export function asksFor(
  services: Pick<Services, 'newId'>,
  { personId }: SignedIn,
  asked: { round: Round; raters: readonly RoundRater[]; framework: Framework; now: string },
): Ask[] {
  const { round, framework, now } = asked
  const raters = asked.raters.filter(({ kind }) => seesAny(kind, round.skills, framework))
  return raters.map(({ raterId, subjectId, kind }) => ({
    ...{ id: services.newId(), raterId, subjectId, askedBy: personId, roundId: round.id, raterKind: kind },
    ...{ frameworkDigest: round.frameworkDigest, skills: skillsFor(kind, round.skills, framework) },
    ...{ purpose: round.purpose, confidential: round.confidential && isConfidentialRater({ kind }) },
    ...{ managerSees: round.managerSees, blindWith: partnerOf(raters, { subjectId, kind }) },
    ...{ note: '', dueOn: round.endsOn, askedAt: now, assessmentId: null },
    ...{ answeredAt: null, declinedAt: null, endedAt: null, guesses: {} },
  }))
}

/** Oneself and one’s manager rate without seeing each other’s, where both are asked. */
function partnerOf(
  raters: readonly RoundRater[],
  { subjectId, kind }: Pick<RoundRater, 'subjectId' | 'kind'>,
): string | null {
  const wanted = kind === 'self' ? 'manager' : kind === 'manager' ? 'self' : null
  return raters.find((one) => one.subjectId === subjectId && one.kind === wanted)?.raterId ?? null
}

/** The list as the viewer has seen it, held until the commit; refused where it is another one by now. */
async function holdList(
  tx: ViewerTransaction,
  services: Services,
  { id, person }: z.output<typeof PART>,
  seen: string,
): Promise<Result<{ round: Round; raters: RoundRater[] }, Refusal>> {
  const part = await findHeldPart(tx, id, person)
  if (part === null) return fail(NOT_FOUND)
  if (!isOpen(tx, part)) return fail(OVER)
  const raters = await listRoundRaters(tx, id, person)
  if (revisionOf(raters) === seen) return succeed({ round: part.round, raters })
  const current = await describePart(tx, services, { round: part.round, personId: person })
  return fail({ ...refuse('stale', 'The list was changed meanwhile.'), current })
}

/** Stands for who is on a list, as what; the order says nothing. */
function revisionOf(raters: readonly RoundRater[]): string {
  const lines = raters.map(({ raterId, kind }) => `${raterId} ${kind}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

async function frameworkOf(
  tx: ViewerTransaction,
  services: Pick<Services, 'frameworks'>,
  round: Round,
): Promise<Framework> {
  const framework = await services.frameworks.findIn(tx, round.frameworkDigest)
  if (framework === null) throw new Error('A round names a framework version that is not there.')
  return framework
}

function isOpen(
  tx: ViewerTransaction,
  { round, agreedAt }: { round: Round; agreedAt: string | null },
): boolean {
  return agreedAt === null && !isRoundOver(round, tx.now.slice(0, 10))
}

interface PartOf {
  round: Round
  personId: string
}

async function describePart(tx: ViewerTransaction, services: Services, { round, personId }: PartOf) {
  return (await describeParts(tx, services, round)).find(({ subject }) => subject.id === personId)
}

async function replyWithPart(tx: ViewerTransaction, services: Services, part: PartOf): Promise<Outcome> {
  const body = await describePart(tx, services, part)
  return succeed({ status: 200, body, headers: { etag: tagOf(body?.revisionId ?? '') } })
}

/** The lists that the viewer may see, by name of whom they are about. */
export async function describeParts(tx: ViewerTransaction, services: Services, round: Round) {
  const framework = await frameworkOf(tx, services, round)
  const subjects = await listRoundSubjects(tx, { roundId: round.id })
  const raters = await listRoundRaters(tx, round.id)
  const nameOf = await namePeople(tx, [
    ...subjects.map(({ personId }) => personId),
    ...raters.map(({ raterId }) => raterId),
  ])
  const rules = roundSubjectRules(tx.now.slice(0, 10))
  const parts = subjects.map(({ personId, agreedAt }) => {
    const own = raters.filter((one) => one.subjectId === personId)
    const told = own.filter((one) => isConfidentialRater(one) && seesAny(one.kind, round.skills, framework))
    const facts = { orgId: tx.viewer.orgId, ownerId: personId, subjectId: personId, releasedAt: null }
    const isStillOpen = isOpen(tx, { round, agreedAt })
    return {
      subject: nameOf(personId),
      agreedAt,
      mayPropose: isStillOpen && evaluateRule(rules.propose, tx.viewer, facts),
      mayAgree: isStillOpen && evaluateRule(rules.agree, tx.viewer, facts),
      revisionId: revisionOf(own),
      raters: own.map(({ id, raterId, kind }) => ({ id, rater: nameOf(raterId), kind })),
      chanceShown: round.confidential ? chanceShown(told.length) : null,
    }
  })
  return parts.sort((a, b) => (a.subject.name < b.subject.name ? -1 : 1))
}
