// A confidential round about two people of the small organisation, answered and ready to be closed.

import { randomUUID } from 'node:crypto'
import { ordinaryViewer, type Viewer } from '../src/core/access/viewer.ts'
import type { Framework } from '../src/core/framework/framework.ts'
import type { Ask, Round } from '../src/core/round/round.ts'
import { saveAssessment } from '../src/store/assessment/assessments.ts'
import { saveRating } from '../src/store/assessment/ratings.ts'
import { saveFrameworkVersion } from '../src/store/framework/framework-versions.ts'
import { saveAnswer } from '../src/store/idempotency.ts'
import type { Store } from '../src/store/open.ts'
import { saveAskChanged, saveAsks } from '../src/store/round/asks.ts'
import { saveRound } from '../src/store/round/rounds.ts'
import type { Organisation, PersonName } from './organisation.ts'
import { ratingOf } from './store-of-one.ts'

/** Who rates whom; Bea is answered by four, Fay by two. */
export const WHO_RATES: [subject: PersonName, raters: PersonName[]][] = [
  ['Bea', ['Cem', 'Dia', 'Eli', 'Max']],
  ['Fay', ['Gus', 'Hal']],
]
export const NEVER_ANSWERED: PersonName = 'Nia'

export interface PlantedRound {
  round: Round
  organiser: Viewer
  skills: string[]
  /** Ids that lead from a rater to whom they rated. */
  links: string[]
}

export interface RoundWishes {
  managerSees?: boolean
  whoRates?: [PersonName, PersonName[]][]
  /** By subject and rater; the usual level is 3. */
  levelOf?: (subject: PersonName, rater: PersonName, skill: number) => number
}

export async function plantConfidentialRound(
  store: Store,
  { orgId, idOf }: Organisation,
  framework: Framework,
  wishes: RoundWishes = {},
): Promise<PlantedRound> {
  const { managerSees = false, whoRates = WHO_RATES, levelOf = () => 3 } = wishes
  const skills = framework.skills
    .filter((skill) => !skill.private)
    .slice(0, 4)
    .map((skill) => skill.id)
  const organiser: Viewer = { ...ordinaryViewer(orgId, idOf.Ada), adminOf: ['rounds'] }
  const links: string[] = []
  const startedAt = store.now().toISOString()
  const today = startedAt.slice(0, 10)
  const round = await store.withViewer(organiser, async (tx): Promise<Round> => {
    const frameworkDigest = await saveFrameworkVersion(tx, framework)
    const made: Round = {
      id: randomUUID(),
      title: 'Autumn, in confidence',
      purpose: 'development',
      confidential: true,
      managerSees,
      frameworkDigest,
      skills,
      kinds: ['peer'],
      startsOn: today,
      endsOn: today,
      startedBy: idOf.Ada,
      startedAt,
      closedAt: null,
    }
    const subjects = whoRates.map(([name]) => ({
      id: randomUUID() as string,
      roundId: made.id,
      personId: idOf[name],
      agreedBy: null,
      agreedAt: null,
    }))
    const raters = whoRates.flatMap(([name, others]) =>
      [...others, NEVER_ANSWERED].map((rater) => ({
        id: randomUUID() as string,
        roundId: made.id,
        subjectId: idOf[name],
        raterId: idOf[rater],
        kind: 'peer' as const,
        proposedBy: null,
        proposedAt: startedAt,
        endedAt: null,
      })),
    )
    links.push(...raters.map(({ id }) => id))
    await saveRound(tx, made, subjects, raters)
    // Whoever starts a round is answered with the lists, and the answer is kept for a request that comes twice.
    await saveAnswer(tx, randomUUID(), 'hash', { status: 201, response: { parts: raters } })
    return made
  })
  for (const [subject, raters] of whoRates) {
    for (const rater of [...raters, NEVER_ANSWERED]) {
      const ask = askOf(round, idOf[subject], idOf[rater])
      await store.withViewer(organiser, (tx) => saveAsks(tx, [ask]))
      links.push(ask.id)
      if (rater === NEVER_ANSWERED) continue
      const viewer = ordinaryViewer(orgId, idOf[rater])
      links.push(
        await answer(
          store,
          viewer,
          ask,
          skills.map((_, skill) => levelOf(subject, rater, skill)),
        ),
      )
    }
  }
  return { round, organiser, skills, links }
}

function askOf(round: Round, subjectId: string, raterId: string): Ask {
  return {
    id: randomUUID(),
    raterId,
    subjectId,
    askedBy: round.startedBy,
    roundId: round.id,
    raterKind: 'peer',
    frameworkDigest: round.frameworkDigest,
    skills: round.skills,
    purpose: round.purpose,
    confidential: true,
    managerSees: round.managerSees,
    blindWith: null,
    note: '',
    dueOn: round.endsOn,
    askedAt: round.startedAt,
    assessmentId: null,
    answeredAt: null,
    declinedAt: null,
    endedAt: null,
    guesses: {},
  }
}

/** Rates as the rater does, with an answer kept for a request that comes twice; returns the assessment's id. */
async function answer(store: Store, viewer: Viewer, ask: Ask, levels: readonly number[]): Promise<string> {
  const assessmentId = randomUUID()
  const now = store.now().toISOString()
  await store.withViewer(viewer, async (tx) => {
    await saveAssessment(tx, {
      id: assessmentId,
      subjectId: ask.subjectId,
      ownerId: ask.raterId,
      raterKind: 'peer',
      frameworkDigest: ask.frameworkDigest,
      role: '',
      openedAt: now,
      lastActivityAt: now,
      closedAt: null,
      purpose: ask.purpose,
      confidential: true,
      ...(ask.roundId === null ? {} : { roundId: ask.roundId }),
    })
    const response = { status: 201, response: { id: assessmentId, subjectId: ask.subjectId } }
    await saveAnswer(tx, randomUUID(), 'hash', response)
  })
  for (const [at, level] of levels.entries()) {
    const rating = ratingOf(assessmentId, ask.skills[at] ?? '', level)
    await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
  }
  await store.withViewer(viewer, (tx) => saveAskChanged(tx, ask.id, { assessmentId, answeredAt: tx.now }))
  return assessmentId
}
