// Whether people find the skill behind what they were told.
import { expect, test } from 'vitest'
import { BUILT_IN, readFiles, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { Framework } from '../framework/framework.ts'
import { readFrameworkFolder } from '../framework/read-folder.ts'
import { searchPhrases } from './search-phrases.ts'

const builtIn = frameworkIn(BUILT_IN)

function frameworkIn(folder: string): Framework {
  const { framework } = readFrameworkFolder(readFiles(folder))
  if (framework === null) throw new Error('The framework cannot be read.')
  return framework
}

function skillsFor(text: string): string[] {
  return searchPhrases(builtIn, text).map((hit) => hit.skill.id)
}

test('every phrase finds the skill that it belongs to', () => {
  for (const skill of builtIn.skills) {
    for (const phrase of skill.phrases) {
      const first = searchPhrases(builtIn, phrase.text).slice(0, 3)
      expect(
        first.map((hit) => hit.skill.id),
        phrase.text,
      ).toContain(skill.id)
    }
  }
})

test('a slip of the finger still finds the phrase', () => {
  expect(skillsFor('you have become a botleneck')[0]).toBe('delegation')
})

test.each([
  ['be more visible', 'visibility-of-work'],
  ['you should be more visable', 'visibility-of-work'],
  ['improve your communication', 'written-communication'],
  ['you need to be a better communicator', 'written-communication'],
  ['work on your influence', 'influence-without-authority'],
  ['too quiet in meetings', 'speaking'],
  ["you don't delegate enough", 'delegation'],
  ['think strategically', 'technical-strategy'],
])('“%s” leads to the skill that people mean by it', (said, skill) => {
  expect(skillsFor(said).slice(0, 3)).toContain(skill)
})

test('the name of a skill finds it too', () => {
  expect(skillsFor('Delegation')[0]).toBe('delegation')
})

test('each skill comes once before any of them comes again', () => {
  const found = skillsFor('you need to lead with more confidence and presence')
  const distinct = new Set(found).size
  expect(new Set(found.slice(0, distinct)).size).toBe(distinct)
})

test('an empty search offers a few phrases of every group, in the order of the framework', () => {
  const hits = searchPhrases(builtIn, '  ')
  expect([...new Set(hits.map((hit) => hit.skill.group))]).toEqual(builtIn.groups.map((group) => group.id))
  expect(hits.every((hit) => hit.phrase !== undefined)).toBe(true)
  expect(hits.length).toBeLessThanOrEqual(2 * builtIn.groups.length)
})

test('nonsense finds nothing', () => {
  expect(searchPhrases(builtIn, 'zzzzqqqq')).toEqual([])
})

test('a framework without phrases is searched by names and definitions', () => {
  const small = frameworkIn(SMALL)
  expect(searchPhrases(small, '')).toEqual([])
  expect(searchPhrases(small, 'dough')[0]?.skill.id).toBe('dough-making')
})
