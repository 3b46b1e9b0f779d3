// The shapes of an import on the wire: what was read, and how somebody corrects it.
import { z } from '@hono/zod-openapi'
import type {
  ColumnMeaning,
  ImportChoices,
  ImportKind,
  ImportReading,
  TableMapping,
} from '../../core/importing/import-source.ts'
import { frameworkSchema } from '../framework-wire.ts'
import { plainText } from '../wire.ts'

const KINDS = [
  'skillmap-folder',
  'skillmap-json',
  'financial-times',
  'snowflake',
  'engineering-ladders',
  'pages',
  'tables',
  'people-grid',
] as const satisfies readonly ImportKind[]

const MEANINGS = [
  'path',
  'role',
  'group',
  'skill',
  'level',
  'text',
  'definition',
  'weight',
  'person',
  'date',
  'rater',
  'band',
  'purpose',
  'levelName',
  'value',
  'ignored',
] as const satisfies readonly ColumnMeaning[]

const MOST_TABLES = 1000
const MOST_COLUMNS = 1000
const share = z.number().min(0).max(1)
const count = z.number().int().min(0).max(1_000_000)
const words = z.string().max(10_000)

const columnSchema = z.strictObject({
  column: count,
  heading: words,
  samples: z.array(words).max(10),
  meaning: z.enum(MEANINGS),
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
  across: z.enum(['role', 'skill', 'level', 'person']).nullable(),
  above: z.enum(['path', 'group', 'role']).nullable(),
  cells: z.enum(['level', 'text', 'weight']).nullable(),
  titleIs: z.enum(['path', 'role', 'group', 'skill']).nullable(),
  confidence: share,
  why: words,
})

const mappingSchema = z
  .strictObject({
    tables: z.array(tableSchema).max(MOST_TABLES),
    levelWords: z.array(words).max(100),
  })
  .openapi('TableMapping') satisfies z.ZodType<Pick<TableMapping, 'levelWords'>>

/** `name` and `kind` may be left out, and so may the mapping. */
export const choicesSchema = z
  .strictObject({
    kind: z.enum(KINDS).optional(),
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

const readingSchema = z.strictObject({
  kind: z.enum(KINDS).nullable(),
  sure: share,
  why: z.string(),
  framework: frameworkSchema.nullable(),
  ratings: z.array(
    z.strictObject({
      person: z.string(),
      skill: z.string(),
      level: z.number(),
      ratedOn: z.string().optional(),
      ratedBy: z.string().optional(),
      place: placeSchema,
    }),
  ),
  understood: z.array(z.strictObject({ what: z.string(), count: z.number().int() })),
  losses: z.array(z.strictObject({ place: placeSchema, what: z.string(), why: z.string() })),
  mapping: mappingSchema.nullable(),
  problems: z.array(z.strictObject({ place: placeSchema, message: z.string(), mend: z.string() })),
}) satisfies z.ZodType<Pick<ImportReading, 'sure' | 'why' | 'kind'>>

export const previewSchema = z
  .strictObject({
    token: z.uuid().openapi({ description: 'By it the file is found again, for an hour.' }),
    name: z.string(),
    suggestedId: z.string().openapi({ description: 'An id that no framework has yet; empty without one.' }),
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
