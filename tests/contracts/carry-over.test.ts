// What the API promises about moving to another version: nothing is rewritten, nothing is carried unseen, and it can be undone.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import { NO_PARTS } from '../../src/core/composing/feedback-parts.ts'
import { NO_CONVERSATION } from '../../src/core/conversation/conversation.ts'
import type { KeptForecast } from '../../src/core/forecast/kept-forecast.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { PlanRevision } from '../../src/core/plan/kept-plan.ts'
import type { CarryOver } from '../../src/core/revision/carry-over-record.ts'
import { saveFrameworkVersion } from '../../src/store/framework/framework-versions.ts'
import { expectProblem, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

interface Me {
  framework: { digest: string }
  target: { role: string; destinations: string[]; frameworkDigest: string } | null
  levels: Rating[]
}

let server: TestServer
let next: string
let old: Assessment

beforeEach(async () => {
  server = await openTestServer()
  next = await keep((copy) => {
    const level = copy.skills.find((skill) => skill.id === 'delegation')?.anchors[3]
    if (level?.behaviours[0]) level.behaviours[0].text = 'Hands over whole budgets and defends them.'
  })
  old = await server.openAssessment()
  for (const skill of ['delegation', 'mentoring', 'coaching']) await server.rate(old.id, skill, 3)
  const target = {
    frameworkDigest: server.current.digest,
    role: 'senior-engineer',
    destinations: ['staff-engineer'],
    revisionId: randomUUID(),
  }
  await server.call('PUT', '/api/target', { headers: { 'if-none-match': '*' }, body: target })
  old = (await server.call<Assessment>('GET', `/api/assessments/${old.id}`)).body
})

afterEach(() => server.dispose())

async function keep(change: (copy: Framework) => void): Promise<string> {
  const copy = structuredClone(server.current.framework)
  copy.version = '1.1'
  change(copy)
  const viewer = await server.store.personalViewer()
  return server.store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, copy))
}

function command(decisions: Record<string, string> = {}, more: Record<string, unknown> = {}) {
  return {
    beforeDigest: server.current.digest,
    afterDigest: next,
    role: 'senior-engineer',
    decisions: old.ratings.map(({ skill, revisionId }) => ({
      revisionId,
      decision: decisions[skill] ?? 'carry',
    })),
    ...more,
  }
}

const move = (body: unknown, key = randomUUID()) =>
  server.call<CarryOver>('POST', '/api/carry-overs', { headers: { 'idempotency-key': key }, body })
const me = async () => (await server.call<Me>('GET', '/api/me')).body

describe('moving to another version', () => {
  test('makes new ratings that name the old ones, and leaves the old assessment as it was', async () => {
    const moved = await move(command({ delegation: 'look', coaching: 'leave' }))
    expect(moved.status).toBe(201)
    const fresh = (await server.call<Assessment>('GET', `/api/assessments/${moved.body.assessmentId}`)).body
    expect(fresh).toMatchObject({ frameworkDigest: next, role: 'senior-engineer', closedAt: null })
    const mentoring = old.ratings.find((rating) => rating.skill === 'mentoring')
    expect(fresh.ratings).toMatchObject([
      { skill: 'mentoring', level: 3, version: 1, carriedFrom: mentoring?.revisionId },
    ])
    expect((await server.call<Assessment>('GET', `/api/assessments/${old.id}`)).body).toEqual(old)
    expect(await me()).toMatchObject({
      framework: { digest: next },
      target: { role: 'senior-engineer', destinations: ['staff-engineer'] },
      levels: [{ skill: 'mentoring' }],
    })
  })

  test('leaves what was written about a private skill private, though the new version has no such skill', async () => {
    next = await keep((copy) => {
      copy.skills = copy.skills.filter((skill) => skill.id !== 'sustainable-pace')
    })
    const write = async (path: string, about: object) => {
      const id = randomUUID()
      const written = await server.call('PUT', `${path}/${id}`, {
        headers: { 'if-none-match': '*' },
        body: { revisionId: randomUUID(), frameworkDigest: server.current.digest, ...about },
      })
      expect(written.status, written.text).toBe(201)
      return id
    }
    const entry = (text: string, skill: string) =>
      write('/api/evidence', {
        ...{ happenedOn: '2026-11-05', text },
        skills: [{ skill, level: null, behaviours: [], note: '' }],
      })
    const sentence = (text: string, skill: string) =>
      write('/api/feedback', {
        ...{ saidOn: '2026-11-05', text, skills: [skill] },
        ...{ polarity: 'gap', judgement: 'accepted' },
      })
    await entry('Slept badly for a month', 'sustainable-pace')
    await sentence('You look tired in every meeting.', 'sustainable-pace')
    const open = {
      evidence: [await entry('Coached two people', 'coaching')],
      told: [await sentence('You could coach more.', 'coaching')],
    }
    expect((await move(command())).status).toBe(201)
    const { body } = await server.call<{ choice: object }>('GET', '/api/shares')
    expect(body.choice).toMatchObject(open)
  })

  test('leaves a draft of feedback off the page of a talk where its skill is private by now', async () => {
    next = await keep((copy) => {
      for (const skill of copy.skills) if (skill.id === 'coaching') skill.private = true
    })
    const person = await server.call<{ id: string }>('POST', '/api/people', {
      headers: { 'idempotency-key': randomUUID() },
      body: { displayName: 'Kim', relation: 'report', role: 'senior-engineer' },
    })
    const personId = person.body.id
    const about = { frameworkDigest: server.current.digest }
    const written = (path: string, body: object) =>
      server.call<{ id: string }>('PUT', `${path}/${randomUUID()}`, {
        headers: { 'if-none-match': '*' },
        body: { ...about, ...body, revisionId: randomUUID() },
      })
    for (const [skill, behaviour] of [
      ['coaching', 'You told me how tired you are.'],
      ['mentoring', 'You wrote the runbook.'],
    ])
      await written('/api/feedback-drafts', {
        ...{ personId, recipient: 'Kim', skill, role: 'senior-engineer' },
        parts: { ...NO_PARTS, behaviour },
      })
    const talk = await written('/api/conversations', {
      content: { ...NO_CONVERSATION, about: 'them', withWhom: 'Kim', personId, heldOn: '2026-11-26' },
    })
    const brief = async () => (await server.call('GET', `/api/conversations/${talk.body.id}/brief`)).text
    expect(await brief()).toContain('tired')
    expect((await move(command())).status).toBe(201)
    expect(await brief()).toContain('runbook')
    expect(await brief()).not.toContain('tired')
  })

  test('is done once, however often it is sent', async () => {
    const [body, key] = [command(), randomUUID()]
    const first = await move(body, key)
    const again = await move(body, key)
    expect(again.body).toEqual(first.body)
    expect((await server.call<CarryOver[]>('GET', '/api/carry-overs')).body).toHaveLength(1)
    expect((await server.call<Assessment[]>('GET', '/api/assessments')).body).toHaveLength(2)
  })

  test('is refused where a rating was changed since it was looked at', async () => {
    const body = command()
    await server.rate(
      old.id,
      'mentoring',
      4,
      old.ratings.find((one) => one.skill === 'mentoring')?.revisionId,
    )
    expectProblem(await move(body), 412, 'stale')
    const missing = command()
    missing.decisions.pop()
    expectProblem(await move(missing), 412, 'stale')
    expect((await server.call<CarryOver[]>('GET', '/api/carry-overs')).body).toEqual([])
  })

  test('is refused where a rating cannot stand there, or the version or the role is not there', async () => {
    next = await keep((copy) => {
      copy.skills = copy.skills.filter((skill) => skill.id !== 'coaching')
    })
    expectProblem(await move(command()), 422, 'invalid')
    expect((await move(command({ coaching: 'leave' }))).status).toBe(201)
    expectProblem(await move(command({}, { role: 'astronaut' })), 422, 'invalid')
    expectProblem(await move(command({}, { afterDigest: 'f'.repeat(64) })), 422, 'invalid')
    expectProblem(await move(command({}, { afterDigest: server.current.digest })), 422, 'invalid')
  })

  test('can be undone: the old version, its ratings and its target are there again', async () => {
    const before = await me()
    const moved = await move(command({ delegation: 'look' }))
    const assessmentId = moved.body.assessmentId ?? ''
    await server.rate(assessmentId, 'delegation', 4)
    const undone = await server.call<CarryOver>('POST', `/api/carry-overs/${moved.body.id}/undo`)
    expect(undone).toMatchObject({ status: 200, body: { id: moved.body.id } })
    expect(undone.body.undoneAt).not.toBeNull()
    const after = await me()
    expect(after.framework).toEqual(before.framework)
    expect(after.levels).toEqual(before.levels)
    expect(after.target).toMatchObject({ role: 'senior-engineer', destinations: ['staff-engineer'] })
    const left = (await server.call<Assessment>('GET', `/api/assessments/${assessmentId}`)).body
    expect(left.closedAt).not.toBeNull()
    expect(left.ratings.map((rating) => rating.skill)).toEqual(['delegation'])
    const again = await server.call<CarryOver>('POST', `/api/carry-overs/${moved.body.id}/undo`)
    expect(again.body).toEqual(undone.body)
    expect((await move(command())).status).toBe(201)
  })

  test('cannot be undone once the new assessment is closed, and says what to do instead', async () => {
    const moved = await move(command())
    await server.call('POST', `/api/assessments/${moved.body.assessmentId}/close`)
    expectProblem(await server.call('POST', `/api/carry-overs/${moved.body.id}/undo`), 409, 'closed')
    expectProblem(await server.call('POST', `/api/carry-overs/${UNKNOWN}/undo`), 404, 'not-found')
  })
})

describe('what belongs to a version when one moves on', () => {
  const noted = async (rater: string | null) => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = {
      frameworkDigest: server.current.digest,
      ratedOn: '2026-09-30',
      rater,
      raterKind: 'peer',
    }
    const note = await server.call<Assessment>('POST', '/api/people/me/assessments', { headers, body })
    const changed = server.current.framework.skills.find(({ id }) => id === 'delegation')?.anchors[3]
    await server.rate(note.body.id, 'delegation', changed?.level ?? 0)
    await server.rate(note.body.id, 'mentoring', 2)
  }
  const heard = async (frameworkDigest: string) => {
    const path = `/api/people/me/ratings?framework=${frameworkDigest}`
    const { ratings } = (await server.call<{ ratings: RatingAbout[] }>('GET', path)).body
    return ratings.filter(({ rater }) => rater !== undefined)
  }

  test('what others said comes along where the words are the same, with who and when, and goes back', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const ada = await server.call<{ id: string }>('POST', '/api/people', {
      headers,
      body: { displayName: 'Ada' },
    })
    await noted(ada.body.id)
    await noted(null)
    const before = await heard(server.current.digest)
    expect(before).toHaveLength(4)
    const moved = await move(command({ delegation: 'look' }))
    const there = await heard(next)
    expect(there).toHaveLength(2)
    for (const one of there) {
      expect(one).toMatchObject({ skill: 'mentoring', level: 2, ratedAt: '2026-09-30T00:00:00.000Z' })
    }
    expect(there.filter(({ rater }) => rater?.name === 'Ada')).toHaveLength(1)
    expect(new Set(there.map(({ rater }) => rater?.id)).size).toBe(2)
    expect(await heard(server.current.digest)).toEqual(before)
    await server.call('POST', `/api/carry-overs/${moved.body.id}/undo`)
    expect(await heard(next)).toEqual([])
    expect(await heard(server.current.digest)).toEqual(before)
    await move(command({ delegation: 'look' }))
    expect(await heard(next)).toHaveLength(2)
  })

  test('a date that was given on the old version is held against what comes on the new one', async () => {
    const keepPlan = async (frameworkDigest: string) => {
      const destinations = [{ role: 'staff-engineer', share: 1 }]
      const choices = { fromRole: 'senior-engineer', destinations, hoursPerWeek: [3], quarters: 8 }
      const body = { revisionId: randomUUID(), frameworkDigest, choices }
      const plan = await server.call<PlanRevision>('PUT', '/api/plan', {
        headers: { 'if-none-match': '*' },
        body,
      })
      const planRevisionId = plan.body.revisionId
      await server.call('POST', '/api/forecasts', { body: { planRevisionId } })
      return plan.body
    }
    const outcomes = async () => {
      const { forecasts } = (await server.call<{ forecasts: KeptForecast[] }>('GET', '/api/forecasts')).body
      return forecasts
        .filter(({ frameworkDigest }) => frameworkDigest === server.current.digest)
        .map(({ milestone, outcome }): [string, string | null] => [milestone, outcome?.reachedOn ?? null])
    }
    const first = (await keepPlan(server.current.digest)).plan.steps[0]
    const moved = await move(command({ delegation: 'look' }))
    server.clock.now = new Date('2026-12-14T10:00:00.000Z')
    const step = { skill: first?.skill ?? '', level: (first?.level ?? 0) + 1 }
    const known = (await server.call<Assessment>('GET', `/api/assessments/${moved.body.assessmentId}`)).body
    const seen = known.ratings.find(({ skill }) => skill === step.skill)?.revisionId
    await server.rate(moved.body.assessmentId ?? '', step.skill, step.level, seen)
    expect(new Map(await outcomes()).get('next-level')).toBeNull()
    await keepPlan(next)
    expect(new Map(await outcomes()).get('next-level')).toBe('2026-12-14')
    server.clock.now = new Date('2030-01-07T10:00:00.000Z')
    await server.call('POST', `/api/carry-overs/${moved.body.id}/undo`)
    expect(new Map(await outcomes()).get('next-level')).toBe('2026-12-14')
  })
})
