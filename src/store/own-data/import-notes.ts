// Takes the people of an export over, and what was said by and about them.

import { randomUUID } from 'node:crypto'
import type { ImportablePerson } from '../../core/export/personal-export.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findAssessment } from '../assessment/assessments.ts'
import { addKeptPerson, listKeptPeople, saveKeptPerson } from '../person/kept-people.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'
import { isOwn, saveImportedAssessment } from './import-assessment.ts'

interface Notes extends Pick<ImportablePerson, 'id' | 'people' | 'noted'> {
  /** Ids that must not come back; whoever had one gets another. */
  erased: ReadonlySet<string>
}

/** Ids here by those of the export; a failure is where the export has an id that belongs to something else. */
export async function saveImportedNotes(
  tx: ViewerTransaction,
  personId: string,
  notes: Notes,
  result: Imported,
): Promise<Result<ReadonlyMap<string, string>, string>> {
  const here = await saveImportedPeople(tx, { ...notes, given: await listGivenHere(tx, notes) }, result)
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
    if (taken !== null) return fail(`/noted/${index}${taken}`)
  }
  return succeed(here)
}

/**
 * People of the export who stand in it only as those who gave what is here already under their own account: nobody needs
 * to keep them a second time.
 */
async function listGivenHere(
  tx: ViewerTransaction,
  { people, noted }: Notes,
): Promise<ReadonlyMap<string, string>> {
  const givers = new Map<string, string>()
  const named = new Set<string>()
  for (const { id, subjectId, raterId } of noted) {
    const known = await findAssessment(tx, id)
    if (known === null || isOwn(tx, known)) for (const one of [subjectId, raterId ?? '']) named.add(one)
    else if (raterId !== null && known.ownerId !== undefined) givers.set(raterId, known.ownerId)
  }
  return new Map(
    people.flatMap(({ id }) => {
      const member = givers.get(id)
      return member === undefined || named.has(id) ? [] : [[id, member] as const]
    }),
  )
}

interface PeopleToImport extends Pick<Notes, 'people' | 'erased'> {
  /** Whoever gave what is here already, by their id in the export. */
  given: ReadonlyMap<string, string>
}

/**
 * Their ids here, by those of the export. Whoever is kept here under the same id, or was removed here and is kept again
 * under the same name, stays as they are. An id that is somebody else's here, such as a member's, is not taken: nothing
 * is linked by itself.
 */
async function saveImportedPeople(
  tx: ViewerTransaction,
  { people, erased, given }: PeopleToImport,
  result: Imported,
): Promise<Map<string, string>> {
  const kept = await listKeptPeople(tx)
  const ids = new Map<string, string>()
  for (const person of people) {
    const own = kept.find(({ id }) => id === person.id)?.id ?? given.get(person.id)
    const isAdded = own === undefined && !erased.has(person.id) && (await addKeptPerson(tx, person))
    const alike =
      own === undefined && !isAdded
        ? kept.find(({ displayName }) => displayName === person.displayName)?.id
        : undefined
    const known = own ?? (isAdded ? person.id : alike)
    const id = known ?? randomUUID()
    if (known === undefined) await saveKeptPerson(tx, { ...person, id })
    result[isAdded || known === undefined ? 'added' : 'kept'].people += 1
    ids.set(person.id, id)
  }
  return ids
}
