// Reads tables of any shape: the guess of what they hold, or the one that was corrected, then the framework.
import { shown } from '../framework/describe-issue.ts'
import { completeDraft } from './complete-draft.ts'
import { newDraft } from './draft.ts'
import { draftFromFacts } from './draft-from-facts.ts'
import type { Fact } from './fact.ts'
import { factsOfLegend, factsOfTable, loseTable } from './facts-of-table.ts'
import { guessTable } from './guess-table.ts'
import { guessTitles } from './guess-titles.ts'
import { baseName, type ImportDocument } from './import-document.ts'
import type { ImportSource, Loss, TableGuess, TableMapping } from './import-source.ts'
import { HIGHEST_LEVEL, levelsOfWords } from './level-words.ts'
import { keyOf, nameFrom } from './naming.ts'
import { ratingsFromFacts } from './ratings-from-facts.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import { type GatheredTables, gatherTables, type Table } from './table.ts'
import { levelWordsIn } from './words-for-levels.ts'

interface Guessed {
  table: Table
  guess: TableGuess
}

export function recogniseTables(bundle: ImportBundle): Recognition | undefined {
  const { sources, documents, choices } = bundle
  const gathered = gatherTables(sources, documents)
  if (gathered.problems.length > 0)
    return {
      kind: 'tables',
      sure: 0.5,
      why: 'It holds tables, but more than can be read.',
      read: () => found({ problems: gathered.problems }),
    }
  const tables = guessAll(gathered.tables, choices.mapping)
  const used = tables.filter(({ guess }) => guess.use)
  if (used.length === 0 && choices.mapping === undefined) return undefined
  const isPeople =
    used.length > 0 &&
    used.every(
      ({ guess }) => guess.across === 'person' || guess.columns.some(({ meaning }) => meaning === 'person'),
    )
  const sure = used.reduce((sum, { guess }) => sum + guess.confidence, 0) / Math.max(1, used.length)
  return {
    kind: isPeople ? 'people-grid' : 'tables',
    sure: choices.mapping === undefined ? Math.min(0.9, sure) : 1,
    why: used[0]?.guess.why ?? 'No table is used.',
    amount: amountOf(used),
    read: () => readTables(tables, gathered, bundle),
  }
}

/** How many cells say something. */
function amountOf(used: Guessed[]): number {
  return used.reduce((sum, { table, guess }) => {
    const columns = guess.columns.filter(({ meaning }) => meaning === 'value' || meaning === 'text')
    return sum + columns.length * (table.rows.length - guess.headingRows)
  }, 0)
}

function guessAll(tables: Table[], mapping: TableMapping | undefined): Guessed[] {
  const corrected = new Map((mapping?.tables ?? []).map((guess) => [keyOfTable(guess), guess]))
  const all = tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({ table, guess: guessTable(table) }))
  if (mapping === undefined) guessTitles(all)
  return all.map(({ table, guess }) => ({ table, guess: corrected.get(keyOfTable(table)) ?? guess }))
}

function keyOfTable({ path, sheet, number }: { path: string; sheet?: string; number: number }): string {
  return JSON.stringify([path, sheet ?? null, number])
}

function readTables(
  tables: Guessed[],
  gathered: GatheredTables,
  { sources, documents, choices }: ImportBundle,
): Found {
  const facts: Fact[] = []
  const losses: Loss[] = [...gathered.losses]
  for (const { table, guess } of tables) {
    const read = guess.use ? factsOfTable(table, guess) : { facts: [], losses: [loseTable(table, guess.why)] }
    for (const fact of read.facts) facts.push(fact)
    for (const loss of read.losses) losses.push(loss)
  }
  const beside = wordsBeside(tables, documents)
  facts.push(...beside.facts)
  losses.push(...beside.losses)
  const levelWords = (choices.mapping?.levelWords ?? levelWordsIn(facts))
    .map(nameFrom)
    .filter((word) => word !== '')
    .slice(0, HIGHEST_LEVEL)
  const words = levelsOfWords(levelWords)
  const draft = newDraft(choices.name ?? nameOf(tables))
  for (const word of levelWords) draft.levelNames.set(words.get(keyOf(word)) ?? 1, word)
  const aboutPeople = facts.filter(({ person }) => person !== undefined)
  const others = facts.filter(({ person }) => person === undefined)
  const ratings = ratingsFromFacts(aboutPeople, words, losses)
  const mapping = { tables: tables.map(({ guess }) => guess), levelWords }
  losses.push(...unreadTexts(tables, sources))
  if (others.length === 0 && ratings.length > 0) return found({ ratings, losses, mapping })
  draftFromFacts(others, { draft, losses, words })
  const { framework, problems } = completeDraft(draft, tables[0]?.table.path ?? '.')
  return found({ framework, ratings, losses, mapping, problems })
}

/** Words on the same pages as the tables: a legend names levels, the rest is told as one part. */
function wordsBeside(tables: Guessed[], documents: ImportDocument[]): { facts: Fact[]; losses: Loss[] } {
  const facts: Fact[] = []
  const losses: Loss[] = []
  for (const path of new Set(tables.map(({ table }) => table.path))) {
    const page = documents.find((document) => document.path === path)?.content().page
    const texts = (page?.blocks ?? []).flatMap((block) =>
      block.kind === 'paragraph' || (block.kind === 'item' && !block.isLink)
        ? { line: block.line, text: block.kind === 'item' ? `${block.label} ${block.text}` : block.text }
        : [],
    )
    const left = texts.filter(({ line, text }) => {
      const legend = factsOfLegend(text, { path, line })
      facts.push(...legend)
      return legend.length === 0
    })
    const [first] = left
    if (first === undefined) continue
    const what = left.length === 1 ? shown(first.text) : `${left.length} paragraphs and list entries`
    losses.push({ place: { path, line: first.line }, what, why: 'The framework was read from the tables.' })
  }
  return { facts, losses }
}

function unreadTexts(tables: Guessed[], sources: ImportSource[]): Loss[] {
  const paths = new Set(tables.map(({ table }) => table.path))
  return sources
    .filter(({ path }) => !paths.has(path))
    .map((source) => unreadSource(source, 'It holds no table.'))
}

/** One file gives its name to the framework; of several, the first. */
function nameOf(tables: Guessed[]): string {
  const used = tables.find(({ guess }) => guess.use) ?? tables[0]
  if (used === undefined) return ''
  const { table, guess } = used
  return guess.titleIs === null && guess.title !== '' && guess.title !== table.sheet
    ? guess.title
    : baseName(table.path)
}
