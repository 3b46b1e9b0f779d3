// The shape of a framework as one JSON file: the complete value, in an envelope that says what it is.
import * as z from 'zod'
import { colour, day, id, kindWords, level, sentences, words } from '../framework/file-words.ts'
import { JUDGEMENT_KINDS } from '../judging/judgement-kinds.ts'

/** What the envelope says it holds, and the version that this program writes and reads. */
export const FRAMEWORK_JSON = { skillmap: 'framework', version: 1 } as const

const prose = z.string().max(20_000)
const name = words.max(300)
const number = z.number().min(-100_000).max(100_000)
const band = z.number().min(-1000).max(1000)
const years = z.number().min(0).max(100)
const often = z.int().min(0).max(3)
const leg = z.tuple([id, id])
const most = 5000

const scaleLevel = z.strictObject({
  level,
  name,
  scope: sentences.exactOptional(),
  autonomy: sentences.exactOptional(),
  effect: sentences.exactOptional(),
  tell: sentences.exactOptional(),
})

const named = { id, name, short: name, about: sentences.exactOptional() }
const pattern = z.enum(['solid', 'dash', 'dot', 'long-dash'])
const confidence = z.enum(['high', 'medium', 'low'])

const equivalence = z.strictObject({
  role: id,
  company: id,
  grades: z.array(name).min(1),
  confidence,
  source: sentences.exactOptional(),
  date: day.exactOptional(),
  note: sentences.exactOptional(),
})

const roles = z.array(id).min(2)
const ids = z.array(id).max(most)
const invariant = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('critical-count'), min: z.int().min(0), max: z.int().min(0) }),
  z.strictObject({ rule: z.literal('critical-implies-level'), weight: z.int().min(0).max(3), level }),
  z.strictObject({
    rule: z.enum(['never-falls', 'never-rises']),
    roles,
    groups: ids.exactOptional(),
    exceptGroups: ids.exactOptional(),
    skills: ids.exactOptional(),
  }),
  z.strictObject({ rule: z.literal('prerequisite-slack'), from: level, slack: level }),
])

const layout = z.strictObject({
  width: number.positive(),
  height: number.positive(),
  gutter: number.min(0),
  bands: z.array(z.strictObject({ band, y: number, label: name })).max(most),
  stations: z
    .array(
      z.strictObject({ role: id, x: number, y: number, label: z.enum(['below', 'above', 'left', 'right']) }),
    )
    .max(most),
  lines: z
    .array(
      z.strictObject({
        path: id,
        legs: z.array(leg).max(most),
        startDiagonal: z.array(leg).max(most),
      }),
    )
    .max(most),
  computed: z.boolean(),
})

const role = z.strictObject({
  id,
  name,
  code: z.string().trim().min(1).max(8),
  path: id,
  band: band.exactOptional(),
  purpose: sentences.exactOptional(),
  scope: name.exactOptional(),
  usualStay: z.strictObject({ text: name, years: z.tuple([years, years]).exactOptional() }).exactOptional(),
  week: z.record(id, z.number().min(0).max(100)).exactOptional(),
  tags: ids,
  mustHaves: ids.exactOptional(),
  preset: z.boolean(),
})

const moveKind = z.enum(['up', 'cross', 'swing', 'side', 'out', 'back'])
const move = z.strictObject({
  from: id,
  to: id,
  kind: moveKind,
  changes: sentences.exactOptional(),
  hard: sentences.exactOptional(),
  back: z
    .strictObject({
      ease: z.enum(['easy', 'medium', 'hard']),
      note: sentences.exactOptional(),
      easyUntilYears: years.exactOptional(),
      hardAfterYears: years.exactOptional(),
    })
    .exactOptional(),
  trial: sentences.exactOptional(),
})

const statement = z.strictObject({ id, text: prose.min(1) })
const anchor = z.strictObject({
  level,
  behaviours: z.array(statement).max(most),
  practices: z.array(statement).max(most),
  reading: z.array(z.strictObject({ source: prose.min(1), take: prose.exactOptional() })).max(most),
  antiPattern: statement.exactOptional(),
})

const skill = z.strictObject({
  id,
  name,
  kind: z.enum(['hard', 'soft', 'unknown']),
  group: id,
  definition: prose.min(1),
  whyItMatters: prose.exactOptional(),
  confusedWith: z.array(z.strictObject({ skill: id, difference: prose })).max(most),
  phrases: z
    .array(z.strictObject({ text: prose, means: prose.exactOptional(), ask: prose.exactOptional() }))
    .max(most),
  prerequisites: ids,
  weeks: z.array(z.strictObject({ upTo: level, low: z.number().min(0), high: z.number().min(0) })).max(101),
  observability: z.strictObject({ peers: often, manager: often, reports: often }).exactOptional(),
  access: z.enum(['open', 'partial', 'gated']),
  private: z.boolean(),
  firstWhenBelow: level.exactOptional(),
  safeguard: sentences.exactOptional(),
  anchors: z.array(anchor).max(101),
})

const expectation = z.strictObject({ level, weight: z.literal([0, 1, 2, 3]) })

/** Every member that a `Framework` has, and no other. */
export const frameworkJson = z.strictObject({
  id,
  name,
  version: name,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  licence: name.exactOptional(),
  description: sentences.exactOptional(),
  honesty: sentences.exactOptional(),
  practiceHoursPerWeek: z.number().positive().max(40),
  scale: z.array(scaleLevel).min(2).max(101),
  countingRule: sentences.exactOptional(),
  groups: z
    .array(z.strictObject({ ...named, colour: z.strictObject({ light: colour, dark: colour }) }))
    .min(1)
    .max(50),
  kinds: z.strictObject({ hard: kindWords, soft: kindWords }),
  paths: z
    .array(z.strictObject({ ...named, pattern }))
    .min(1)
    .max(50),
  bands: z.array(z.strictObject({ band, name })).max(500),
  weekParts: z.array(z.strictObject({ id, name })).max(100),
  companies: z.array(z.strictObject({ id, name, short: name })).max(most),
  equivalences: z.array(equivalence).max(most),
  invariants: z.array(invariant).max(most),
  layout,
  moveKinds: z.record(moveKind, kindWords),
  stay: z.strictObject({ changes: sentences, hard: sentences, trial: sentences.exactOptional() }),
  roles: z.array(role).min(1).max(500),
  moves: z.array(move).max(most),
  skills: z.array(skill).min(1).max(2000),
  expectations: z.record(id, z.record(id, expectation)),
  sources: z
    .array(z.strictObject({ title: name, author: name.exactOptional(), usedFor: sentences.exactOptional() }))
    .max(most),
  assumptions: z.array(z.strictObject({ where: prose, field: prose, assumed: prose })).max(100_000),
  acceptedFindings: z
    .array(z.strictObject({ kind: z.enum(JUDGEMENT_KINDS), at: name, reason: sentences }))
    .max(most)
    .exactOptional(),
})
