// One statement of a source about a framework, such as a cell of a grid with its two headings.
import type { ImportPlace } from './import-source.ts'

/** Everything in the words of the source; what is not said is left out. */
export interface Fact {
  place: ImportPlace
  path?: string
  role?: string
  group?: string
  skill?: string
  level?: string
  text?: string
  definition?: string
  weight?: string
  /** What the role is for. */
  purpose?: string
  /** Altitude of the role. */
  band?: string
  levelName?: string
  person?: string
  date?: string
  rater?: string
}

/** The entries of a text: one for each line or bullet. */
export function statementsIn(text: string): string[] {
  return text
    .split(/\n|(?:^|\s)[•▪◦‣]\s+/)
    .map((line) =>
      line
        .trim()
        .replace(/^(?:[-*–—·•▪◦‣]|\d{1,2}[.)]|\[[ x]?\])\s+/i, '')
        .trim(),
    )
    .filter((line) => line !== '')
}
