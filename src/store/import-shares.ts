// Takes the shares of an export over, sealed anew with the key that is here: after the people whom they are from.

import type { ExportedShares } from '../core/export/exported-shares.ts'
import { groupedBy } from '../core/framework/grouped-by.ts'
import type { Imported } from './import.ts'
import { listKeptPeople } from './kept-people.ts'
import { newEnd } from './new-end.ts'
import {
  addBroughtReceivedShare,
  addBroughtShare,
  listReceivedShareRevisions,
  listShareRevisions,
} from './shares.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedShares(
  tx: ViewerTransaction,
  personId: string,
  { shares, receivedShares }: ExportedShares,
  result: Imported,
): Promise<string | null> {
  const given = await listShareRevisions(tx, personId)
  for (const one of freshOf(shares, given, result)) {
    if (!(await addBroughtShare(tx, one, personId))) return '/shares'
  }
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  const came = await listReceivedShareRevisions(tx, personId)
  // Whoever is not kept here took what they handed over with them.
  const ofKept = receivedShares.filter((one) => kept.has(one.personId))
  for (const one of freshOf(ofKept, came, result)) {
    if (!(await addBroughtReceivedShare(tx, one, personId))) return '/receivedShares'
  }
  return null
}

interface Revision {
  id: string
  revisionId: string
  version: number
}

function freshOf<One extends Revision>(
  coming: readonly One[],
  here: { revisions: readonly One[]; unreadable: readonly { id: string }[] },
  result: Imported,
): One[] {
  const known = groupedBy([...here.revisions], ({ id }) => id)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(here.unreadable.map(({ id }) => id))
  return [...groupedBy([...coming], ({ id }) => id)].flatMap(([id, history]) => {
    const fresh = closed.has(id) ? [] : newEnd(known.get(id) ?? [], history)
    result.added.shares += fresh.length
    result.kept.shares += history.length - fresh.length
    return fresh
  })
}
