// The shape of framework.yaml.
import * as z from 'zod'
import { JUDGEMENT_KINDS } from '../judging/judgement-kinds.ts'
import { colour, day, id, kindWords, level, sentences, words } from './file-words.ts'

const scaleLevel = z.strictObject({
  level,
  name: words,
  scope: sentences.exactOptional(),
  autonomy: sentences.exactOptional(),
  effect: sentences.exactOptional(),
  tell: sentences.exactOptional().meta({ description: 'How to tell that somebody is there.' }),
})

const group = z.strictObject({
  id,
  name: words,
  short: words.exactOptional(),
  about: sentences.exactOptional(),
  colour: z.strictObject({ light: colour, dark: colour }).exactOptional(),
  skills: z
    .array(id)
    .exactOptional()
    .meta({ description: 'The order of skills in this group; those not named follow.' }),
})

const path = z.strictObject({
  id,
  name: words,
  short: words.exactOptional(),
  about: sentences.exactOptional(),
  pattern: z.enum(['solid', 'dash', 'dot', 'long-dash']).exactOptional(),
})

const bandNumber = z.number().min(-1000).max(1000)

const equivalences = z.strictObject({
  companies: z.array(z.strictObject({ id, name: words, short: words.exactOptional() })),
  claims: z.array(
    z.strictObject({
      role: id,
      company: id,
      grades: z.array(words).min(1),
      confidence: z.enum(['high', 'medium', 'low']),
      source: sentences.exactOptional(),
      date: day.exactOptional(),
      note: sentences.exactOptional(),
    }),
  ),
})

const count = z.int().min(0).max(10_000)

const invariant = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('critical-count'), min: count, max: count }),
  z.strictObject({ rule: z.literal('critical-implies-level'), weight: z.int().min(0).max(3), level }),
  z.strictObject({
    rule: z.enum(['never-falls', 'never-rises']),
    roles: z.array(id).min(2),
    groups: z.array(id).exactOptional(),
    except_groups: z.array(id).exactOptional(),
    skills: z.array(id).exactOptional(),
  }),
  z.strictObject({ rule: z.literal('prerequisite-slack'), from: level, slack: level }),
])

const acceptance = z.strictObject({
  accept: z.enum(JUDGEMENT_KINDS.filter((kind) => kind !== 'needless-acceptance')),
  at: words.meta({
    description: 'As lint names it, such as delegation/splits-own-work or baker>master-baker.',
  }),
  reason: sentences,
})

const assumption = z.strictObject({
  where: words.meta({ description: 'The file, such as roles.yaml.' }),
  field: words,
  assumed: sentences,
})

const coordinate = z.number().min(-100_000).max(100_000)
const extent = z.number().min(1).max(100_000)
const leg = z.tuple([id, id])

const layout = z.strictObject({
  width: extent,
  height: extent,
  gutter: z.number().min(0).max(100_000),
  bands: z.array(z.strictObject({ band: bandNumber, y: coordinate, label: words })).exactOptional(),
  stations: z.array(
    z.strictObject({
      role: id,
      x: coordinate,
      y: coordinate,
      label: z.enum(['below', 'above', 'left', 'right']),
    }),
  ),
  lines: z.array(
    z.strictObject({ path: id, legs: z.array(leg), 'start-diagonal': z.array(leg).exactOptional() }),
  ),
})

export const frameworkFile = z
  .strictObject({
    id,
    name: words,
    version: words,
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .exactOptional()
      .meta({ description: 'A language tag such as en or de-CH.' }),
    licence: words.exactOptional(),
    description: sentences.exactOptional(),
    honesty: sentences
      .exactOptional()
      .meta({ description: 'What these numbers are and are not, in a sentence.' }),
    practice_hours_per_week: z.number().positive().max(40).exactOptional(),
    scale: z
      .array(scaleLevel)
      .min(2)
      .max(101)
      .meta({ description: 'Levels from 0 upwards, in order; 0 means "not expected".' }),
    counting_rule: sentences.exactOptional(),
    groups: z.array(group).min(1).max(50),
    kinds: z.strictObject({ hard: kindWords, soft: kindWords }).exactOptional(),
    paths: z.array(path).min(1).max(50),
    bands: z
      .array(z.strictObject({ band: bandNumber, name: words }))
      .exactOptional()
      .meta({ description: 'Shared altitudes, low to high.' }),
    week: z.array(z.strictObject({ id, name: words })).exactOptional(),
    equivalences: equivalences.exactOptional(),
    invariants: z.array(invariant).exactOptional(),
    lint: z
      .array(acceptance)
      .exactOptional()
      .meta({ description: 'Findings of lint that stay as they are, and why.' }),
    layout: layout.exactOptional(),
    sources: z
      .array(
        z.strictObject({
          title: words,
          author: words.exactOptional(),
          used_for: sentences.exactOptional(),
        }),
      )
      .exactOptional(),
    assumed: z.array(assumption).exactOptional().meta({
      description: 'What nobody said and was assumed when the framework was brought from elsewhere.',
    }),
  })
  .meta({
    title: 'framework.yaml',
    description: 'What a framework is called, its scale, groups, paths and rules.',
  })

export type FrameworkFile = z.infer<typeof frameworkFile>
