// Whether people find a role, a skill, a sentence or a word of the program by what they type.
import { describe, expect, it, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { GLOSSARY } from '../glossary/glossary.ts'
import { hitWords } from './hit-words.ts'
import { markMatches } from './mark-matches.ts'
import type { Found } from './search-entries.ts'
import { searchFramework } from './search-framework.ts'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')

function idOf(found: Found): string {
  switch (found.kind) {
    case 'skill':
      return found.skill.id
    case 'role':
      return found.role.id
    case 'path':
      return found.path.id
    case 'phrase':
      return `${found.skill.id}: ${found.phrase.text}`
    case 'behaviour':
      return `${found.skill.id} ${found.level}`
    case 'move':
      return `${found.from.id} → ${found.to.id}`
    case 'term':
      return found.term.id
  }
}

function firstFor(text: string): string {
  const hit = searchFramework(builtIn, text).groups[0]?.hits[0]
  return hit ? `${hit.found.kind} ${idOf(hit.found)}` : 'nothing'
}

test.each([
  ['visible', 'skill visibility-of-work'],
  ['visibilit', 'skill visibility-of-work'],
  ['delegat', 'skill delegation'],
  ['tech lead', 'role tech-lead'],
  ['staff engineer', 'role staff-engineer'],
  ['CTO', 'role cto'],
  ['nobody knows what you do', 'phrase visibility-of-work: Nobody knows what you do.'],
  ['manage up', 'phrase upward-communication: Manage up.'],
  ['bottleneck', 'phrase delegation: You have become a bottleneck.'],
  ['ladder', 'term framework'],
  ['readiness', 'term coverage'],
  ['pendulum', 'term swing'],
  ['tracker current', 'behaviour visibility-of-work 1'],
])('“%s” finds first: %s', (text, first) => {
  expect(firstFor(text)).toBe(first)
})

describe('a search', () => {
  it('finds every skill, role and word by its name, first among its kind', () => {
    const named = [
      ...builtIn.skills.map((skill) => ['skill', skill.name, skill.id]),
      ...builtIn.roles.map((role) => ['role', role.name, role.id]),
      ...GLOSSARY.map((term) => ['term', term.name, term.id]),
    ]
    for (const [kind, name, id] of named) {
      const group = searchFramework(builtIn, String(name)).groups.find((one) => one.kind === kind)
      expect(group ? idOf((group.hits[0] ?? { found: never() }).found) : 'nothing', name).toBe(id)
    }
  })

  it('finds moves by both of their ends', () => {
    const moves = searchFramework(builtIn, 'director principal', 20).groups.find((one) => one.kind === 'move')
    expect(moves?.hits.map((hit) => idOf(hit.found))).toEqual(
      expect.arrayContaining(['engineering-director → principal-engineer']),
    )
  })

  it('finds roles by what companies call them', () => {
    const roles = searchFramework(builtIn, 'Google L7', 20).groups.find((one) => one.kind === 'role')
    expect(roles?.hits.map((hit) => idOf(hit.found))).toContain('principal-engineer')
  })

  it('leaves out what holds fewer of the words than others do', () => {
    const all = searchFramework(builtIn, 'written communication', 50)
    for (const hit of all.groups.flatMap((group) => group.hits)) {
      expect(hit.terms.length, idOf(hit.found)).toBeGreaterThanOrEqual(2)
    }
  })

  it('counts more than it shows', () => {
    const { groups, count } = searchFramework(builtIn, 'staff', 2)
    expect(groups.every((group) => group.hits.length <= 2)).toBe(true)
    expect(count).toBe(groups.reduce((sum, group) => sum + group.count, 0))
    expect(count).toBeGreaterThan(groups.reduce((sum, group) => sum + group.hits.length, 0))
  })

  it.each(['', '   ', '?!'])('finds nothing where nothing was asked: “%s”', (text) => {
    expect(searchFramework(builtIn, text)).toEqual({ groups: [], count: 0 })
  })

  it('forgives a slip only in a word that stands nowhere', () => {
    expect(firstFor('botleneck')).toBe('phrase delegation: You have become a bottleneck.')
    expect(searchFramework(builtIn, 'ladder').count).toBe(1)
  })

  it('works in a framework with nothing but names', () => {
    expect(searchFramework(small, 'dough').groups[0]?.hits.map((hit) => idOf(hit.found))).toEqual([
      'dough-making',
    ])
    expect(searchFramework(small, 'baker').groups.map((group) => group.kind)).toContain('move')
  })
})

describe('a hit', () => {
  it.each([
    ['visible', 'Visibility of work', 'Skill, Communication & influence'],
    ['nobody knows', 'Nobody knows what you do.', 'Visibility of work, said by people'],
    ['tracker current', 'Keeps the tracker current.', 'Visibility of work, level 1'],
    ['google l8', 'Principal engineer', 'Role, Individual contributor; also Google L8'],
    ['ladder', 'Framework', 'Word of this program; also ladder'],
  ])('says where it was found: “%s”', (text, title, where) => {
    const groups = searchFramework(builtIn, text, 20).groups
    const words = groups.flatMap((group) => group.hits.map((hit) => hitWords(builtIn, hit)))
    expect(words.map((one) => [one.title, one.where])).toContainEqual([title, where])
  })

  it('has words in a framework with nothing but names', () => {
    for (const hit of searchFramework(small, 'baker', 20).groups.flatMap((group) => group.hits)) {
      expect(hitWords(small, hit).title).not.toBe('')
      expect(hitWords(small, hit).where).not.toContain('undefined')
    }
  })
})

describe('the matched words', () => {
  it('are marked where they stand, whatever their ending, and the text stays whole', () => {
    const terms = searchFramework(builtIn, 'visible').groups[0]?.hits[0]?.terms ?? []
    const parts = markMatches('Visibility of work, made visible.', terms, 'en')
    expect(parts.filter((part) => part.matched).map((part) => part.text)).toEqual(['Visibility', 'visible'])
    expect(parts.map((part) => part.text).join('')).toBe('Visibility of work, made visible.')
  })
})

function never(): Found {
  throw new Error('There is a group, hence a hit.')
}
