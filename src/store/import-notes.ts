// Takes the people of an export over, and what was said by and about them.

import { randomUUID } from 'node:crypto'
import type { ImportablePerson } from '../core/export/personal-export.ts'
import type { Imported } from './import.ts'
import { saveImportedAssessment } from './import-assessment.ts'
import { listKeptPeople, saveKeptPerson } from './kept-people.ts'
import { findPerson } from './people.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

interface Notes extends Pick<ImportablePerson, 'id' | 'people' | 'noted'> {
  /** Ids that must not come back; whoever had one gets another. */
  erased: ReadonlySet<string>
}

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedNotes(
  tx: ViewerTransaction,
  personId: string,
  notes: Notes,
  result: Imported,
): Promise<string | null> {
  const here = await saveImportedPeople(tx, notes, result)
  if (notes.id !== null) here.set(notes.id, personId)
  const hereOf = (id: string): string => {
    const found = here.get(id)
    if (found === undefined) throw new Error('An export that was checked names a person who is not in it.')
    return found
  }
  for (const [index, { subjectId, raterId, ...assessment }] of notes.noted.entries()) {
    const note = {
      assessment,
      subjectId: hereOf(subjectId),
      raterId: raterId === null ? null : hereOf(raterId),
    }
    const taken = await saveImportedAssessment(tx, note, result)
    if (taken !== null) return `/noted/${index}${taken}`
  }
  return null
}

/**
 * Their ids here, by those of the export. Whoever is kept here under the same id, or was removed here and is kept again
 * under the same name, stays as they are.
 */
async function saveImportedPeople(
  tx: ViewerTransaction,
  { people, erased }: Notes,
  result: Imported,
): Promise<Map<string, string>> {
  const kept = await listKeptPeople(tx)
  const ids = new Map<string, string>()
  for (const person of people) {
    const isTaken = erased.has(person.id) || (await findPerson(tx, person.id)) !== null
    const known = kept.find(
      ({ id, displayName }) => id === person.id || (isTaken && displayName === person.displayName),
    )
    result[known === undefined ? 'added' : 'kept'].people += 1
    const id = known?.id ?? (isTaken ? randomUUID() : person.id)
    if (known === undefined) await saveKeptPerson(tx, { ...person, id })
    ids.set(person.id, id)
  }
  return ids
}
