// What became of a framework from one version to another: one entry for each thing that changed.

import type { Expectation, Move } from '../framework/framework.ts'
import type { Wording } from './compare-wording.ts'

/** How two things of two versions were found to be the same one. */
export type Match =
  | { by: 'id' }
  /** Another id: matched by its words, with a confidence of 0 to 1. */
  | { by: 'text'; confidence: number }

export interface Named {
  id: string
  name: string
}

export type SentencePart = 'behaviour' | 'practice' | 'anti-pattern'

/** Where a sentence stands. */
export interface SentencePlace {
  skill: string
  level: number
  part: SentencePart
}

/** A part of the framework with an id and a name, beside skills, roles and moves. */
export type PartNoun = 'group' | 'path' | 'band' | 'week-part' | 'company'

export type Change =
  | { kind: 'skill-added'; skill: Named; roles: number }
  | { kind: 'skill-removed'; skill: Named; roles: number }
  /** Gone as a skill; most of its sentences stand in another one now. */
  | { kind: 'skill-merged'; skill: Named; into: Named; sentences: number; of: number; confidence: number }
  | { kind: 'skill-renamed'; before: Named; skill: Named; match: Match }
  | { kind: 'skill-changed'; skill: Named; field: string; before: string; after: string; wording: Wording }
  | { kind: 'sentence-added'; skill: Named; place: SentencePlace; id: string; text: string }
  | { kind: 'sentence-removed'; skill: Named; place: SentencePlace; id: string; text: string }
  | {
      kind: 'sentence-reworded'
      skill: Named
      place: SentencePlace
      /** Its id now, and the one it had. */
      id: string
      beforeId: string
      before: string
      after: string
      wording: Wording
      match: Match
    }
  /** At another level, in another skill, or another kind of sentence; perhaps reworded as well. */
  | {
      kind: 'sentence-moved'
      skill: Named
      from: SentencePlace
      fromSkill: Named
      place: SentencePlace
      /** Its id now, and the one it had. */
      id: string
      beforeId: string
      before: string
      after: string
      wording: Wording
      match: Match
    }
  | {
      kind: 'expectation-raised' | 'expectation-lowered'
      role: Named
      skill: Named
      before: Expectation
      after: Expectation
    }
  | { kind: 'role-added'; role: Named; skills: number }
  | { kind: 'role-removed'; role: Named; skills: number }
  | { kind: 'role-renamed'; before: Named; role: Named; match: Match }
  | { kind: 'role-changed'; role: Named; field: string; before: string; after: string }
  | { kind: 'move-added' | 'move-removed'; from: Named; to: Named; move: Move }
  | { kind: 'move-changed'; from: Named; to: Named; field: string; before: string; after: string }
  | { kind: 'level-added' | 'level-removed'; level: number; name: string }
  | { kind: 'level-changed'; level: number; name: string; field: string; before: string; after: string }
  | { kind: 'part-added' | 'part-removed'; noun: PartNoun; part: Named }
  | { kind: 'part-changed'; noun: PartNoun; part: Named; field: string; before: string; after: string }
  /** `before` and `after` are empty where the value is no text that anybody would read. */
  | { kind: 'framework-changed'; field: string; before: string; after: string }
  | { kind: 'order-changed'; of: 'skills' | 'roles' | 'sentences' | 'parts'; where: string }

export type ChangeKind = Change['kind']

/** The changes of one kind; several kinds may share a shape, which `Extract` would not see. */
export type ChangeOf<Kind extends ChangeKind> = Kind extends ChangeKind ? HasKind<Change, Kind> : never
type HasKind<Each extends Change, Kind> = Each extends Change
  ? Kind extends Each['kind']
    ? Each
    : never
  : never

export interface VersionName {
  id: string
  name: string
  version: string
}

/** Which id of the old version is which id of the new one; what is missing is gone. */
export interface Pairing {
  /** New id by old id. */
  after: ReadonlyMap<string, string>
  /** Old id by new id. */
  before: ReadonlyMap<string, string>
  match: ReadonlyMap<string, Match>
}

export interface FrameworkDiff {
  before: VersionName
  after: VersionName
  skills: Pairing
  roles: Pairing
  /** In the order in which a reader wants them: skills, sentences, expectations, roles, moves, the rest. */
  changes: Change[]
}

/** The changes of some kinds, typed as such. */
export function changesOf<Kind extends ChangeKind>(
  diff: Pick<FrameworkDiff, 'changes'>,
  ...kinds: Kind[]
): ChangeOf<Kind>[] {
  return diff.changes.filter((change): change is ChangeOf<Kind> & Change =>
    (kinds as ChangeKind[]).includes(change.kind),
  )
}
