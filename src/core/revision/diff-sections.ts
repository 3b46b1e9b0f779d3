// Puts the changes between two versions under the headings that a reader looks for.

import type { Change, ChangeKind, FrameworkDiff } from './framework-diff.ts'

export type SectionName = 'skills' | 'expectations' | 'sentences' | 'roles' | 'details' | 'whole'

export interface DiffSection {
  name: SectionName
  title: string
  changes: Change[]
}

const SECTION_OF: Record<ChangeKind, SectionName> = {
  'skill-added': 'skills',
  'skill-removed': 'skills',
  'skill-merged': 'skills',
  'skill-renamed': 'skills',
  'skill-changed': 'details',
  'sentence-added': 'sentences',
  'sentence-removed': 'sentences',
  'sentence-reworded': 'sentences',
  'sentence-moved': 'sentences',
  'expectation-raised': 'expectations',
  'expectation-lowered': 'expectations',
  'role-added': 'roles',
  'role-removed': 'roles',
  'role-renamed': 'roles',
  'role-changed': 'roles',
  'move-added': 'roles',
  'move-removed': 'roles',
  'move-changed': 'roles',
  'level-added': 'whole',
  'level-removed': 'whole',
  'level-changed': 'whole',
  'part-added': 'whole',
  'part-removed': 'whole',
  'part-changed': 'whole',
  'framework-changed': 'whole',
  'order-changed': 'whole',
}

const TITLES: Record<SectionName, string> = {
  skills: 'Skills',
  expectations: 'What roles ask for',
  sentences: 'Sentences',
  roles: 'Roles and moves',
  details: 'Details of skills',
  whole: 'Scale, groups and the framework as a whole',
}

/** What changes a person's picture first; empty sections are left out. */
export function sectionsOf(diff: FrameworkDiff): DiffSection[] {
  return (Object.keys(TITLES) as SectionName[])
    .map((name) => ({
      name,
      title: TITLES[name],
      changes: diff.changes.filter((change) => SECTION_OF[change.kind] === name),
    }))
    .filter((section) => section.changes.length > 0)
}
