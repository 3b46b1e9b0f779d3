// The framework as it crosses the wire: a strict schema that must agree with core's type.
import { z } from '@hono/zod-openapi'
import type { Framework, LabelSide, MoveKind } from '../../core/framework/framework.ts'
import { JUDGEMENT_KINDS } from '../../core/judging/judgement-kinds.ts'

const confidence = z.enum(['high', 'medium', 'low'])
const kindWords = z.strictObject({ name: z.string(), about: z.string() })
const statement = z.strictObject({ id: z.string(), text: z.string() }).openapi('Statement')
const weight = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).openapi({
  type: 'integer',
  description: '0 none, 1 helpful, 2 important, 3 critical.',
})
const pair = z.tuple([z.string(), z.string()])
const moveKind = z.enum(['up', 'cross', 'swing', 'side', 'out', 'back']) satisfies z.ZodType<MoveKind>
const labelSide = z.enum(['below', 'above', 'left', 'right']) satisfies z.ZodType<LabelSide>

const invariant = z.union([
  z.strictObject({ rule: z.literal('critical-count'), min: z.number(), max: z.number() }),
  z.strictObject({ rule: z.literal('critical-implies-level'), weight: z.number(), level: z.number() }),
  z.strictObject({
    rule: z.enum(['never-falls', 'never-rises']),
    roles: z.array(z.string()),
    groups: z.array(z.string()).optional(),
    exceptGroups: z.array(z.string()).optional(),
    skills: z.array(z.string()).optional(),
  }),
  z.strictObject({ rule: z.literal('prerequisite-slack'), from: z.number(), slack: z.number() }),
])

const layout = z
  .strictObject({
    width: z.number(),
    height: z.number(),
    gutter: z.number(),
    bands: z.array(z.strictObject({ band: z.number(), y: z.number(), label: z.string() })),
    stations: z.array(z.strictObject({ role: z.string(), x: z.number(), y: z.number(), label: labelSide })),
    lines: z.array(z.strictObject({ path: z.string(), legs: z.array(pair), startDiagonal: z.array(pair) })),
    computed: z.boolean(),
  })
  .openapi('Layout')

const role = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    code: z.string(),
    path: z.string(),
    band: z.number().optional(),
    purpose: z.string().optional(),
    scope: z.string().optional(),
    usualStay: z
      .strictObject({ text: z.string(), years: z.tuple([z.number(), z.number()]).optional() })
      .optional(),
    week: z.record(z.string(), z.number()).optional(),
    tags: z.array(z.string()),
    mustHaves: z.array(z.string()).optional(),
    preset: z.boolean(),
  })
  .openapi('Role')

const move = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    kind: moveKind,
    changes: z.string().optional(),
    hard: z.string().optional(),
    back: z
      .strictObject({
        ease: z.enum(['easy', 'medium', 'hard']),
        note: z.string().optional(),
        easyUntilYears: z.number().optional(),
        hardAfterYears: z.number().optional(),
      })
      .optional(),
    trial: z.string().optional(),
  })
  .openapi('Move')

const resource = z.strictObject({ source: z.string(), take: z.string().optional() }).openapi('Resource')

const anchor = z
  .strictObject({
    level: z.number(),
    behaviours: z.array(statement),
    practices: z.array(statement),
    reading: z.array(resource),
    antiPattern: statement.optional(),
  })
  .openapi('Anchor')

const skill = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['hard', 'soft', 'unknown']),
    group: z.string(),
    definition: z.string(),
    whyItMatters: z.string().optional(),
    confusedWith: z.array(z.strictObject({ skill: z.string(), difference: z.string() })),
    phrases: z.array(
      z.strictObject({ text: z.string(), means: z.string().optional(), ask: z.string().optional() }),
    ),
    prerequisites: z.array(z.string()),
    weeks: z.array(z.strictObject({ upTo: z.number(), low: z.number(), high: z.number() })),
    observability: z.strictObject({ peers: z.number(), manager: z.number(), reports: z.number() }).optional(),
    access: z.enum(['open', 'partial', 'gated']),
    private: z.boolean(),
    firstWhenBelow: z.number().optional(),
    safeguard: z.string().optional(),
    anchors: z.array(anchor),
  })
  .openapi('Skill')

export const frameworkSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    version: z.string(),
    language: z.string(),
    licence: z.string().optional(),
    description: z.string().optional(),
    honesty: z.string().optional(),
    practiceHoursPerWeek: z.number(),
    scale: z.array(
      z.strictObject({
        level: z.number(),
        name: z.string(),
        scope: z.string().optional(),
        autonomy: z.string().optional(),
        effect: z.string().optional(),
        tell: z.string().optional(),
      }),
    ),
    countingRule: z.string().optional(),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        short: z.string(),
        about: z.string().optional(),
        colour: z.strictObject({ light: z.string(), dark: z.string() }),
      }),
    ),
    kinds: z.strictObject({ hard: kindWords, soft: kindWords }),
    paths: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        short: z.string(),
        about: z.string().optional(),
        pattern: z.enum(['solid', 'dash', 'dot', 'long-dash']),
      }),
    ),
    bands: z.array(z.strictObject({ band: z.number(), name: z.string() })),
    weekParts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    companies: z.array(z.strictObject({ id: z.string(), name: z.string(), short: z.string() })),
    equivalences: z.array(
      z.strictObject({
        role: z.string(),
        company: z.string(),
        grades: z.array(z.string()),
        confidence,
        source: z.string().optional(),
        date: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
    invariants: z.array(invariant),
    layout,
    moveKinds: z.record(moveKind, kindWords),
    stay: z.strictObject({ changes: z.string(), hard: z.string(), trial: z.string().optional() }),
    roles: z.array(role),
    moves: z.array(move),
    skills: z.array(skill),
    expectations: z
      .record(z.string(), z.record(z.string(), z.strictObject({ level: z.number(), weight })))
      .openapi({ description: 'By role id, then skill id. A skill without an entry is not expected.' }),
    sources: z.array(
      z.strictObject({ title: z.string(), author: z.string().optional(), usedFor: z.string().optional() }),
    ),
    assumptions: z.array(z.strictObject({ where: z.string(), field: z.string(), assumed: z.string() })),
    acceptedFindings: z
      .array(z.strictObject({ kind: z.enum(JUDGEMENT_KINDS), at: z.string(), reason: z.string() }))
      .optional(),
  })
  .openapi('Framework')

/** Fails to compile when the schema and core's type drift apart. */
const agrees = (framework: Framework): z.infer<typeof frameworkSchema> => framework
void agrees
