// People whom somebody keeps, and what was said by and about them, as parts of a personal export.

import { z } from 'zod'
import type { Assessment } from '../assessment/assessment.ts'
import { type KeptPerson, LONGEST_NAME } from '../person/kept-person.ts'
import { assessmentFields, type ExportedRevision, id, text } from './exported-assessment.ts'

/** What one person said about another on a day. */
export interface ExportedNote extends Assessment {
  /** Null where nobody knows who said it. */
  raterId: string | null
  revisions: ExportedRevision[]
}

export type ImportableNote = Omit<ExportedNote, 'ownerId' | 'ratings'>

export const exportedPerson = z.object({
  id,
  displayName: text.min(1).max(LONGEST_NAME * 2),
  relation: z.enum(['report', 'peer', 'manager', 'client']).nullable(),
  role: text.nullable(),
  revisionId: id,
}) satisfies z.ZodType<KeptPerson>

export const exportedNote = z.object({
  ...assessmentFields,
  subjectId: id,
  raterId: id.nullable(),
  raterKind: z.enum(['self', 'manager', 'peer', 'report', 'client']),
  role: text,
})

/** Whom the notes name must be in the export, so that no rating loses its person on the way. */
export function checkPeople(
  notes: readonly ImportableNote[],
  known: ReadonlySet<string>,
): { pointer: string; message: string }[] {
  return notes.flatMap((note, index) =>
    (['subjectId', 'raterId'] as const)
      .filter((field) => note[field] !== null && !known.has(note[field]))
      .map((field) => ({ pointer: `/noted/${index}/${field}`, message: 'this person is not in the export' })),
  )
}
