// Who can see this: what the server answers of things of its people, and whom it does not answer.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEEN_ITEMS } from '../../src/core/who-sees/seen-items.ts'
import type { WhoSees } from '../../src/core/who-sees/who-sees.ts'
import type { PersonName } from '../organisation.ts'
import { EVERYBODY } from '../policy/probe-world.ts'
import { askAndBegin, handOverLevel } from './give-and-hand-over.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(async () => server.dispose())

const whoSees = (who: PersonName, what: string) => server.as<WhoSees>(who, 'GET', `/api/who-sees/${what}`)
const NOBODY_ELSE = ['anybody else of the organisation', 'administrators, whatever they look after']

describe('Of what is one’s own', () => {
  test('the answer names whoever manages one and says that they do not read it', async () => {
    const { body, status } = await whoSees('Bea', 'plan')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'your plan',
      readers: ['You'],
      never: ['Max, who manages you', 'Nia, who manages Max', ...NOBODY_ELSE],
      why: 'For your own growth.',
      keeps: ['until you are erased'],
      rule: 'the person whose it is',
    })
    expect(body.changes).toEqual([expect.stringContaining('A copy that you hand to somebody')])
  })

  test('sealed words are told from those that whoever runs the server could read', async () => {
    expect((await whoSees('Bea', 'evidence')).body.disk).toContain('sealed, with a key')
    expect((await whoSees('Bea', 'plan')).body.disk).toContain('where this is not sealed')
  })

  test('there is an answer of every kind, with how long it is kept and what for', async () => {
    for (const item of SEEN_ITEMS) {
      // Tokens are for administrators alone.
      const { body, status } = await whoSees(item === 'directoryToken' ? 'Ada' : 'Max', item)
      expect([item, status]).toEqual([item, 200])
      expect(body.readers, item).toContain('You')
      expect(body.keeps.length, item).toBeGreaterThan(0)
      expect(body.why, item).not.toBe('')
    }
  })

  test('what administrators read is said of the grant, and never who has one', async () => {
    const { body } = await whoSees('Bea', 'memberRecord')
    expect(body.readers).toEqual(['You', 'Administrators of people'])
    expect(body.never).toContain('other administrators')
    expect(JSON.stringify(body)).not.toContain('Ada')
  })

  test('of a kind that there is not there is none', async () => {
    expect((await whoSees('Bea', 'nothing')).status).toBe(404)
  })
})

describe('What something is kept for', () => {
  test('is said to the person whose it is, and of them to whoever else reads it', async () => {
    // These are about other people, whoever reads.
    const ofOthers = new Set<string>(['teamMapPerson', 'joining', 'roundSubject'])
    for (const item of SEEN_ITEMS.filter((one) => !ofOthers.has(one))) {
      const { body } = await whoSees('Ada', item)
      expect(`${body.why} ${body.keeps.join(' ')}`, item).not.toMatch(
        /\b(they|them|their|themselves|the person)\b/i,
      )
    }
    const { assessmentId, askId } = await askAndBegin(server, { from: 'Max', to: 'Dia', about: 'Eli' })
    expect((await server.as('Dia', 'POST', `/api/asked/${askId}/give`)).status).toBe(200)
    const given = `assessments/${assessmentId}`
    expect((await whoSees('Eli', given)).body.why).toBe('To show you where you stand.')
    expect((await whoSees('Max', given)).body.why).toBe('To show them where they stand.')
  })
})

describe('Of a copy that was handed over', () => {
  test('the answer names the two, is given to nobody else, and holds for each of them', async () => {
    const id = await handOverLevel(server, 'Bea', 'Cem')
    const ofBea = await whoSees('Bea', `handovers/${id}`)
    expect(ofBea.body.readers).toEqual(['You', 'Cem, to whom it was handed'])
    expect(ofBea.body.never).toEqual(['Max, who manages you', 'Nia, who manages Max', ...NOBODY_ELSE])
    expect(ofBea.body.changes).toEqual(['Until you withdraw it.'])
    const ofCem = await whoSees('Cem', `handovers/${id}`)
    expect(ofCem.body.readers).toEqual(['You', 'Bea, who handed it over'])
    expect(ofCem.body.changes).toEqual(['Until Bea withdraws it.'])
    for (const who of EVERYBODY) {
      const reads = (await server.as(who, 'GET', `/api/handovers/${id}`)).status
      expect([who, (await whoSees(who, `handovers/${id}`)).status]).toEqual([who, reads])
    }
  })

  test('once it is withdrawn, only its giver reads it', async () => {
    const id = await handOverLevel(server, 'Bea', 'Max')
    expect((await whoSees('Bea', `handovers/${id}`)).body.readers).toEqual([
      'You',
      'Max, to whom it was handed',
    ])
    expect((await server.as('Bea', 'DELETE', `/api/handovers/${id}`)).status).toBe(204)
    expect((await whoSees('Bea', `handovers/${id}`)).body.readers).toEqual(['You'])
    expect((await whoSees('Max', `handovers/${id}`)).status).toBe(404)
  })
})

describe('Of what a colleague gives', () => {
  test('whoever is asked reads beforehand who will read it, and it is nobody else’s until then', async () => {
    const { askId, assessmentId } = await askAndBegin(server, { from: 'Bea', to: 'Cem', about: 'me' })
    const before = await whoSees('Cem', `asked/${askId}`)
    expect(before.body.readers).toEqual(['You'])
    expect(before.body.changes[0]).toBe('Once you give it, these read it: You and Bea, whom it is about.')
    expect((await whoSees('Bea', `assessments/${assessmentId}`)).status).toBe(404)

    expect((await server.as('Cem', 'POST', `/api/asked/${askId}/give`)).status).toBe(200)
    const ofBea = await whoSees('Bea', `assessments/${assessmentId}`)
    expect(ofBea.body.readers).toEqual(['You', 'Cem, who gave it'])
    expect(ofBea.body.never).toContain('Max, who manages you')
    expect(ofBea.body.changes).toEqual([
      'Whoever manages you does not read it: that was not said before anybody answered.',
    ])
    for (const who of ['Max', 'Dia', 'Ada'] as const)
      expect((await whoSees(who, `assessments/${assessmentId}`)).status).toBe(404)
  })

  test('where a manager asked and said so, the manager of the day is named as a reader', async () => {
    const { askId, assessmentId } = await askAndBegin(server, { from: 'Max', to: 'Dia', about: 'Bea' })
    const before = await whoSees('Dia', `asked/${askId}`)
    expect(before.body.changes[0]).toContain('Max, who manages Bea')
    expect((await server.as('Dia', 'POST', `/api/asked/${askId}/give`)).status).toBe(200)
    const ofBea = await whoSees('Bea', `assessments/${assessmentId}`)
    expect(ofBea.body.readers).toEqual(['You', 'Dia, who gave it', 'Max, who manages you'])
    expect(ofBea.body.never).toEqual(['Nia, who manages Max', ...NOBODY_ELSE])
    const ofMax = await whoSees('Max', `assessments/${assessmentId}`)
    expect(ofMax.body.readers).toEqual(['You', 'Bea, whom it is about', 'Dia, who gave it'])
    expect((await whoSees('Nia', `assessments/${assessmentId}`)).status).toBe(404)
  })
})

test('whose raters one may not read gets the answer of nothing', async () => {
  const { idOf } = server.organisation
  expect((await whoSees('Max', `raters/${idOf.Bea}`)).body.readers).toEqual([
    'You',
    'Bea, whose it is',
    'Administrators of rounds',
  ])
  const refused = await whoSees('Cem', `raters/${idOf.Bea}`)
  const nothing = await whoSees('Cem', `raters/${randomUUID()}`)
  expect(refused.status).toBe(404)
  expect({ ...refused.body, requestId: '', instance: '' }).toEqual({
    ...nothing.body,
    requestId: '',
    instance: '',
  })
})
