// A packet is arranged from records: which skills, which evidence first and why, what is thin, what others said.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { RatingAbout } from '../assessment/rating-about.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Skill } from '../framework/framework.ts'
import { anchorOf, expectationOf, findSkill } from '../framework/look-up.ts'
import { arrangePacket, type PacketRecords } from './arrange-packet.ts'
import { packetFailure } from './check-packet.ts'
import { countSightings } from './count-sightings.ts'
import { orderItems, strengthsOf } from './order-items.ts'
import type { PacketContent, PacketItem, PacketSection } from './packet.ts'
import { packetChanges } from './packet-changes.ts'

const framework = loadFramework(BUILT_IN)
const request = {
  purpose: 'promotion',
  role: 'staff-engineer',
  held: 'senior-engineer',
  from: '2025-11-27',
  until: '2026-11-26',
} as const
const NOTHING: PacketRecords = { evidence: [], heard: [], closed: new Set(), ratings: [], levels: [] }

const entry = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  revisionId: id,
  version: 1,
  frameworkDigest: '',
  writtenAt: '2026-10-01T10:00:00.000Z',
  happenedOn: '2026-10-01',
  text: 'I wrote the *plan*.\n\n- and [shared](https://example.org) it',
  links: [],
  credit: [],
  skills: [{ skill: 'mentoring', level: 4, behaviours: [], note: '' }],
  template: 'plain',
  source: { kind: 'typed' },
  ...more,
})

const item = (source: string, more: Partial<PacketItem> = {}): PacketItem => ({
  source,
  kind: 'evidence',
  included: true,
  text: `Did ${source}.`,
  on: '2026-10-01',
  level: null,
  how: '',
  links: [],
  people: [],
  polarity: null,
  behaviours: [],
  asked: false,
  ...more,
})

const rating = (more: Partial<RatingAbout> = {}): RatingAbout => ({
  assessmentId: 'a',
  skill: 'mentoring',
  revisionId: 'r',
  version: 1,
  ratedAt: '2026-09-01T10:00:00.000Z',
  level: 3,
  reason: null,
  approaching: false,
  behaviours: [],
  confidence: null,
  observedOn: null,
  note: '',
  ...more,
})

const section = (packet: PacketContent, skill: string) =>
  packet.sections.find((one) => one.skill === skill) as PacketSection

describe('arranging a packet', () => {
  test('makes a section for each skill that the role expects, the critical ones first, and none for a private one', () => {
    const packet = arrangePacket(framework, request, NOTHING)
    const weights = packet.sections.map(({ skill }) => expectationOf(framework, request.role, skill).weight)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(weights.every((weight) => weight > 0)).toBe(true)
    expect(packet.sections.length).toBeGreaterThan(20)
    const hidden = framework.skills.filter((skill) => skill.private).map(({ id }) => id)
    expect(hidden.length).toBeGreaterThan(0)
    const tried = arrangePacket(framework, request, {
      ...NOTHING,
      evidence: [
        entry('1', { skills: hidden.map((skill) => ({ skill, level: 3, behaviours: [], note: '' })) }),
      ],
    })
    expect(tried.sections.some(({ skill }) => hidden.includes(skill))).toBe(false)
    expect(packetFailure(framework, packet)).toBeNull()
  })

  test('has no entry and no sentence that is about a private skill as well, in this version or where it was written', () => {
    const both = ['sustainable-pace', 'mentoring']
    const evidence = [
      entry('open'),
      entry('both', { skills: both.map((skill) => ({ skill, level: null, behaviours: [], note: '' })) }),
      entry('then'),
    ]
    const heard = [
      { id: 'tired', text: 'Tired.', skills: both, polarity: 'gap', who: null, on: '2026-05-03' },
    ] as const
    const packet = arrangePacket(framework, request, {
      ...{ ...NOTHING, evidence, heard },
      closed: new Set(['then']),
    })
    const sources = packet.sections.flatMap(({ items }) => items.map(({ source }) => source))
    expect(sources).toEqual(['evidence/open'])
  })

  test('writes nothing: what is not on record stays empty', () => {
    const packet = arrangePacket(framework, request, NOTHING)
    expect(packet.summary + packet.title).toBe('')
    for (const { own, open, items, claimed, range } of packet.sections)
      expect({ own, open, items, claimed, range }).toEqual({
        own: '',
        open: '',
        items: [],
        claimed: null,
        range: null,
      })
  })

  test('takes the level that the person last said of themselves, never one that others said', () => {
    const ratings = [
      rating({ level: 2 }),
      rating({ level: 3, ratedAt: '2026-10-01T10:00:00.000Z' }),
      rating({ level: 5, rater: { id: 'm', kind: 'manager', name: 'Mona' } }),
      rating({ level: 4, ratedAt: '2026-12-24T10:00:00.000Z' }),
    ]
    const packet = arrangePacket(framework, request, { ...NOTHING, ratings })
    expect(section(packet, 'mentoring').claimed).toBe(3)
  })

  test('takes only what lies in the period, and the words without their markup', () => {
    const evidence = [entry('in'), entry('before', { happenedOn: '2025-11-26' })]
    const packet = arrangePacket(framework, request, { ...NOTHING, evidence })
    expect(section(packet, 'mentoring').items.map(({ source, text }) => [source, text])).toEqual([
      ['evidence/in', 'I wrote the plan.\n\n- and shared it'],
    ])
  })

  test('has what others said with who and when, not asked yet; a level alone is no quotation', () => {
    const rater = { id: 'm', kind: 'manager', name: 'Mona' } as const
    const packet = arrangePacket(framework, request, {
      ...NOTHING,
      heard: [
        {
          id: 'h',
          text: 'You bring people on.',
          skills: ['mentoring'],
          polarity: 'strength',
          who: null,
          on: '2026-05-03',
        },
      ],
      ratings: [rating({ rater }), rating({ rater, revisionId: 'n', note: 'As in the review.' })],
    })
    const words = section(packet, 'mentoring').items
    expect(words.map(({ kind, text, people, on, asked }) => ({ kind, text, people, on, asked }))).toEqual([
      { kind: 'words', text: 'As in the review.', people: ['Mona'], on: '2026-09-01', asked: false },
      { kind: 'words', text: 'You bring people on.', people: [], on: '2026-05-03', asked: false },
    ])
  })
})

describe('the order of evidence', () => {
  const asked = { level: 4, until: '2026-11-26' }
  const strongest = item('all', {
    level: 4,
    links: ['https://example.org'],
    people: ['Eve'],
  })

  test('puts what shows the level first, then what is recent, then what can be looked up', () => {
    const items = [
      item('bare-old', { on: '2026-01-01' }),
      item('below', { level: 2, links: ['https://example.org'], people: ['Eve'] }),
      item('bare'),
      item('linked', { links: ['https://example.org'] }),
      item('level-old', { level: 4, on: '2026-01-01' }),
      strongest,
    ]
    expect(orderItems(items, asked).map(({ source }) => source)).toEqual([
      'all',
      'linked',
      'bare',
      'level-old',
      'below',
      'bare-old',
    ])
  })

  test('says why', () => {
    const praise = item('praise', { kind: 'words', polarity: 'strength', on: '2026-10-20' })
    expect(strengthsOf(strongest, [strongest, praise], asked)).toEqual([
      'shows-level',
      'recent',
      'linked',
      'with-people',
      'confirmed',
    ])
    expect(strengthsOf(item('bare-old', { on: '2026-01-01' }), [], asked)).toEqual([])
  })

  test('is the same whichever way the entries come', () => {
    const items = ['c', 'a', 'b'].map((source) => item(source))
    expect(orderItems(items, asked)).toEqual(orderItems(items.toReversed(), asked))
  })
})

describe('the counting rule', () => {
  const mentoring = findSkill(framework, 'mentoring') as Skill
  const bare = { ...mentoring, anchors: [] }
  const [first = '', second = ''] = (anchorOf(mentoring, 4)?.behaviours ?? []).map(({ id }) => id)
  const until = '2026-11-26'
  const count = (items: PacketItem[], level = 4, skill = mentoring) =>
    countSightings(items, { skill, level, until })
  const seen = (on: string, more: Partial<PacketItem> = {}) =>
    item(on, { people: ['Eve'], on, behaviours: [first, second], ...more })
  const [spring, summer] = ['2026-03-01', '2026-06-01']

  test('holds where two behaviours were each seen by others on two days', () => {
    expect(count([seen(spring), seen(summer)])).toMatchObject({
      occasions: 2,
      behavioursTwice: 2,
      counts: true,
    })
    expect(count([seen(spring), seen(spring)]).counts).toBe(false)
    expect(count([seen(spring), seen(summer, { behaviours: [first] })])).toMatchObject({
      behavioursTwice: 1,
      counts: false,
    })
  })

  test('holds where two people named them on one day', () => {
    const said = (name: string) => seen(spring, { kind: 'words', people: [name] })
    expect(count([said('Mona'), said('Tom')]).counts).toBe(true)
    expect(count([said('Mona'), said('Mona')]).counts).toBe(false)
  })

  test('does not count what is older than twelve months, left out, below the level, or seen by nobody', () => {
    expect(count([seen(spring), seen('2025-11-26')]).counts).toBe(false)
    expect(count([seen(spring), seen(summer, { included: false })]).counts).toBe(false)
    expect(count([seen(spring), seen(summer, { people: [] })]).counts).toBe(false)
    expect(count([seen(spring), seen(summer, { kind: 'words', polarity: 'gap' })]).counts).toBe(false)
    expect(count([seen(spring), seen(summer)], 5).counts).toBe(false)
    expect(count([seen(spring, { level: 3, behaviours: [] })]).occasions).toBe(0)
  })

  test('takes four occasions where a framework describes no behaviours', () => {
    const days = [spring, summer, '2026-07-01', '2026-08-01']
    const of = (some: string[]) =>
      count(
        some.map((day) => seen(day)),
        4,
        bare,
      )
    expect(of(days).counts).toBe(true)
    expect(of(days.slice(1)).counts).toBe(false)
  })
})

describe('what changed between two states', () => {
  test('is said by place, without a word of what is written', () => {
    const before = arrangePacket(framework, request, { ...NOTHING, evidence: [entry('one'), entry('two')] })
    const after = structuredClone(before)
    const mentoring = section(after, 'mentoring')
    Object.assign(mentoring, { claimed: 4, own: 'A secret.' })
    Object.assign(mentoring.items[0] as PacketItem, { included: false })
    after.summary = 'Another secret.'
    expect(packetChanges(framework, before, after)).toEqual([
      'The summary was rewritten.',
      'Mentoring & teaching: level not claimed → 4, one thing left out, own words changed.',
    ])
    expect(packetChanges(framework, before, before)).toEqual([])
  })
})

describe('a packet that is sent', () => {
  const packet = arrangePacket(framework, request, { ...NOTHING, evidence: [entry('one')] })
  const changed = (change: (content: PacketContent) => void) => {
    const copy = structuredClone(packet)
    change(copy)
    return packetFailure(framework, copy)?.path ?? null
  }
  const first = (content: PacketContent) => content.sections[0] as PacketSection

  test('names what exists, in a period that can be, with links that can be opened', () => {
    expect(changed((content) => void Object.assign(content, { role: 'wizard' }))).toBe('role')
    expect(changed((content) => void Object.assign(content, { until: '2024-01-01' }))).toBe('until')
    expect(changed((content) => void Object.assign(first(content), { skill: 'wizardry' }))).toBe(
      'sections/0/skill',
    )
    expect(changed((content) => void content.sections.push(first(content)))).toMatch(/skill$/)
    expect(changed((content) => void Object.assign(first(content), { claimed: 6 }))).toBe(
      'sections/0/claimed',
    )
    const withLink = (content: PacketContent) =>
      void section(content, 'mentoring').items[0]?.links.push('javascript:alert(1)')
    expect(changed(withLink)).toMatch(/links\/0$/)
    expect(changed(() => undefined)).toBeNull()
  })
})
