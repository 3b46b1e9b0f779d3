// The fast reading of plain Markdown finds exactly what the parser finds, or leaves the text to it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyWords } from '../../../tests/frameworks/any-written-framework.ts'
import { BUILT_IN, readFiles } from '../../../tests/frameworks/read-files.ts'
import type { Problem } from './problem.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainMarkdown } from './read-plain-markdown.ts'

/** A tab in an empty last line means nothing to Markdown, and sends the text to the parser. */
function parsed(source: string): { section: unknown; problems: Problem[] } {
  const text = `${source}\n\n\t`
  expect(readPlainMarkdown(text, 3)).toBeUndefined()
  const problems: Problem[] = []
  return { section: readMarkdown('a.md', text, 3, problems), problems }
}

const piece = fc.oneof(
  anyWords(),
  fc.constantFrom(
    'word',
    'words in a row',
    '[an-id] Does it.',
    '`other-skill` Is another.',
    '“Let go.”',
    '#',
    '---',
  ),
)
const line = fc
  .tuple(
    fc.constantFrom('', '', '## ', '### ', '- ', '- ', '  - ', '# ', '  ', '    ', '1. ', '> '),
    piece,
    fc.constantFrom('', '', '', '  '),
  )
  .map((parts) => parts.join(''))
const text = fc.array(fc.oneof(line, fc.constant('')), { maxLength: 14 }).map((lines) => lines.join('\n'))

describe('Plain Markdown read without the parser', () => {
  test('is read to the same sections, or left to the parser', () => {
    let plain = 0
    fc.assert(
      fc.property(text, (source) => {
        const section = readPlainMarkdown(source, 3)
        if (section === undefined) return
        plain++
        expect({ section, problems: [] }).toEqual(parsed(source))
      }),
      { numRuns: 4000 },
    )
    expect(plain).toBeGreaterThan(400)
  })

  test('covers every skill of the built-in framework', () => {
    for (const { path, text: source } of readFiles(BUILT_IN)) {
      if (!path.startsWith('skills/')) continue
      const body = source.split('\n---\n').slice(1).join('\n---\n')
      const section = readPlainMarkdown(body, 3)
      expect(section, path).toBeDefined()
      expect({ section, problems: [] }).toEqual(parsed(body))
    }
  })
})
