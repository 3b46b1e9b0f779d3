// A piece of upcoming work that somebody could grow by, what a manager and a person agreed, and who was given what.

/** Stretch asks more than was asked before; glue holds a team together; steady keeps what there is running. */
export const OPPORTUNITY_KINDS = ['stretch', 'glue', 'steady'] as const
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number]

/** A skill that the work exercises, and the level at which it does. */
export interface ExercisedSkill {
  skill: string
  level: number
}

/** What the work is, without who does it. */
export interface Work {
  title: string
  about: string
  kind: OpportunityKind
  /** A calendar quarter, such as `2027-Q1`. */
  quarter: string
  /** Weeks of work for each person on it. */
  weeks: number
  skills: ExercisedSkill[]
}

export interface OpportunityContent extends Work {
  frameworkDigest: string
  /** How many people it needs. */
  people: number
  /** Shown to the people of its manager, so that they may say that they would like it. */
  shown: boolean
  /** What the manager is trying: who is to be on it, and who is not; ids of people. */
  tried: { with: string[]; without: string[] }
}

export interface Opportunity extends OpportunityContent {
  id: string
  revisionId: string
  savedAt: string
  /** When it was taken off the list; null while it is on it. */
  removedAt: string | null
}

/** A skill in which somebody wants to grow, and the level they stand at. */
export interface GrowthArea {
  skill: string
  level: number
}

/** What a manager and a person agreed: written by the manager, read and annotated by the person. */
export interface AgreedGrowth {
  id: string
  personId: string
  /** Who wrote it down. */
  managerId: string
  frameworkDigest: string
  areas: GrowthArea[]
  /** Weeks of planned work in a quarter that they can take on. */
  weeks: number
  agreedOn: string
  /** What the person says about it; empty where they say nothing. */
  note: string
}

/** What one piece of work is to one person: shown to them, or given to them. A fact with days; ended, never overwritten. */
export interface WorkPart {
  id: string
  personId: string
  managerId: string
  /** Null for work of earlier quarters that was written in by hand. */
  opportunityId: string | null
  stage: 'shown' | 'given'
  work: Work
  /** Why it was given, in words to the person. */
  why: string[]
  since: string
  until: string | null
  /** When the person said that they would like it; null where they did not. */
  wishedAt: string | null
  /** What the person says about it; empty where they say nothing. */
  note: string
}

/** A snapshot of the work alone. */
export function workOf({ title, about, kind, quarter, weeks, skills }: Work): Work {
  return { title, about, kind, quarter, weeks, skills }
}

/** Weeks for each person, from the weeks of a whole piece of work, to a tenth. */
export function weeksEach(personWeeks: number, people: number): number {
  return Math.round((personWeeks / Math.max(1, people)) * 10) / 10
}

export const MOST_OPPORTUNITIES = 200
export const MOST_SKILLS_OF_WORK = 8
export const MOST_AREAS = 12
