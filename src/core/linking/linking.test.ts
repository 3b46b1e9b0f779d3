// How a framework of somebody's own is read, and what becomes of it when they correct it.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { loadDecoder } from '../../../tests/load-decoder.ts'
import { readFeedback } from '../decode/read-feedback.ts'
import type { Framework } from '../framework/framework.ts'
import { NO_DEFINITION } from '../importing/no-definition.ts'
import { correctedLinks } from './corrected-links.ts'
import { explainLinks } from './explain-links.ts'
import { correctionsIn, correctLink, type LinkCorrection, MOST_CORRECTIONS } from './link-correction.ts'

const builtIn = loadFramework(BUILT_IN)
const model = loadDecoder()
const learned = builtIn.skills.map(({ id }) => id)
const original = builtIn.skills.find(({ id }) => id === 'delegation')
if (original === undefined) throw new Error('No delegation.')
/** A ladder of two skills: one that the reader knows under another id, and one that it knows nothing near. */
const ladder: Framework = {
  ...builtIn,
  id: 'ladder',
  skills: [
    { ...original, id: 'handing-over', name: 'Handing over' },
    {
      ...original,
      id: 'baking',
      name: 'Xyzzy',
      definition: 'Qwrtz plugh.',
      phrases: [],
      anchors: [],
    },
  ],
}

describe('a skill of another framework', () => {
  const [handing, baking] = explainLinks(model, ladder)

  test('is read through what its texts are about, and the words that said so are named', () => {
    expect(handing?.isLearned).toBe(false)
    expect(handing?.found[0]).toMatchObject({ skill: 'delegation' })
    expect(handing?.found[0]?.share).toBeGreaterThan(0.4)
    const words = handing?.found[0]?.words ?? []
    expect(words.length).toBeGreaterThan(1)
    const texts = JSON.stringify(original).toLowerCase()
    for (const word of words) expect(texts).toContain(word)
  })

  test('is read by its own words where nothing is near', () => {
    expect(baking).toEqual({ skill: 'baking', isLearned: false, found: [] })
  })

  test('that the reader learned itself is read as itself', () => {
    const found = [{ skill: 'delegation', share: 1, words: [] }]
    expect(explainLinks(model, builtIn)).toContainEqual({ skill: 'delegation', isLearned: true, found })
  })
})

describe('a correction', () => {
  const correct = (skill: string, known: string[] | null, before: readonly LinkCorrection[] = []) =>
    correctLink(ladder, learned, before, { skill, known })
  const kept = (skill: string, known: string[] | null, before: readonly LinkCorrection[] = []) => {
    const outcome = correct(skill, known, before)
    if (!outcome.ok) throw new Error(outcome.failure.message)
    return outcome.value
  }

  test('takes the place of an earlier one of the same skill, and null takes it back', () => {
    const first = kept('baking', ['coaching', 'coaching'])
    expect(first).toEqual([{ framework: 'ladder', skill: 'baking', known: ['coaching'] }])
    expect(kept('baking', ['hiring'], first)).toEqual([
      { framework: 'ladder', skill: 'baking', known: ['hiring'] },
    ])
    expect(kept('baking', null, first)).toEqual([])
  })

  test('of another framework stays as it is', () => {
    const other = { framework: 'other', skill: 'baking', known: [] }
    expect(kept('baking', null, [other])).toEqual([other])
    expect(correctionsIn(ladder, [other])).toEqual([])
  })

  test('names a skill of the framework and skills that the reader learned', () => {
    expect(correct('sailing', [])).toMatchObject({ failure: { field: 'skill' } })
    expect(correct('baking', ['sailing'])).toMatchObject({ failure: { field: 'known' } })
    const full = Array.from({ length: MOST_CORRECTIONS }, (_, n) => ({
      framework: 'x',
      skill: `s${n}`,
      known: [],
    }))
    expect(correct('baking', [], full)).toMatchObject({ failure: { field: 'skill' } })
  })

  test('changes what a sentence is read as, and nothing where there is none', () => {
    const said = 'You should delegate more.'
    const read = (corrections: LinkCorrection[]) =>
      readFeedback(model, ladder, said, [], correctedLinks(model, ladder, corrections))[0]?.skills[0]?.skill
    expect(correctedLinks(model, ladder, [])).toBeUndefined()
    expect(read([])).toBe('handing-over')
    expect(read([...kept('handing-over', ['hiring']), ...kept('baking', ['delegation'])])).toBe('baking')
  })

  test('is not needed for what an import put in place of a definition: it is not read', () => {
    const bare = { ...original, phrases: [], anchors: [] }
    const named = (definition: string): Framework => ({
      ...builtIn,
      id: 'named',
      skills: [{ ...bare, id: 'letting-go', name: 'Delegating work', definition }],
    })
    const filled = named(NO_DEFINITION)
    const links = correctedLinks(model, filled, [])
    expect(links).toEqual(
      explainLinks(model, named('Delegating work')).map(({ skill, found }) => ({
        skill,
        known: found.map(({ words: _, ...known }) => known),
      })),
    )
    expect(links?.[0]?.known[0]?.skill).toBe('delegation')
    expect(explainLinks(model, filled)[0]?.found.flatMap(({ words }) => words)).not.toContain('source')
  })

  test('of a skill that this version does not have changes nothing', () => {
    expect(correctedLinks(model, ladder, [{ framework: 'ladder', skill: 'gone', known: [] }])).toBeUndefined()
  })
})
