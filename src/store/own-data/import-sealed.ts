// Takes over what an export holds of sealed revisions, sealed anew with the key that is here: evidence, feedback, talks, shares.

import type { ImportablePerson } from '../../core/export/personal-export.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { addBroughtConversation, listConversationRevisions } from '../conversation/conversations.ts'
import { addBroughtEvidence, listEvidenceRevisions } from '../evidence/evidence.ts'
import { addBroughtFeedback, listFeedbackRevisions } from '../feedback/feedback.ts'
import { addBroughtFeedbackDraft, listFeedbackDraftRevisions } from '../feedback/feedback-drafts.ts'
import { newEnd } from '../new-end.ts'
import { listKeptPeople } from '../person/kept-people.ts'
import {
  addBroughtReceivedShare,
  addBroughtShare,
  listReceivedShareRevisions,
  listShareRevisions,
} from '../share/shares.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'

interface Revision {
  id: string
  revisionId: string
}

/** How one noun is taken over. */
interface Kind<One extends Revision> {
  /** Where it lies in an export. */
  pointer: string
  counted: keyof Imported['added']
  coming: readonly One[]
  listHere: (
    tx: ViewerTransaction,
    personId: string,
  ) => Promise<{ revisions: readonly One[]; unreadable: readonly { id: string }[] }>
  add: (tx: ViewerTransaction, revision: One, personId: string) => Promise<boolean>
}

interface Sealed extends ImportablePerson {
  /** The ids that people of the export have here. */
  here: ReadonlyMap<string, string>
}

/** After the people whom it names. Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedSealed(
  tx: ViewerTransaction,
  personId: string,
  value: Sealed,
  result: Imported,
): Promise<string | null> {
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  // Whoever is not kept here stays by name alone, or said it without a name.
  const known = (id: string | null) => {
    const now = id === null ? null : (value.here.get(id) ?? id)
    return now !== null && kept.has(now) ? now : null
  }
  const take = <One extends Revision>(kind: Kind<One>) => takeOver(tx, personId, kind, result)
  return (
    (await take({
      ...{ pointer: '/evidence', counted: 'evidence', coming: value.evidence.map(withKnownCredit) },
      ...{ listHere: listEvidenceRevisions, add: addBroughtEvidence },
    })) ??
    (await take({
      ...{
        pointer: '/feedback',
        counted: 'feedback',
        listHere: listFeedbackRevisions,
        add: addBroughtFeedback,
      },
      coming: value.feedback.map((one) => ({ ...one, saidBy: known(one.saidBy) })),
    })) ??
    (await take({
      ...{ pointer: '/feedbackDrafts', counted: 'feedbackDrafts' },
      coming: value.feedbackDrafts.map((one) => ({ ...one, personId: known(one.personId) })),
      ...{ listHere: listFeedbackDraftRevisions, add: addBroughtFeedbackDraft },
    })) ??
    (await take({
      ...{ pointer: '/conversations', counted: 'conversations' },
      coming: value.conversations.map((one) => ({ ...one, personId: known(one.personId) })),
      ...{ listHere: listConversationRevisions, add: addBroughtConversation },
    })) ??
    (await take({
      ...{ pointer: '/shares', counted: 'shares', coming: value.shares },
      ...{ listHere: listShareRevisions, add: addBroughtShare },
    })) ??
    (await take({
      ...{ pointer: '/receivedShares', counted: 'shares' },
      // Whoever is not kept here took what they handed over with them.
      coming: value.receivedShares.flatMap((one) => {
        const who = known(one.personId)
        return who === null ? [] : [{ ...one, personId: who }]
      }),
      ...{ listHere: listReceivedShareRevisions, add: addBroughtReceivedShare },
    }))
  )

  function withKnownCredit(entry: ImportablePerson['evidence'][number]) {
    return {
      ...entry,
      credit: entry.credit.map(({ name, personId: who }) => ({ name, personId: known(who) })),
    }
  }
}

async function takeOver<One extends Revision>(
  tx: ViewerTransaction,
  personId: string,
  { pointer, counted, coming, listHere, add }: Kind<One>,
  result: Imported,
): Promise<string | null> {
  if (coming.length === 0) return null
  const { revisions, unreadable } = await listHere(tx, personId)
  const here = groupedBy([...revisions], ({ id }) => id)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(unreadable.map(({ id }) => id))
  for (const [id, history] of groupedBy([...coming], (one) => one.id)) {
    const fresh = closed.has(id) ? [] : newEnd(here.get(id) ?? [], history)
    result.added[counted] += fresh.length
    result.kept[counted] += history.length - fresh.length
    for (const revision of fresh) if (!(await add(tx, revision, personId))) return pointer
  }
  return null
}
