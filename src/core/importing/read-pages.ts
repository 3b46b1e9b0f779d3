// Reads ladders that are written as headings and lists, in Markdown or HTML.
import { completeDraft } from './complete-draft.ts'
import { newDraft } from './draft.ts'
import { draftFromFacts } from './draft-from-facts.ts'
import { factsOfPages, type PageFacts } from './facts-of-pages.ts'
import { baseName } from './import-document.ts'
import type { Loss } from './import-source.ts'
import { levelsOfWords } from './level-words.ts'
import { keyOf } from './naming.ts'
import type { Page } from './page.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import { levelWordsIn } from './words-for-levels.ts'

/** Fewer statements than this are not a ladder. */
const FEWEST = 2

export function recognisePages({ documents, sources, choices }: ImportBundle): Recognition | undefined {
  const pages = documents.flatMap((document) => document.content().page ?? [])
  const read = factsOfPages(pages)
  const said = read?.facts.filter(({ text }) => text !== undefined) ?? []
  if (read === undefined || said.length < FEWEST) return undefined
  const hasBoth = said.some(({ role }) => role !== undefined) && said.some(({ skill }) => skill !== undefined)
  return {
    kind: 'pages',
    sure: hasBoth ? 0.8 : 0.6,
    why: read.why,
    amount: said.length,
    read: () => {
      const result = readPages(pages, read, choices.name)
      const paths = new Set(pages.map(({ path }) => path))
      const others = sources.filter((source) => source.kind === 'table' || !paths.has(source.path))
      return {
        ...result,
        losses: [
          ...result.losses,
          ...others.map((other) => unreadSource(other, 'It has no headings with lists.')),
        ],
      }
    },
  }
}

function readPages(pages: Page[], read: PageFacts, name: string | undefined): Found {
  const path = pages[0]?.path ?? '.'
  const draft = newDraft(name ?? (read.name || baseName(path)))
  const levelWords = levelWordsIn(read.facts)
  const words = levelsOfWords(levelWords)
  for (const word of levelWords) draft.levelNames.set(words.get(keyOf(word)) ?? 1, word)
  const losses: Loss[] = [...read.losses, ...pages.flatMap(lostTables)]
  draftFromFacts(read.facts, { draft, losses, words })
  const { framework, problems } = completeDraft(draft, path)
  return found({ framework, losses, problems })
}

function lostTables({ path, blocks }: Page): Loss[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.rows.length > 0
      ? [
          {
            place: { path, line: block.line },
            what: `A table of ${block.rows.length} rows`,
            why: 'The framework was read from the headings and lists.',
          },
        ]
      : [],
  )
}
