// Something private of every noun that one person has by themselves.
import { randomUUID } from 'node:crypto'
import { NO_PARTS } from '../../src/core/composing/feedback-parts.ts'
import { NO_CONVERSATION } from '../../src/core/conversation/conversation.ts'
import type { Maker } from './probe-maker.ts'
import { OWNERS } from './probe-world.ts'

/** One of each. */
export async function makeOwnThings(maker: Maker): Promise<void> {
  const kept = await makePeopleAndRatings(maker)
  await makeJournal(maker, kept)
  await makeGrowth(maker)
  await makeHandovers(maker)
  if (maker.administers('frameworks')) await makeDraft(maker)
  await noteSessions(maker)
  await maker.server.as(maker.owner, 'GET', '/api/private-key/sheet')
}

async function makePeopleAndRatings(maker: Maker): Promise<string> {
  const name = maker.word()
  const person = await maker.send('POST', '/api/people', '/api/people', {
    displayName: name,
    relation: 'report',
    role: 'senior-engineer',
  })
  const { id } = maker.note('keptPerson', person, name)
  const { digest } = maker.server.current
  const assessment = await maker.send('POST', '/api/assessments', '/api/assessments', {
    frameworkDigest: digest,
    role: 'senior-engineer',
  })
  const own = maker.note('assessment', assessment, maker.word())
  const said = maker.word()
  const rating = { revisionId: randomUUID(), level: 3, note: said }
  const path = `/api/assessments/${own.id}/ratings/mentoring`
  const rated = await maker.send('PUT', '/api/assessments/{id}/ratings/{skill}', path, rating, {
    'if-none-match': '*',
  })
  maker.note('rating', rated, said, { id: rating.revisionId })
  const about = await maker.send('POST', '/api/people/{id}/assessments', `/api/people/${id}/assessments`, {
    frameworkDigest: digest,
    ratedOn: '2026-09-30',
    raterKind: 'manager',
    rater: 'me',
  })
  maker.note('assessment', about, maker.word())
  return id
}

async function makeJournal(maker: Maker, personId: string): Promise<void> {
  const words = () => maker.word()
  let canary = words()
  await maker.create('evidence', canary, 'evidence', {
    happenedOn: '2026-11-20',
    text: canary,
    credit: [{ name: 'Somebody', personId }],
  })
  canary = words()
  await maker.create('feedback', canary, 'feedback', {
    saidOn: '2026-11-20',
    text: canary,
    skills: ['mentoring'],
    polarity: 'gap',
    judgement: 'accepted',
  })
  canary = words()
  await maker.create('feedbackDraft', canary, 'feedback-drafts', {
    role: 'senior-engineer',
    recipient: 'A colleague',
    personId,
    parts: { ...NO_PARTS, behaviour: canary },
  })
  canary = words()
  await maker.create('conversation', canary, 'conversations', {
    content: { ...NO_CONVERSATION, heldOn: '2026-11-26', since: '2026-10-01', withWhom: canary, personId },
  })
  canary = words()
  const arranged = await maker.server.as<{ content: object }>(
    maker.owner,
    'GET',
    '/api/packet-arranged?purpose=promotion&role=staff-engineer&from=2025-11-27&until=2026-11-26',
  )
  const packet = await maker.create('packet', canary, 'packets', {
    content: { ...arranged.body.content, title: canary },
  })
  packet.partId = randomUUID()
  const version = `/api/packets/${packet.id}/versions/${packet.partId}`
  await maker.send('PUT', '/api/packets/{id}/versions/{version}', version, undefined, {
    'if-match': `"${packet.revisionId}"`,
  })
}

async function makeGrowth(maker: Maker): Promise<void> {
  const frameworkDigest = maker.server.current.digest
  const first = { 'if-none-match': '*' }
  const goal = { frameworkDigest, role: 'senior-engineer', destinations: ['staff-engineer'] }
  const put = async (noun: string, path: string, body: object, canary = maker.word(), route = path) => {
    const answer = await maker.send('PUT', route, path, { revisionId: randomUUID(), ...body }, first)
    return maker.note(noun, answer, canary, { id: String(answer.body?.revisionId ?? randomUUID()) })
  }
  await put('target', '/api/target', goal)
  const plan = await put('plan', '/api/plan', {
    frameworkDigest,
    choices: {
      fromRole: 'senior-engineer',
      destinations: [{ role: 'staff-engineer', share: 1 }],
      hoursPerWeek: [3],
      quarters: 8,
    },
  })
  await maker.send('POST', '/api/forecasts', '/api/forecasts', { planRevisionId: plan.id })
  await put('longView', '/api/long-view', {
    frameworkDigest,
    from: 'senior-engineer',
    ways: [[{ role: 'tech-lead', years: 3 }]],
    startYear: 2027,
  })
  let canary = maker.word()
  const reported = { frameworkDigest, hours: 2, note: canary }
  const route = '/api/progress/{week}/{skill}/{level}'
  await put('progress', '/api/progress/2026-11-23/speaking/3', reported, canary, route)
  canary = maker.word()
  await put('checkIn', '/api/check-ins/2026-11-23', { inTheWay: canary }, canary, '/api/check-ins/{week}')
  canary = maker.word()
  const id = randomUUID()
  const shared = await maker.send(
    'PUT',
    '/api/shares/{id}',
    `/api/shares/${id}`,
    {
      revisionId: randomUUID(),
      from: 'Me',
      to: 'Somebody',
      words: canary,
      choice: { evidence: [], told: [], levels: ['mentoring'], areas: [] },
    },
    first,
  )
  const { revisionId } = shared.body.share as { revisionId: string }
  maker.note('share', shared, canary, { id, revisionId })
}

async function makeHandovers(maker: Maker): Promise<void> {
  for (const isWithdrawn of [false, true]) {
    const others = OWNERS.filter((one) => one !== maker.owner)
    const givenTo = maker.chance.oneOf(others)
    const canary = maker.word()
    const made = await maker.send('POST', '/api/handovers', '/api/handovers', {
      recipientId: maker.server.organisation.idOf[givenTo],
      words: canary,
      choice: { evidence: [], told: [], levels: ['mentoring'], areas: [] },
      destination: false,
    })
    const handover = maker.note('handover', made, canary, { givenTo, isWithdrawn })
    if (isWithdrawn) await maker.send('DELETE', '/api/handovers/{id}', `/api/handovers/${handover.id}`)
  }
}

/** The browsers in which they are signed in. */
async function noteSessions(maker: Maker): Promise<void> {
  const account = await maker.server.as<{ sessions: { id: string }[] }>(maker.owner, 'GET', '/api/account')
  for (const { id } of account.body.sessions)
    maker.note('session', account as never, maker.word(), { id, revisionId: null })
}

/** A framework of one's own is everyone's to read; the draft of its next version and what is said about it are not. */
async function makeDraft(maker: Maker): Promise<void> {
  const id = `ladder-${maker.owner.toLowerCase()}-${maker.org}`
  const canary = maker.word()
  await maker.send('POST', '/api/own-frameworks', '/api/own-frameworks', {
    digest: maker.server.current.digest,
    id,
    name: 'Our ladder',
  })
  const comment = await maker.send(
    'POST',
    '/api/own-frameworks/{id}/draft/comments',
    `/api/own-frameworks/${id}/draft/comments`,
    { skill: 'delegation', level: 3, content: canary },
  )
  maker.note('comment', comment, canary)
}
