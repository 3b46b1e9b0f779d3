// What the routes about people and their ratings share: addresses, commands, and who is meant by them.
import { z } from '@hono/zod-openapi'
import { type KeptPerson, LONGEST_NAME } from '../../core/person/kept-person.ts'
import { findPerson } from '../../store/people.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { SignedIn } from '../app-env.ts'
import { refuse } from '../errors.ts'
import { plainText, relation, slug, uuid } from '../wire.ts'

export const ONE_PERSON = z.strictObject({ id: uuid })
/** `me` stands for oneself. */
export const ONE_SUBJECT = z.strictObject({ id: z.union([z.literal('me'), uuid]) })
export const NO_PERSON = refuse('not-found', 'You keep nobody with this id.')

export const keepPersonSchema = z.strictObject({
  displayName: plainText(LONGEST_NAME * 2),
  relation: relation.nullable().default(null).openapi({ description: 'What they are to you.' }),
  role: slug.nullable().default(null).openapi({ description: 'A role of the framework in use.' }),
})

/** Who is rated: oneself, or somebody whom one keeps. */
export interface Subject {
  id: string
  name: string | null
  /** Null for oneself. */
  kept: KeptPerson | null
}

/** Null where the viewer keeps nobody of this id. */
export async function findSubject(
  tx: ViewerTransaction,
  { personId }: SignedIn,
  id: string,
): Promise<Subject | null> {
  if (id === 'me' || id === personId) {
    const me = await findPerson(tx, personId)
    return { id: personId, name: me?.displayName ?? null, kept: null }
  }
  const kept = await findKeptPerson(tx, id)
  return kept === null ? null : { id, name: kept.displayName, kept }
}
