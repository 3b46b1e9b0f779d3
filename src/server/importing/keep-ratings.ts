// Keeps the ratings of a file as it was planned: new people, what was said about whom, and a record to take it back by.
import type { Assessment, Rating } from '../../core/assessment/assessment.ts'
import { isClosed } from '../../core/assessment/close-assessment.ts'
import { noteAssessment, startOfDay } from '../../core/assessment/note-assessment.ts'
import { presetRole } from '../../core/framework/look-up.ts'
import type { BroughtRatings } from '../../core/importing/brought-ratings.ts'
import {
  type BringingInto,
  type BroughtChoices,
  type BroughtPlan,
  identityOf,
  ME,
  type PlannedNote,
  relationOfNew,
} from '../../core/importing/plan-brought-ratings.ts'
import { findNotedAssessment, listAssessments, saveAssessment } from '../../store/assessment/assessments.ts'
import { saveBroughtRatings } from '../../store/assessment/brought-ratings.ts'
import { saveRatingBatch } from '../../store/assessment/rating-batch.ts'
import { saveKeptPerson } from '../../store/person/kept-people.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'

export interface KeepNeeds {
  tx: ViewerTransaction
  services: Services
  current: CurrentFramework
  into: BringingInto
  plan: BroughtPlan
  choices: BroughtChoices
  /** The name of the file. */
  source: string
}

export interface KeptRatings {
  brought: BroughtRatings
  /** Ratings that were there already, or were followed by a later one. */
  kept: number
}

/** In the caller's transaction: all of it, or nothing. */
export async function keepRatings(needs: KeepNeeds): Promise<KeptRatings> {
  const added: BroughtRatings['added'] = { people: [], assessments: [], revisions: [] }
  const idOf = await keepPeople(needs, added.people)
  let kept = 0
  for (const note of needs.plan.notes) {
    const { assessment, isNew } = await assessmentFor(needs, note, idOf)
    if (isNew) added.assessments.push(assessment.id)
    const ratings = note.ratings.map((rating) => ratingOf(needs.services, note, assessment.id, rating))
    const saved = await saveRatingBatch(needs.tx, assessment.id, ratings)
    added.revisions.push(...saved.revisions)
    kept += saved.kept
  }
  const { tx, services, source } = needs
  return { brought: await saveBroughtRatings(tx, { id: services.newId(), source, added }), kept }
}

type IdOf = (name: string) => string

/** Everybody whom a note names, by name; those who are new are kept from now on. */
async function keepPeople({ tx, services, into, plan, choices }: KeepNeeds, added: string[]): Promise<IdOf> {
  const whoIs = new Map(plan.people.map(({ name, who }) => [name, who]))
  const ids = new Map<string, string>([[ME, into.me.id]])
  const isSubject = new Set(plan.notes.map((note) => note.subject))
  for (const name of plan.notes.flatMap(({ subject, rater }) => [subject, rater ?? []].flat())) {
    const who = name === ME ? 'me' : whoIs.get(name)
    if (who === undefined || who === 'leave') throw new Error('A note names somebody who is not in its plan.')
    const identity = identityOf(name, who)
    if (who !== 'new') ids.set(name, who === 'me' ? into.me.id : who)
    else {
      const known = ids.get(identity)
      const id = known ?? services.newId()
      ids.set(name, id)
      ids.set(identity, id)
      if (known !== undefined) continue
      const relation = isSubject.has(name) ? relationOfNew(choices) : null
      await saveKeptPerson(tx, { id, displayName: name, relation, role: null, revisionId: services.newId() })
      added.push(id)
    }
  }
  return (name) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error('A note names somebody who is not in its plan.')
    return id
  }
}

async function assessmentFor(
  needs: KeepNeeds,
  note: PlannedNote,
  idOf: IdOf,
): Promise<{ assessment: Omit<Assessment, 'ratings'>; isNew: boolean }> {
  const { tx, services, current, into } = needs
  const subjectId = idOf(note.subject)
  if (subjectId === into.me.id && note.raterKind === 'self') return ownAssessment(needs)
  const raterId = note.rater === null ? null : idOf(note.rater)
  const { raterKind, ratedOn } = note
  const role = into.people.find((one) => one.id === subjectId)?.role ?? ''
  const command = { subjectId, raterId, raterKind, ratedOn, frameworkDigest: current.digest, role }
  const ids = { id: services.newId(), keeperId: into.me.id, now: services.now().toISOString() }
  const next = noteAssessment(command, ids)
  if (!next.ok) throw new Error(`A note that was planned does not fit: ${next.failure.message}`)
  const there = await findNotedAssessment(tx, next.value, raterId)
  if (there !== null && there.closedAt === null) return { assessment: there, isNew: false }
  return { assessment: await saveAssessment(tx, next.value, raterId), isNew: true }
}

/** What I said about myself goes into my own open assessment, or begins one. */
async function ownAssessment({ tx, services, current, into }: KeepNeeds) {
  const now = services.now().toISOString()
  const open = (await listAssessments(tx, into.me.id)).find(
    (one) => one.frameworkDigest === current.digest && !isClosed(one, now),
  )
  if (open !== undefined) return { assessment: open, isNew: false }
  const { framework, digest } = current
  const target = await findTarget(tx, into.me.id, digest)
  const assessment = {
    id: services.newId(),
    subjectId: into.me.id,
    raterKind: 'self' as const,
    frameworkDigest: digest,
    role: target?.role ?? presetRole(framework)?.id ?? '',
    openedAt: now,
    lastActivityAt: now,
    closedAt: null,
  }
  return { assessment: await saveAssessment(tx, assessment), isNew: true }
}

function ratingOf(
  services: Services,
  note: PlannedNote,
  assessmentId: string,
  { skill, level, approaching }: PlannedNote['ratings'][number],
): Omit<Rating, 'version'> {
  return {
    assessmentId,
    skill,
    revisionId: services.newId(),
    ratedAt: startOfDay(note.ratedOn),
    level,
    reason: null,
    approaching,
    behaviours: [],
    confidence: null,
    observedOn: null,
    note: '',
  }
}
