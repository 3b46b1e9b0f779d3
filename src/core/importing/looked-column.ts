// A column as it was looked at before anything is decided about it, and the parts of a guess that are said of columns.
import { isLevelHeading, type Profile } from './column-profile.ts'
import type { ColumnGuess, ColumnMeaning, TableGuess } from './import-source.ts'
import { isTitle } from './seniority.ts'

export interface Looked {
  column: number
  heading: string
  values: string[]
  profile: Profile
  /** What its heading says; undefined where that could be anything. */
  meaning: ColumnMeaning | undefined
}

export type Shape = Pick<TableGuess, 'use' | 'columns' | 'across' | 'cells' | 'confidence' | 'why'>

const SAMPLES = 3

/** A column that may be part of a grid. */
export function isGridColumn({ meaning, heading, profile }: Looked): boolean {
  return meaning === undefined && heading !== '' && profile.count > 0
}

/** A column that looks like part of a grid by its values or its heading. */
export function looksLikeGrid(column: Looked): boolean {
  const { heading, profile } = column
  const speaks =
    profile.levels >= 0.7 || profile.sentences >= 0.4 || isTitle(heading) || isLevelHeading(heading)
  return isGridColumn(column) && speaks
}

export function guessed(
  { column, heading, values }: Looked,
  meaning: ColumnMeaning,
  confidence: number,
): ColumnGuess {
  const samples = [...new Set(values.filter((value) => value !== '').map((value) => value.slice(0, 80)))]
  return { column, heading, samples: samples.slice(0, SAMPLES), meaning, confidence }
}
