// Who rates somebody in a round: the person proposes, a manager or an organiser agrees, and then everybody is asked.
import { z } from '@hono/zod-openapi'
import { roundSubjectRules } from '../../core/access/round.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { fail, succeed } from '../../core/result.ts'
import { chanceShown } from '../../core/round/likely-shown.ts'
import { kindBetween } from '../../core/round/propose-raters.ts'
import { type Ask, isRoundOver, type Round, type RoundRater } from '../../core/round/round.ts'
import { skillsFor } from '../../core/round/skills-to-ask.ts'
import { isConfidentialRater, problemOfRaters } from '../../core/round/start-round.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { saveAsks } from '../../store/round/asks.ts'
import {
  listRoundRaters,
  listRoundSubjects,
  listRoundsNamed,
  saveRatersAgreed,
  saveRoundRaters,
  saveRoundRatersEnded,
} from '../../store/round/rounds.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { uuid } from '../wire.ts'
import { raterKind, roundPartSchema } from './round-wire.ts'

const PART = z.strictObject({ id: uuid, person: uuid })
/** More is a burden on everybody. */
const MOST_RATERS = 20
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
        'The whole list besides oneself and one’s manager, who are asked anyway. By the person, their manager of today or an organiser, until it is agreed to.',
      access: { noun: 'round', action: 'takePart' },
      params: PART,
      body: z.strictObject({
        raters: z
          .array(z.strictObject({ rater: uuid, kind: raterKind.exclude(['self', 'manager']) }))
          .max(MOST_RATERS, `At most ${MOST_RATERS}.`),
      }),
      answers: { 200: { description: 'The list.', schema: roundPartSchema } },
      refusals: ['no-session', 'not-found', 'conflict', 'invalid'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findPart(tx, params.id, params.person)
        if (found === null) return fail(NOT_FOUND)
        if (!isOpen(tx, found)) return fail(OVER)
        const wanted = new Map(body.raters.map((one) => [one.rater, one.kind]))
        const ids = [...wanted.keys()]
        const present = await listMembers(tx, { ids, left: false })
        if (present.length < ids.length || wanted.has(params.person))
          return fail(refuseField('raters', 'Choose people who work here, and not the person themselves.'))
        const chart = { management: await listManagement(tx), memberships: [] }
        const today = tx.now.slice(0, 10)
        if (ids.some((id) => kindBetween(chart, id, params.person, today) === 'manager'))
          return fail(refuseField('raters', 'Whoever manages them is asked as their manager, and not here.'))
        const current = (await listRoundRaters(tx, params.id, params.person)).filter(isConfidentialRater)
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
        return succeed({ status: 200, body: await describePart(tx, found.round, params.person) })
      }),
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
        'By their manager of today or an organiser. Each is asked only about skills that they can see.',
      access: { noun: 'round', action: 'takePart' },
      params: PART,
      answers: { 200: { description: 'The list, agreed to.', schema: roundPartSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findPart(tx, params.id, params.person)
        if (found === null) return fail(NOT_FOUND)
        if (!isOpen(tx, found)) return fail(OVER)
        const raters = (await listRoundRaters(tx, params.id, params.person)).filter(isConfidentialRater)
        const problem = problemOfRaters(found.round, raters)
        if (problem !== null) return fail(refuse('conflict', problem))
        if (!(await saveRatersAgreed(tx, params.id, params.person)))
          return fail(refuse('conflict', 'Your manager or an organiser agrees to the list.'))
        const framework = await services.frameworks.findIn(tx, found.round.frameworkDigest)
        if (framework === null) throw new Error('A round names a framework version that is not there.')
        await saveAsks(
          tx,
          asksFor(services, signedIn, { round: found.round, raters, framework, now: tx.now }),
        )
        return succeed({ status: 200, body: await describePart(tx, found.round, params.person) })
      }),
  )
}

/** Questions for these raters; none for whoever can see none of the skills. */
export function asksFor(
  services: Pick<Services, 'newId'>,
  { personId }: SignedIn,
  asked: { round: Round; raters: readonly RoundRater[]; framework: Framework; now: string },
): Ask[] {
  const { round, raters, framework, now } = asked
  return raters.flatMap(({ raterId, subjectId, kind }) => {
    const skills = skillsFor(kind, round.skills, framework)
    if (skills.length === 0) return []
    return [
      {
        ...{ id: services.newId(), raterId, subjectId, askedBy: personId, roundId: round.id },
        ...{ raterKind: kind, frameworkDigest: round.frameworkDigest, skills, purpose: round.purpose },
        confidential: round.confidential && isConfidentialRater({ kind }),
        managerSees: round.managerSees,
        blindWith: partnerOf(raters, { subjectId, kind }),
        ...{ note: '', dueOn: round.endsOn, askedAt: now, assessmentId: null },
        ...{ answeredAt: null, declinedAt: null, endedAt: null, guesses: {} },
      },
    ]
  })
}

/** Oneself and one’s manager rate without seeing each other’s, where both do. */
function partnerOf(
  raters: readonly RoundRater[],
  { subjectId, kind }: Pick<RoundRater, 'subjectId' | 'kind'>,
): string | null {
  const wanted = kind === 'self' ? 'manager' : kind === 'manager' ? 'self' : null
  return raters.find((one) => one.subjectId === subjectId && one.kind === wanted)?.raterId ?? null
}

interface Part {
  round: Round
  agreedAt: string | null
}

async function findPart(tx: ViewerTransaction, roundId: string, personId: string): Promise<Part | null> {
  const line = (await listRoundSubjects(tx, { roundId })).find((one) => one.personId === personId)
  if (line === undefined) return null
  const [round] = await listRoundsNamed(tx, [roundId])
  return round === undefined ? null : { round, agreedAt: line.agreedAt }
}

function isOpen(tx: ViewerTransaction, { round, agreedAt }: Part): boolean {
  return agreedAt === null && !isRoundOver(round, tx.now.slice(0, 10))
}

async function describePart(tx: ViewerTransaction, round: Round, personId: string) {
  return (await describeParts(tx, round)).find(({ subject }) => subject.id === personId)
}

/** The lists that the viewer may see, by name of whom they are about. */
export async function describeParts(tx: ViewerTransaction, round: Round) {
  const subjects = await listRoundSubjects(tx, { roundId: round.id })
  const raters = await listRoundRaters(tx, round.id)
  const nameOf = await namePeople(tx, [
    ...subjects.map(({ personId }) => personId),
    ...raters.map(({ raterId }) => raterId),
  ])
  const rules = roundSubjectRules(tx.now.slice(0, 10))
  const parts = subjects.map(({ personId, agreedAt }) => {
    const own = raters.filter((one) => one.subjectId === personId)
    const told = own.filter(isConfidentialRater).length
    const facts = { orgId: tx.viewer.orgId, ownerId: personId, subjectId: personId, releasedAt: null }
    const isStillOpen = isOpen(tx, { round, agreedAt })
    return {
      subject: nameOf(personId),
      agreedAt,
      mayPropose: isStillOpen && evaluateRule(rules.propose, tx.viewer, facts),
      mayAgree: isStillOpen && evaluateRule(rules.agree, tx.viewer, facts),
      raters: own.map(({ id, raterId, kind }) => ({ id, rater: nameOf(raterId), kind })),
      chanceShown: round.confidential ? chanceShown(told) : null,
    }
  })
  return parts.sort((a, b) => (a.subject.name < b.subject.name ? -1 : 1))
}
