// The framework as the whole program knows it: one plain JSON value, parsed from a folder of files.

import type { JudgementKind } from '../judging/judgement-kinds.ts'

/** Hard: its quality can be tested without knowing who was in the room. Unknown: the framework does not say. */
export type SkillKind = 'hard' | 'soft' | 'unknown'
/** Whether a skill can be practised before holding a role that needs it. */
export type Access = 'open' | 'partial' | 'gated'
/** 0 none, 1 helpful, 2 important, 3 critical. */
export type Weight = 0 | 1 | 2 | 3
export type LinePattern = 'solid' | 'dash' | 'dot' | 'long-dash'
export type MoveKind = 'up' | 'cross' | 'swing' | 'side' | 'out' | 'back'
export type LabelSide = 'below' | 'above' | 'left' | 'right'
export type Confidence = 'high' | 'medium' | 'low'

export interface ScaleLevel {
  level: number
  name: string
  scope?: string
  autonomy?: string
  effect?: string
  /** How to tell that somebody is there. */
  tell?: string
}

export interface SkillGroup {
  id: string
  name: string
  short: string
  about?: string
  colour: { light: string; dark: string }
}

export interface KindWords {
  name: string
  about: string
}

export interface CareerPath {
  id: string
  name: string
  short: string
  about?: string
  pattern: LinePattern
}

export interface Band {
  band: number
  name: string
}

export interface WeekPart {
  id: string
  name: string
}

export interface Company {
  id: string
  name: string
  short: string
}

/** A sourced, dated statement that a role is about equal to some grades of a company. */
export interface EquivalenceClaim {
  role: string
  company: string
  grades: string[]
  confidence: Confidence
  source?: string
  date?: string
  note?: string
}

export interface Source {
  title: string
  author?: string
  usedFor?: string
}

/** A rule of one framework about itself, checked by generic code in lint. */
export type Invariant =
  | { rule: 'critical-count'; min: number; max: number }
  | { rule: 'critical-implies-level'; weight: number; level: number }
  | {
      rule: 'never-falls' | 'never-rises'
      roles: string[]
      groups?: string[]
      exceptGroups?: string[]
      skills?: string[]
    }
  | { rule: 'prerequisite-slack'; from: number; slack: number }

/** A finding of lint that the owner of the framework leaves as it is, and why. */
export interface AcceptedFinding {
  kind: JudgementKind
  /** As the finding names it, such as `delegation/splits-own-work`, `delegation/level-2` or `baker>master-baker`. */
  at: string
  reason: string
}

export interface Station {
  role: string
  x: number
  y: number
  label: LabelSide
}

export interface LayoutLine {
  path: string
  /** Pairs of role ids, drawn in the path's pattern. */
  legs: [string, string][]
  /** Legs that begin with the diagonal instead of ending with it. */
  startDiagonal: [string, string][]
}

/** Coordinates of the signature picture, in the units of its own view box. */
export interface Layout {
  width: number
  height: number
  gutter: number
  bands: { band: number; y: number; label: string }[]
  stations: Station[]
  lines: LayoutLine[]
  /** True where Skillmap made the layout because the framework has none. */
  computed: boolean
}

export interface Role {
  id: string
  name: string
  code: string
  path: string
  /** Absent where the framework has no bands. */
  band?: number
  purpose?: string
  scope?: string
  usualStay?: { text: string; years?: [number, number] }
  /** Percent of a typical week by part id; sums to 100. */
  week?: Record<string, number>
  tags: string[]
  /** Named by the framework; when absent they are derived (`mustHavesOf`). */
  mustHaves?: string[]
  preset: boolean
}

export interface Move {
  from: string
  to: string
  kind: MoveKind
  changes?: string
  hard?: string
  back?: { ease: 'easy' | 'medium' | 'hard'; note?: string; easyUntilYears?: number; hardAfterYears?: number }
  trial?: string
}

export interface StayText {
  changes: string
  hard: string
  trial?: string
}

/** A sentence with an id that is never reused: rewording keeps it, a change of meaning takes a new one. */
export interface Statement {
  id: string
  text: string
}

/** Something to read, and what to take from it. */
export interface Resource {
  /** Such as "Fournier, The Manager's Path". */
  source: string
  take?: string
}

/** What one level of one skill looks like. */
export interface Anchor {
  level: number
  behaviours: Statement[]
  /** What moves a person to the next level; at the top level, what keeps it alive. */
  practices: Statement[]
  reading: Resource[]
  antiPattern?: Statement
}

/** Something people say, and what it mostly means. */
export interface Phrase {
  /** Without the quotation marks around it. */
  text: string
  means?: string
  ask?: string
}

export interface Skill {
  id: string
  name: string
  kind: SkillKind
  group: string
  definition: string
  whyItMatters?: string
  confusedWith: { skill: string; difference: string }[]
  phrases: Phrase[]
  prerequisites: string[]
  /** Weeks of practice per level, for steps up to and including `upTo`; ascending. Empty: unknown. */
  weeks: { upTo: number; low: number; high: number }[]
  /** How often others can witness it: 0 never, 1 sometimes, 2 often, 3 daily. Absent: unknown. */
  observability?: { peers: number; manager: number; reports: number }
  access: Access
  /** Owner only: never asked of others and left out of every number that others see. */
  private: boolean
  /** Comes first in a plan when rated this far or more below the current role's expectation. */
  firstWhenBelow?: number
  safeguard?: string
  /** In level order; empty where the anchors are not written yet. */
  anchors: Anchor[]
}

export interface Expectation {
  level: number
  weight: Weight
}

/** Something the framework left out, and what Skillmap assumes in its place. */
export interface Assumption {
  /** Such as `skills/listening.md` or `framework.yaml`. */
  where: string
  field: string
  assumed: string
}

/** A whole framework version. Its canonical JSON is its identity. */
export interface Framework {
  id: string
  name: string
  version: string
  language: string
  licence?: string
  description?: string
  honesty?: string
  practiceHoursPerWeek: number
  /** Level 0 first; the last entry is the top level K. */
  scale: ScaleLevel[]
  countingRule?: string
  groups: SkillGroup[]
  kinds: { hard: KindWords; soft: KindWords }
  paths: CareerPath[]
  /** Ascending; empty where the framework has none. */
  bands: Band[]
  weekParts: WeekPart[]
  companies: Company[]
  equivalences: EquivalenceClaim[]
  invariants: Invariant[]
  layout: Layout
  moveKinds: Record<MoveKind, KindWords>
  stay: StayText
  roles: Role[]
  moves: Move[]
  /** In group order, then in the framework's own order. */
  skills: Skill[]
  /** By role id, then skill id. A skill without an entry is not expected (level 0, weight 0). */
  expectations: Record<string, Record<string, Expectation>>
  sources: Source[]
  assumptions: Assumption[]
  /** Absent where nothing is accepted. */
  acceptedFindings?: AcceptedFinding[]
}
