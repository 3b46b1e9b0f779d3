// The shapes of an import on the wire: what was read, and how somebody corrects it.
import { z } from '@hono/zod-openapi'
import type {
  ColumnMeaning,
  ImportChoices,
  ImportKind,
  TableGuess,
} from '../../core/importing/import-source.ts'
import { frameworkSchema } from '../framework/framework-wire.ts'
import { plainText, slug } from '../wire.ts'

/** Every word of a type, so that a new one cannot be forgotten here. */
function wordsOf<Word extends string>(words: Record<Word, true>): z.ZodType<Word> {
  return z.enum(Object.keys(words) as [Word, ...Word[]])
}

const kindSchema = wordsOf<ImportKind>({
  'skillmap-folder': true,
  'skillmap-json': true,
  'skillmap-workbook': true,
  'skillmap-table': true,
  'skillmap-document': true,
  'financial-times': true,
  snowflake: true,
  'engineering-ladders': true,
  pages: true,
  tables: true,
  'people-grid': true,
})

const meaningSchema = wordsOf<ColumnMeaning>({
  path: true,
  role: true,
  group: true,
  skill: true,
  level: true,
  text: true,
  definition: true,
  weight: true,
  person: true,
  date: true,
  rater: true,
  band: true,
  purpose: true,
  levelName: true,
  value: true,
  ignored: true,
})

type Said<Key extends 'across' | 'above' | 'cells' | 'titleIs'> = NonNullable<TableGuess[Key]>
const acrossSchema = wordsOf<Said<'across'>>({ role: true, skill: true, level: true, person: true })
const aboveSchema = wordsOf<Said<'above'>>({ path: true, group: true, role: true })
const cellsSchema = wordsOf<Said<'cells'>>({ level: true, text: true, weight: true })
const titleSchema = wordsOf<Said<'titleIs'>>({ path: true, role: true, group: true, skill: true })

const MOST_TABLES = 1000
const MOST_COLUMNS = 1000
const share = z.number().min(0).max(1)
const count = z.number().int().min(0).max(1_000_000)
const words = z.string().max(10_000)

const columnSchema = z.strictObject({
  column: count,
  heading: words,
  samples: z.array(words).max(10),
  meaning: meaningSchema,
  confidence: share,
})

const tableSchema = z.strictObject({
  path: words,
  sheet: words.optional(),
  number: count,
  title: words,
  use: z.boolean(),
  headingRows: count,
  columns: z.array(columnSchema).max(MOST_COLUMNS),
  across: acrossSchema.nullable(),
  above: aboveSchema.nullable(),
  cells: cellsSchema.nullable(),
  titleIs: titleSchema.nullable(),
  confidence: share,
  why: words,
})

const mappingSchema = z
  .strictObject({
    tables: z.array(tableSchema).max(MOST_TABLES),
    levelWords: z.array(words).max(100),
  })
  .openapi('TableMapping')

/** `name` and `kind` may be left out, and so may the mapping. */
export const choicesSchema = z
  .strictObject({
    kind: kindSchema.optional(),
    name: plainText(200).optional(),
    mapping: mappingSchema.optional(),
  })
  .openapi('ImportChoices')

/** What is left out stays out, also where a type tells "missing" from "undefined". */
export function choicesOf(body: z.output<typeof choicesSchema>): ImportChoices {
  return JSON.parse(JSON.stringify(body)) as ImportChoices
}

const placeSchema = z.strictObject({
  path: z.string(),
  sheet: z.string().optional(),
  line: z.number().int().optional(),
  cell: z.string().optional(),
})

const lossesSchema = z.array(z.strictObject({ place: placeSchema, what: z.string(), why: z.string() }))

const readingSchema = z.strictObject({
  kind: kindSchema.nullable(),
  sure: share,
  why: z.string(),
  framework: frameworkSchema.nullable(),
  ratings: z.array(
    z.strictObject({
      person: z.string(),
      skill: z.string(),
      level: z.number(),
      approaching: z.literal(true).exactOptional(),
      ratedOn: z.string().optional(),
      ratedBy: z.string().optional(),
      place: placeSchema,
    }),
  ),
  understood: z.array(z.strictObject({ what: z.string(), count: z.number().int() })),
  losses: lossesSchema,
  mapping: mappingSchema.nullable(),
  problems: z.array(z.strictObject({ place: placeSchema, message: z.string(), mend: z.string() })),
})

export const previewSchema = z
  .strictObject({
    token: z.uuid().openapi({ description: 'By it the file is found again, for an hour.' }),
    name: z.string(),
    suggestedId: z.string().openapi({ description: 'An id that no framework has yet; empty without one.' }),
    asVersion: z.array(z.strictObject({ id: slug, losses: lossesSchema })).openapi({
      description: 'Kept as another version of one of these, that framework’s folder loses this.',
    }),
    reading: readingSchema,
    excerpts: z.array(
      z.strictObject({
        path: z.string(),
        sheet: z.string().optional(),
        number: z.number().int(),
        rowCount: z.number().int(),
        rows: z.array(z.array(z.string())),
      }),
    ),
    warnings: z.array(
      z.strictObject({
        file: z.string(),
        line: z.number().int().nullable(),
        message: z.string(),
        mend: z.string(),
        severity: z.enum(['error', 'warning']),
      }),
    ),
    warningCount: z.number().int(),
  })
  .openapi('ImportPreview')
