// What a recogniser answers: how sure it is and why, and the reading if it is chosen.
import type { ImportDocument } from './import-document.ts'
import type { ImportChoices, ImportKind, ImportReading, ImportSource } from './import-source.ts'

export interface ImportBundle {
  sources: ImportSource[]
  documents: ImportDocument[]
  choices: ImportChoices
}

/** What a reader finds; the rest of an `ImportReading` follows from the recognition. */
export type Found = Pick<ImportReading, 'framework' | 'ratings' | 'losses' | 'mapping' | 'problems'>

export interface Recognition {
  kind: ImportKind
  /** 0 to 1. */
  sure: number
  why: string
  /** How many statements it would read; told by kinds that can stand in the same source. */
  amount?: number
  read(): Found
}

export type Recogniser = (bundle: ImportBundle) => Recognition | undefined

export function found(part: Partial<Found>): Found {
  return { framework: null, ratings: [], losses: [], mapping: null, problems: [], ...part }
}

/** A source that the chosen reader has no use for. */
export function unreadSource(source: { path: string; sheet?: string }, why: string) {
  const { path, sheet } = source
  return {
    place: sheet === undefined ? { path } : { path, sheet },
    what: sheet === undefined ? 'The whole file' : 'The whole sheet',
    why,
  }
}
