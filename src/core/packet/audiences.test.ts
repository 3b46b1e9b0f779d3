// The same items for a manager, a director, a CV and a reader who knows no jargon.

import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { documentHtml } from './document-html.ts'
import { documentMarkdown } from './document-markdown.ts'
import type { PacketContent, PacketItem } from './packet.ts'
import { jsonResume } from './write-cv.ts'
import { type Audience, writePacket } from './write-packet.ts'

const framework = loadFramework(BUILT_IN)
const item = (source: string, text: string, more: Partial<PacketItem> = {}): PacketItem => ({
  source,
  kind: 'evidence',
  included: true,
  text,
  on: '2026-05-03',
  level: 4,
  how: '',
  links: ['https://example.org/plan'],
  people: ['Eve'],
  polarity: null,
  behaviours: [],
  asked: false,
  ...more,
})
const billing = item(
  'evidence/1',
  'I led the move of billing. Outages fell from 12 to 3 a quarter. The rest is detail.',
)
const packet: PacketContent = {
  purpose: 'promotion',
  role: 'staff-engineer',
  held: 'senior-engineer',
  from: '2025-11-27',
  until: '2026-11-26',
  title: '',
  summary: 'I already do this work.',
  sections: [
    {
      skill: 'system-design',
      included: true,
      claimed: 4,
      range: { level: 3.4, low: 2.6, high: 4.1 },
      own: 'Two systems are my design.',
      open: '',
      items: [billing, item('evidence/2', 'Left out.', { included: false })],
    },
    {
      skill: 'mentoring',
      included: true,
      claimed: 2,
      range: null,
      own: '',
      open: 'I have not led a group of mentors.',
      items: [
        billing,
        item('feedback/1', 'You bring people on.', {
          kind: 'words',
          polarity: 'strength',
          level: null,
          people: ['Mona Berg'],
        }),
      ],
    },
    { skill: 'delegation', included: true, claimed: null, range: null, own: '', open: '', items: [] },
  ],
  answers: [],
}
const read = (audience: Audience, content = packet) =>
  documentMarkdown(writePacket(framework, content, { audience, name: 'Ada Lind' }))

describe('What somebody says of a rating that is quoted', () => {
  test('stands below it for each audience, in their own words', () => {
    const disputed: PacketContent = {
      ...packet,
      sections: packet.sections.map((section) => ({
        ...section,
        items: section.items.map((one) =>
          one.kind === 'words' && one.included
            ? { ...one, disputes: [{ kind: 'contest' as const, words: 'It was one review of twelve.' }] }
            : one,
        ),
      })),
    }
    for (const audience of ['manager', 'director', 'plain'] as const) {
      const text = documentMarkdown(writePacket(framework, disputed, { audience, name: 'Ada' }))
      expect(text, audience).toContain('You bring people on.')
      expect(text, audience).toContain('I see this differently: It was one review of twelve.')
    }
  })
})

describe('for a manager', () => {
  const text = read('manager')

  test('levels stand beside likely ranges, and gaps and what is thin are said', () => {
    expect(text).toContain('# For promotion: staff engineer')
    expect(text).toMatch(/\| System design \| \d \| 4 \| 2\.6–4\.1 \| 1 \|/)
    expect(text).toMatch(/## Open gaps\n\n### Mentoring/)
    expect(text).toContain('I have not led a group of mentors.')
    expect(text).toContain('thin: 0 of 2 behaviours seen twice')
    expect(text).toMatch(/## Nothing to show yet\n\n- asked: \d: Delegation/)
    expect(text).not.toContain('Left out.')
  })

  test('an entry stands in full once, and after that by its first sentence', () => {
    expect(text.split('The rest is detail.')).toHaveLength(2)
    expect(text.split('I led the move of billing.')).toHaveLength(3)
    expect(text).toContain('in full under System design')
  })

  test('a quotation says who and when, and is marked until they were asked', () => {
    expect(text).toContain('> “You bring people on.”\n>\n> Mona Berg, 3 May 2026, ask before you quote')
    const asked = structuredClone(packet)
    for (const one of asked.sections.flatMap(({ items }) => items)) one.asked = true
    expect(read('manager', asked)).not.toContain('ask before')
  })
})

describe('for a director', () => {
  test('numbers come first, results by theme after them, each once and without levels', () => {
    const text = read('director')
    expect(text.indexOf('## In numbers\n\n- Outages fell from 12 to 3 a quarter.')).toBeGreaterThan(0)
    expect(text.split('I led the move of billing.')).toHaveLength(2)
    expect(text).not.toMatch(/level \d|asked:/i)
  })
})

describe('in plain language', () => {
  test('a skill is named by what it is about, and no level is', () => {
    const text = read('plain')
    const definition = framework.skills.find(({ id }) => id === 'system-design')?.definition ?? ''
    expect(text).toContain(definition.slice(0, 20))
    expect(text).not.toMatch(/System design|level \d/)
  })
})

describe('for a CV', () => {
  const resume = jsonResume(framework, packet, { name: 'Ada Lind', savedAt: '2026-11-26T10:00:00.000Z' })

  test('names the role that is held, not the one that is asked for', () => {
    expect(resume.work[0]).toEqual({
      position: 'Senior engineer',
      startDate: '2025-11-27',
      endDate: '2026-11-26',
      highlights: ['Outages fell from 12 to 3 a quarter.'],
    })
    expect(resume.skills).toEqual([
      { name: 'System design', level: framework.scale[4]?.name },
      { name: 'Mentoring & teaching', level: framework.scale[2]?.name },
    ])
  })

  // What the published schema (1.0.0) asks of these parts; the whole file was held against it.
  test('keeps to JSON Resume', () => {
    const strings = { type: 'array', items: { type: 'string' } }
    const day = { type: 'string', pattern: '^\\d{4}(-\\d{2}){0,2}$' }
    const validate = new Ajv().compile({
      type: 'object',
      additionalProperties: false,
      properties: {
        $schema: { type: 'string' },
        basics: {
          type: 'object',
          properties: { name: { type: 'string' }, label: { type: 'string' }, summary: { type: 'string' } },
        },
        work: {
          type: 'array',
          items: {
            type: 'object',
            properties: { position: { type: 'string' }, startDate: day, endDate: day, highlights: strings },
          },
        },
        skills: {
          type: 'array',
          items: {
            type: 'object',
            properties: { name: { type: 'string' }, level: { type: 'string' }, keywords: strings },
          },
        },
        meta: {
          type: 'object',
          properties: { version: { type: 'string' }, lastModified: { type: 'string' } },
        },
      },
    })
    expect(validate(resume), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe('as an HTML file', () => {
  test('has headings and a table with plain styles, loads nothing and runs nothing', () => {
    const hostile = structuredClone(packet)
    hostile.summary = '<script>alert(1)</script> & "more"'
    const html = documentHtml(writePacket(framework, hostile, { audience: 'manager', name: null }))
    expect(html).toMatch(/<h1 style="[^"]+">For promotion: staff engineer<\/h1>/)
    expect(html).toContain('<th scope="col"')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<link|<img| src=/)
    expect(html).toContain('page-break-before: always')
  })
})
