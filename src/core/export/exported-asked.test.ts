// What of a team's export lives on in a Skillmap of one's own: what was said about oneself, for development, with a name.
import { describe, expect, test } from 'vitest'
import { type ImportableAsked, ownOfAsked } from './exported-asked.ts'

const ME = '00000000-0000-4000-8000-000000000001'
const CEM = '00000000-0000-4000-8000-000000000002'
const NIA = '00000000-0000-4000-8000-000000000003'

let count = 0
const asked = (more: Partial<ImportableAsked>): ImportableAsked => {
  count += 1
  return {
    id: `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`,
    frameworkDigest: 'a'.repeat(64),
    openedAt: '2026-11-01T09:00:00.000Z',
    lastActivityAt: '2026-11-01T09:00:00.000Z',
    closedAt: '2026-11-01T09:10:00.000Z',
    revisions: [],
    subjectId: ME,
    ownerId: CEM,
    raterKind: 'peer',
    raterName: 'Cem',
    role: 'senior-engineer',
    purpose: 'development',
    ...more,
  }
}
const self = (more: Partial<ImportableAsked> = {}): ImportableAsked => {
  const { ownerId: _, ...own } = asked({ raterKind: 'self', raterName: 'Bea', ...more })
  return own
}

describe('What colleagues asked of each other, read in a Skillmap of one’s own', () => {
  test('makes one’s own answers a look at oneself, and what was given a note of somebody whom one keeps', () => {
    const [own, first, second, manager] = [
      self(),
      asked({}),
      asked({}),
      asked({ ownerId: NIA, raterKind: 'manager', raterName: 'Nia' }),
    ]
    const taken = ownOfAsked([own, first, second, manager], ME)
    expect(taken.assessments.map(({ id, raterKind }) => [id, raterKind])).toEqual([[own.id, 'self']])
    expect(taken.people.map(({ id, displayName, relation }) => [id, displayName, relation])).toEqual([
      [CEM, 'Cem', 'peer'],
      [NIA, 'Nia', 'manager'],
    ])
    expect(taken.noted.map(({ id, raterId, subjectId }) => [id, raterId, subjectId])).toEqual([
      [first.id, CEM, ME],
      [second.id, CEM, ME],
      [manager.id, NIA, ME],
    ])
  })

  test.each([
    ['what was said about others', asked({ subjectId: CEM, ownerId: ME })],
    ['what was for an evaluation', asked({ purpose: 'evaluation' })],
    ['one’s own answers for an evaluation', self({ purpose: 'evaluation' })],
    ['what was said in confidence', asked({ confidential: true })],
    ['one’s own answers without a role to hold them against', self({ role: '' })],
  ])('leaves out %s', (_, one) => {
    expect(ownOfAsked([one], ME)).toEqual({ assessments: [], people: [], noted: [] })
  })

  test('takes nothing where the file does not say whose it is', () => {
    expect(ownOfAsked([self(), asked({})], null)).toEqual({ assessments: [], people: [], noted: [] })
  })
})
