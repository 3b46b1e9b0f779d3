// Guesses what the titles of several tables stand for: paths, roles, groups of skills, or nothing.
import { meaningOfHeading } from './heading-words.ts'
import type { ColumnGuess, ColumnMeaning, TableGuess } from './import-source.ts'
import { keyOf } from './naming.ts'
import { isTitle } from './seniority.ts'
import { cellAt, type Table } from './table.ts'

interface Named {
  table: Table
  guess: TableGuess
  roles: Set<string>
  skills: Set<string>
}

/** Fills `titleIs` of the guesses of tables that are used. */
export function guessTitles(tables: { table: Table; guess: TableGuess }[]): void {
  const used = tables
    .filter(({ guess }) => guess.use)
    .map((own): Named => ({ ...own, roles: namesOf(own, 'role'), skills: namesOf(own, 'skill') }))
  nameWeights(used)
  const others = used.filter(({ guess }) => !names(guess, 'person'))
  for (const { guess, skills } of others) {
    if (
      guess.cells === 'weight' ||
      (guess.cells === 'level' && guess.across !== 'level' && !names(guess, 'role'))
    )
      continue
    const is = titleOf(guess, skills, others)
    if (is === null || names(guess, is)) continue
    guess.titleIs = is
    if (is === 'role') guess.columns = guess.columns.map(asExpectation)
  }
}

/** A grid of numbers beside a grid of levels, whose title says that it holds weights. */
function nameWeights(used: Named[]): void {
  const grids = used.filter(({ guess }) => guess.cells === 'level' && !names(guess, 'person'))
  const weights = grids.filter(({ guess }) =>
    /\b(weights?|weighting|importance|priorit\w+|gewicht\w*)\b/i.test(guess.title),
  )
  if (weights.length < grids.length) for (const { guess } of weights) guess.cells = 'weight'
}

/** A sentence about a skill on the page of a role is what the role asks for. */
function asExpectation(column: ColumnGuess): ColumnGuess {
  const isText = column.meaning === 'definition' && meaningOfHeading(column.heading) === 'text'
  return isText ? { ...column, meaning: 'text' } : column
}

function titleOf(guess: TableGuess, skills: Set<string>, all: Named[]): TableGuess['titleIs'] {
  if (!names(guess, 'skill'))
    return names(guess, 'role') || names(guess, 'level') ? titleOfSkillLess(guess, all) : null
  const hasRoles = names(guess, 'role')
  if (!hasRoles && isTitle(guess.title)) return 'role'
  const alike = all.filter(
    (other) =>
      names(other.guess, 'skill') &&
      names(other.guess, 'role') === hasRoles &&
      other.guess.cells !== 'weight',
  )
  if (alike.length < 2 || new Set(alike.map((other) => keyOf(other.guess.title))).size < alike.length)
    return null
  if (hasRoles) return titleBesideRoles(alike)
  const isShared = alike.some((other) => other.guess !== guess && shares(skills, other.skills))
  if (!isShared) return 'group'
  // The same skills at a level each, under several titles: nothing but roles asks for skills.
  return guess.across === null && names(guess, 'level') && !saysExpectations(guess) ? 'role' : null
}

/** Words of trades and ladders: such titles name paths even where the roles on them are called the same. */
const PATH_WORD =
  /\b(back-?end|front-?end|full-?stack|mobile|ios|android|web|data|ml|ai|platform|infra\w*|devops|sre|security|qa|test\w*|embedded|product|design|managers?|management|individual\w*|ic|track|ladder|path|engineers?|engineering|developers?|leads?|leadership track)\b/i

/** The same roles with other skills in each table: the tables are groups of skills, unless their titles are trades. */
function titleBesideRoles(alike: Named[]): 'path' | 'group' {
  if (alike.every(({ guess }) => PATH_WORD.test(guess.title))) return 'path'
  const isCut = alike.some((one) =>
    alike.some(
      (other) => other !== one && shares(one.roles, other.roles) && !shares(one.skills, other.skills),
    ),
  )
  return isCut ? 'group' : 'path'
}

function shares(mine: Set<string>, theirs: Set<string>): boolean {
  return [...theirs].some((name) => mine.has(name))
}

/** A table of levels or roles and sentences, one for each skill: the title is the skill. */
function titleOfSkillLess(guess: TableGuess, all: Named[]): TableGuess['titleIs'] {
  if (!saysExpectations(guess)) return null
  const alike = all.filter((other) => !names(other.guess, 'skill') && saysExpectations(other.guess))
  return alike.length > 1 &&
    new Set(alike.map((other) => keyOf(other.guess.title))).size === alike.length &&
    guess.title !== ''
    ? 'skill'
    : null
}

/** Sentences, and not names of levels or what roles are for. */
function saysExpectations({ cells, columns }: TableGuess): boolean {
  const has = (meaning: ColumnMeaning) => columns.some((column) => column.meaning === meaning)
  return (cells === 'text' || has('text')) && !has('levelName') && !has('purpose')
}

function names(guess: TableGuess, what: 'role' | 'skill' | 'path' | 'group' | 'level' | 'person'): boolean {
  return (
    guess.across === what || guess.above === what || guess.columns.some(({ meaning }) => meaning === what)
  )
}

function namesOf({ table, guess }: { table: Table; guess: TableGuess }, what: 'role' | 'skill'): Set<string> {
  const found = new Set<string>()
  for (const { column, meaning, heading } of guess.columns) {
    if (meaning === 'value' && guess.across === what) found.add(keyOf(heading))
    if (meaning !== what) continue
    for (let row = guess.headingRows; row < table.rows.length; row++) {
      const cell = cellAt(table, row, column)
      if (cell !== '') found.add(keyOf(cell))
    }
  }
  return found
}
