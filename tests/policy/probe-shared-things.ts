// What lies between two people: a question and its answer, an agreement, a note about somebody who joined later.
import { randomUUID } from 'node:crypto'
import type { PersonName } from '../organisation.ts'
import type { Maker } from './probe-maker.ts'

/** A question to a colleague about oneself; what they say, given or not; and what one says to that. */
export async function makeAsk(maker: Maker, rater: Maker, isGiven: boolean): Promise<void> {
  await maker.send('POST', '/api/asks', '/api/asks', {
    subject: 'me',
    skills: ['system-design'],
    purpose: 'development',
    note: '',
    dueOn: '2026-12-04',
    raters: [maker.server.organisation.idOf[rater.owner]],
  })
  const asked = await maker.server.as<{ id: string; subject: { id: string } }[]>(
    rater.owner,
    'GET',
    '/api/asked',
  )
  const me = maker.server.organisation.idOf[maker.owner]
  const id = asked.body.find(({ subject }) => subject.id === me)?.id ?? ''
  rater.note('ask', asked as never, rater.word(), { id, revisionId: null, about: maker.owner })
  const begun = await rater.send('POST', '/api/asked/{id}/begin', `/api/asked/${id}/begin`)
  const assessment = (begun.body.assessment as { id: string }).id
  rater.note('assessment', begun, rater.word(), {
    id: assessment,
    revisionId: null,
    about: maker.owner,
    isGiven,
  })
  const canary = rater.word()
  const path = `/api/assessments/${assessment}/ratings/system-design`
  const body = { revisionId: randomUUID(), level: 3, note: canary }
  const rated = await rater.send('PUT', '/api/assessments/{id}/ratings/{skill}', path, body, {
    'if-none-match': '*',
  })
  rater.note('rating', rated, canary, { id: body.revisionId, about: maker.owner, isGiven })
  if (!isGiven) return
  await rater.send('POST', '/api/asked/{id}/give', `/api/asked/${id}/give`)
  const words = maker.word()
  const route = '/api/given/{id}/disputes'
  const said = { skill: 'system-design', kind: 'contest', words }
  const dispute = await maker.send('POST', route, `/api/given/${assessment}/disputes`, said)
  rater.note('dispute', dispute, words, { about: maker.owner, isGiven })
}

/** Somebody whom a manager kept before they were a member, with a note about them to which they object. */
export async function makeJoining(maker: Maker, about: PersonName): Promise<void> {
  const name = maker.word()
  const person = await maker.send('POST', '/api/people', '/api/people', {
    displayName: name,
    relation: 'report',
    role: null,
  })
  const keptId = String(person.body.id)
  const noted = await maker.send(
    'POST',
    '/api/people/{id}/assessments',
    `/api/people/${keptId}/assessments`,
    {
      frameworkDigest: maker.server.current.digest,
      ratedOn: '2026-09-29',
      raterKind: 'manager',
      rater: 'me',
    },
  )
  const said = maker.word()
  const assessmentId = String(noted.body.id)
  await maker.send(
    'PUT',
    '/api/assessments/{id}/ratings/{skill}',
    `/api/assessments/${assessmentId}/ratings/mentoring`,
    { revisionId: randomUUID(), level: 2, note: said },
    { 'if-none-match': '*' },
  )
  const path = `/api/people/${keptId}/joining`
  const linked = await maker.send('PUT', '/api/people/{id}/joining', path, {
    memberId: maker.server.organisation.idOf[about],
  })
  const { id } = linked.body.joining as { id: string }
  maker.note('joining', linked, name, { id, about })
  const objected = await maker.server.as<{ ratings: { answer: { id: string } }[] }>(
    about,
    'POST',
    `/api/held/${id}/objections`,
    {
      body: { item: { assessmentId, skill: 'mentoring' }, wish: 'beside', words: 'I see it differently.' },
    },
  )
  if (objected.status !== 200) throw new Error(`${about}: an objection: ${objected.text}`)
  maker.note('heldItem', linked, said, { id: objected.body.ratings[0]?.answer.id ?? '', about })
}

/** What a manager starts about somebody, and what the two agree on. */
export async function makeRoundAndAgreement(maker: Maker, about: PersonName): Promise<void> {
  const person = maker.server.organisation.idOf[about]
  const title = maker.word()
  const started = await maker.send('POST', '/api/rounds', '/api/rounds', {
    title,
    purpose: 'development',
    skills: ['system-design'],
    kinds: ['self', 'manager'],
    endsOn: '2026-12-11',
    subjects: [person],
  })
  const { id } = started.body.round as { id: string }
  maker.note('round', started, title, { id, about })
  const proof = maker.word()
  const agreed = await maker.send('POST', '/api/agreements', '/api/agreements', {
    with: person,
    frameworkDigest: maker.server.current.digest,
    purpose: 'development',
    items: [{ skill: 'system-design', level: 3, proof, by: '2027-03-31' }],
  })
  maker.note('agreement', agreed, proof, { about })
  const upcoming = maker.word()
  await maker.create('opportunity', upcoming, 'opportunities', {
    title: upcoming,
    about: '',
    kind: 'stretch',
    quarter: '2027-Q1',
    people: 1,
    weeks: 4,
    skills: [{ skill: 'project-leadership', level: 3 }],
    shown: false,
    tried: { with: [], without: [] },
  })
  const growth = await maker.send(
    'PUT',
    '/api/opportunities/agreed/{id}',
    `/api/opportunities/agreed/${person}`,
    {
      frameworkDigest: maker.server.current.digest,
      areas: [{ skill: 'project-leadership', level: 2 }],
      weeks: 6,
    },
  )
  maker.note('agreedGrowth', growth, maker.word(), { owner: about, revisionId: null })
}
