// Proves that the words on the screen keep their tone: calm, and in British spelling.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settingsWords } from './settings.ts'
import { placeInWords } from './trouble.ts'

const AMERICAN =
  /\b(behaviors?|colors?|centers?|organiz\w*|prioritiz\w*|recogniz\w*|summariz\w*|judgments?|fulfill|skillful|practicing|practiced|labeled|canceled|gray|catalog)\b/i

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

/** The text between quotation marks or backticks, without what the code puts in. */
function spoken(source: string): string[] {
  const withoutComments = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '').replace(/^import .*$/gm, '')
  return [...withoutComments.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(
    (hit) => hit[1] ?? (hit[2] ?? '').replace(/\$\{[^}]*\}/g, ''),
  )
}

describe('the words on the screen', () => {
  it.each(files)('never shout and are spelled as in Britain: %s', (name) => {
    const texts = spoken(readFileSync(new URL(name, folder), 'utf8'))
    expect(texts.filter((text) => /!/.test(text))).toEqual([])
    expect(texts.filter((text) => AMERICAN.test(text))).toEqual([])
  })

  it('are found at all', () => {
    expect(spoken("export const a = { b: 'Calm.' }")).toEqual(['Calm.'])
  })
})

describe('what was erased', () => {
  it('is counted in words, one of a kind as one', () => {
    expect(settingsWords.eraseDone(1, 1)).toContain('one entry and one backup.')
    expect(settingsWords.eraseDone(40, 2)).toContain('40 entries and two backups.')
  })
})

describe('the place of a mistake', () => {
  it('is said so that people find it in their file', () => {
    expect(placeInWords('#/assessments/0/ratings/3/level')).toBe('assessments 1, ratings 4, level')
    expect(placeInWords('#')).toBe('')
  })
})
