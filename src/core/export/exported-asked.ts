// What was asked for between colleagues, as a part of a personal export, and what of it lives on in a Skillmap of one's own.

import { z } from 'zod'
import type { Assessment } from '../assessment/assessment.ts'
import { type KeptPerson, LONGEST_NAME, type Relation } from '../person/kept-person.ts'
import type { Dispute } from '../round/dispute.ts'
import {
  assessmentFields,
  type ExportedAssessment,
  type ExportedRevision,
  id,
  text,
} from './exported-assessment.ts'
import type { ImportableNote } from './exported-people.ts'

/** What the person said about colleagues, and what these gave about the person. Unread drafts of others are not in it. */
export interface ExportedAsked extends ExportedAssessment {
  /** As the organisation names them. */
  raterName: string
  subjectName: string
  /** What whom it is about says of it. */
  disputes: Dispute[]
}

export const exportedAsked = z.object({
  ...assessmentFields,
  subjectId: id,
  /** Who said it; missing where that is whom it is about. */
  ownerId: id.exactOptional(),
  raterKind: z.enum(['self', 'manager', 'peer', 'report', 'client']),
  raterName: text.max(LONGEST_NAME * 2),
  role: text,
  purpose: z.enum(['development', 'evaluation']).exactOptional(),
  confidential: z.literal(true).exactOptional(),
  /** The rater wrote down what somebody else said. */
  writtenDown: z.literal(true).exactOptional(),
})

export type ImportableAsked = z.infer<typeof exportedAsked>

interface Own {
  assessments: (Omit<Assessment, 'subjectId' | 'ratings'> & { revisions: ExportedRevision[] })[]
  people: KeptPerson[]
  noted: ImportableNote[]
}

/**
 * What was said about the person for development, where nobody has colleagues with accounts: their own answers are a look
 * at themselves, and what others gave with their names is noted of people whom they keep. What they said about others
 * stays where it was said, and so do contests, openings and agreements: the file tells of them.
 */
export function ownOfAsked(asked: readonly ImportableAsked[], personId: string | null): Own {
  const own: Own = { assessments: [], people: [], noted: [] }
  const about = asked.filter((one) => one.subjectId === personId && one.purpose === 'development')
  for (const { subjectId, ownerId, raterName, purpose: _, confidential, writtenDown, ...rest } of about) {
    const { raterKind } = rest
    if (ownerId === undefined || raterKind === 'self') {
      // Whoever held no role was asked from the middle of the scale; a look at oneself needs one.
      if (rest.role !== '') own.assessments.push({ ...rest, raterKind: 'self' })
    } else if (confidential === undefined && writtenDown === true) {
      own.noted.push({ ...rest, subjectId, raterId: null })
    } else if (confidential === undefined) {
      if (own.people.every((person) => person.id !== ownerId))
        own.people.push(keptAs(ownerId, raterName, raterKind))
      own.noted.push({ ...rest, subjectId, raterId: ownerId })
    }
  }
  return own
}

/** Under the id that they had there, so that reading the file twice keeps nobody twice. */
function keptAs(personId: string, name: string, relation: Relation): KeptPerson {
  return {
    id: personId,
    displayName: name === '' ? 'A colleague' : name,
    relation,
    role: null,
    revisionId: personId,
  }
}
