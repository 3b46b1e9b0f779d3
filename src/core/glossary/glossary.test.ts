// Proves that the program's own words stand once, are told in full and lead somebody who calls them otherwise.
import { expect, it } from 'vitest'
import { findTerm, GLOSSARY } from './glossary.ts'

it('holds every word once, by its name and by its id', () => {
  expect(new Set(GLOSSARY.map((term) => term.id)).size).toBe(GLOSSARY.length)
  expect(new Set(GLOSSARY.map((term) => term.name.toLowerCase())).size).toBe(GLOSSARY.length)
})

it('tells every word in whole, calm sentences and in British spelling', () => {
  for (const { name, meaning } of GLOSSARY) {
    expect(meaning, name).toMatch(/^[A-Z].*\.$/)
    expect(meaning, name).not.toMatch(/!|behavior\b|organiz|prioritiz|recogniz|practic(?:ed|ing)/i)
  }
})

it('names no word among its own synonyms', () => {
  for (const { name, also } of GLOSSARY)
    expect(also.map((word) => word.toLowerCase())).not.toContain(name.toLowerCase())
})

it('finds a word by its id, and nothing by another', () => {
  expect(findTerm('climb')?.name).toBe('Climb')
  expect(findTerm('constructor')).toBeUndefined()
})
