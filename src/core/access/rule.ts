// The one access language: a Rule is plain data, evaluated here on an object and compiled by the store to SQL.

import type { AdminScope, Viewer } from './viewer.ts'

/** Deny by default: whatever no part of a rule grants is refused. There is no "not". */
export type Rule =
  | { kind: 'nobody' }
  | { kind: 'everyone' }
  | { kind: 'owner' }
  | { kind: 'subject' }
  /** Whom it was handed to. */
  | { kind: 'recipient' }
  /** The subject's manager on that ISO date. */
  | { kind: 'managerOf'; date: string }
  | { kind: 'admin'; scope: AdminScope }
  /** It was given by its writer, or is part of a release that was sealed and published. */
  | { kind: 'sealedRelease' }
  /** It was said before anybody wrote it that the subject's manager reads it too. */
  | { kind: 'shownToManager' }
  | { kind: 'and'; rules: Rule[] }
  | { kind: 'or'; rules: Rule[] }

/** What a rule may look at. A fact that a noun does not have is null, and grants nothing. */
export interface AccessFacts {
  orgId: string
  ownerId: string | null
  subjectId: string | null
  /** Left out where nothing is handed to anybody. */
  recipientId?: string | null
  /** ISO time at which it was given, or its sealed release published. */
  releasedAt: string | null
  /** Who else reads it: `manager` where that was said beforehand. */
  audience?: string | null
}

export const nobody: Rule = { kind: 'nobody' }
/** Everyone of the same organisation. */
export const everyone: Rule = { kind: 'everyone' }
export const owner: Rule = { kind: 'owner' }
export const subject: Rule = { kind: 'subject' }
export const recipient: Rule = { kind: 'recipient' }
export const sealedRelease: Rule = { kind: 'sealedRelease' }
export const shownToManager: Rule = { kind: 'shownToManager' }

export function managerOf(date: string): Rule {
  return { kind: 'managerOf', date }
}

export function admin(scope: AdminScope): Rule {
  return { kind: 'admin', scope }
}

/** All of them. An empty list grants nothing, so that a forgotten condition cannot open a door. */
export function and(...rules: Rule[]): Rule {
  return { kind: 'and', rules }
}

/** Any of them. */
export function or(...rules: Rule[]): Rule {
  return { kind: 'or', rules }
}

/** The people whom the viewer managed on an ISO date. */
export function managedOn(viewer: Viewer, date: string): string[] {
  return viewer.reports
    .filter((report) => report.from <= date && (report.until === null || date <= report.until))
    .map((report) => report.personId)
}

/** Whether a rule lets a viewer act on an object. Nothing ever crosses an organisation. */
export function evaluateRule(rule: Rule, viewer: Viewer, facts: AccessFacts): boolean {
  return viewer.orgId === facts.orgId && grants(rule, viewer, facts)
}

function grants(rule: Rule, viewer: Viewer, facts: AccessFacts): boolean {
  switch (rule.kind) {
    case 'nobody':
      return false
    case 'everyone':
      return true
    case 'owner':
      return viewer.personId !== null && viewer.personId === facts.ownerId
    case 'subject':
      return viewer.personId !== null && viewer.personId === facts.subjectId
    case 'recipient':
      return viewer.personId !== null && viewer.personId === facts.recipientId
    case 'managerOf':
      return facts.subjectId !== null && managedOn(viewer, rule.date).includes(facts.subjectId)
    case 'admin':
      return viewer.adminOf.includes(rule.scope)
    case 'sealedRelease':
      return facts.releasedAt !== null
    case 'shownToManager':
      return facts.audience === 'manager'
    case 'and':
      return rule.rules.length > 0 && rule.rules.every((part) => grants(part, viewer, facts))
    case 'or':
      return rule.rules.some((part) => grants(part, viewer, facts))
  }
}
