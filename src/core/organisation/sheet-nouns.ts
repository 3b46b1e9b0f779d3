// Every kind of thing that is kept, in words, in the order of the sheet.
import { NOUNS_OF_ORGANISATION } from './nouns-of-organisation.ts'
import { NOUNS_OF_PERSON } from './nouns-of-person.ts'
import { NOUNS_OF_PROGRAM } from './nouns-of-program.ts'
import type { SheetNoun } from './sheet-noun.ts'

/** First what the organisation keeps of people, then what people keep themselves, then what runs the program. */
export const SHEET_NOUNS: readonly SheetNoun[] = [
  ...NOUNS_OF_ORGANISATION,
  ...NOUNS_OF_PERSON,
  ...NOUNS_OF_PROGRAM,
]
