// What an import is made from and what comes out of it: sources in, a framework with its losses out.
import type { Framework } from '../framework/framework.ts'

/** A file or a clipboard as text, or a sheet whose cells have been read already. Paths are for showing only. */
export type ImportSource =
  | { kind: 'text'; path: string; text: string }
  | { kind: 'table'; path: string; sheet?: string; rows: string[][]; merges?: Merge[] }

/** A merged area of a sheet, rows and columns from 0, both ends inside. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Folder, JSON, workbook, table and document are Skillmap's own; the next three are public formats with a shape of their own; pages are headings
 * and lists in Markdown or HTML; tables come from anywhere; a people grid holds ratings and no framework.
 */
export type ImportKind =
  | 'skillmap-folder'
  | 'skillmap-json'
  | 'skillmap-workbook'
  | 'skillmap-table'
  | 'skillmap-document'
  | 'financial-times'
  | 'snowflake'
  | 'engineering-ladders'
  | 'pages'
  | 'tables'
  | 'people-grid'

/** Where something stands in a source. */
export interface ImportPlace {
  path: string
  sheet?: string
  /** From 1. */
  line?: number
  /** Such as `C4`: in a sheet its own address, in other tables counted from the table's first cell. */
  cell?: string
}

/** Something of the source that is not in the result. */
export interface Loss {
  place: ImportPlace
  what: string
  why: string
}

/** Why something could not be read, and what the person can do about it. */
export interface ImportProblem {
  place: ImportPlace
  message: string
  mend: string
}

/** What somebody has been rated in a people × skills grid, in the words of the source. */
export interface ImportedRating {
  person: string
  /** The name of the skill as it is written. */
  skill: string
  level: number
  /** Written as `2+`: on the way to the next. */
  approaching?: true
  /** Year-month-day. */
  ratedOn?: string
  ratedBy?: string
  place: ImportPlace
}

/** What the cells of a column, or the headings across a grid, can mean. */
export type Meaning =
  | 'path'
  | 'role'
  | 'group'
  | 'skill'
  | 'level'
  | 'text'
  | 'definition'
  | 'weight'
  | 'person'
  | 'date'
  | 'rater'
  /** Altitude of a role, as a number or a name. */
  | 'band'
  /** What a role is for. */
  | 'purpose'
  /** What a level is called. */
  | 'levelName'

/** `value`: the column is part of a grid, and its heading names what `across` says. */
export type ColumnMeaning = Meaning | 'value' | 'ignored'

export interface ColumnGuess {
  /** From 0. */
  column: number
  heading: string
  /** Up to three different values, for the person who checks the guess. */
  samples: string[]
  meaning: ColumnMeaning
  /** 0 to 1. */
  confidence: number
}

/** How one table is understood. Pass it back corrected as `choices.mapping`. */
export interface TableGuess {
  path: string
  sheet?: string
  /** Which table of its source, from 0. */
  number: number
  /** The heading above the table, or the sheet's name. */
  title: string
  use: boolean
  /** How many rows come before the first row of values. */
  headingRows: number
  columns: ColumnGuess[]
  /** What the headings of `value` columns name; null in a table without such columns. */
  across: 'role' | 'skill' | 'level' | 'person' | null
  /** What a second heading above those names; null where there is none. */
  above: 'path' | 'group' | 'role' | null
  /** What the cells of `value` columns hold; null in a table without such columns. */
  cells: 'level' | 'text' | 'weight' | null
  /** What the title names for the whole table; null where it is only a title. */
  titleIs: 'path' | 'role' | 'group' | 'skill' | null
  /** 0 to 1, with the reason in a sentence. */
  confidence: number
  why: string
}

export interface TableMapping {
  tables: TableGuess[]
  /** Words for levels, lowest first, where levels are words; the first stands for level 1. */
  levelWords: string[]
}

export interface ImportChoices {
  /** Read as this kind, whatever it looks like. */
  kind?: ImportKind
  /** The name of the framework. */
  name?: string
  mapping?: TableMapping
}

export interface ImportReading {
  /** Null where nothing was recognised; `problems` then says what was looked for. */
  kind: ImportKind | null
  /** 0 to 1, how sure the recognition is; `why` says so in a sentence. */
  sure: number
  why: string
  /** Complete and without errors in lint; null where there is none, or too little of it. */
  framework: Framework | null
  ratings: ImportedRating[]
  /** For the preview: `{ what: 'roles', count: 20 }`. */
  understood: { what: string; count: number }[]
  /** By place. */
  losses: Loss[]
  mapping: TableMapping | null
  problems: ImportProblem[]
}
