// Records of what somebody handed over, and share files that they received from others. The words are sealed.

import { receivedShareRules, shareRules } from '../../core/access/share.ts'
import type { Result } from '../../core/result.ts'
import {
  NOTHING_SHARED,
  type ReceivedShare,
  type ReceivedShareRevision,
  type Share,
  type ShareRevision,
} from '../../core/share/share.ts'
import type { SealedColumns } from '../private-text/private-tables.ts'
import { type SaveFailure, sealedRevisions, type UnreadableRow } from '../private-text/sealed-revisions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

type ShareOpen = Pick<Share, 'sharedAt'>
type ReceivedOpen = Pick<ReceivedShare, 'receivedAt' | 'personId'>
export type SaveShareFailure = SaveFailure<Share>
export type SaveReceivedShareFailure = SaveFailure<ReceivedShare>

const shares = sealedRevisions<Share, ShareOpen, Pick<Share, 'content' | 'endedOn'>>({
  noun: 'share',
  table: 'share_revision',
  current: 'current_share',
  see: shareRules.see,
  readOpen: (row: SealedColumns & { shared_at?: string }) => ({ sharedAt: row.shared_at ?? '' }),
  openColumns: ({ sharedAt }) => ({ shared_at: sharedAt }),
  saidOpenly: () => '',
  wordsOf: ({ content, endedOn }) => ({ content, endedOn }),
  noWords: { content: NOTHING_SHARED, endedOn: null },
})

const received = sealedRevisions<ReceivedShare, ReceivedOpen, Pick<ReceivedShare, 'file'>>({
  noun: 'received-share',
  table: 'received_share_revision',
  current: 'current_received_share',
  see: receivedShareRules.see,
  readOpen: (row: SealedColumns & { received_at?: string; subject_id?: string }) => ({
    receivedAt: row.received_at ?? '',
    personId: row.subject_id ?? '',
  }),
  openColumns: ({ receivedAt, personId }) => ({ received_at: receivedAt, subject_id: personId }),
  saidOpenly: ({ personId }) => personId,
  wordsOf: ({ file }) => ({ file }),
  noWords: { file: { ...NOTHING_SHARED, schema: 'skillmap-share', schemaVersion: 1, id: '' } },
})

/** What the person handed over, the latest first. */
export async function listShares(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ shares: Share[]; unreadable: UnreadableRow<ShareOpen>[] }> {
  const { items, unreadable } = await shares.list(tx, personId)
  return { shares: items.sort((a, b) => later(a.sharedAt, b.sharedAt)), unreadable }
}

/** What they received, the latest first; `from` narrows it to one person whom they keep. */
export async function listReceivedShares(
  tx: ViewerTransaction,
  personId: string,
  from: string | null,
): Promise<{ received: ReceivedShare[]; unreadable: UnreadableRow<ReceivedOpen>[] }> {
  const { items, unreadable } = await received.list(tx, personId)
  const isFrom = (one: string) => from === null || one === from
  return {
    received: items.filter((one) => isFrom(one.personId)).sort((a, b) => later(a.receivedAt, b.receivedAt)),
    unreadable: unreadable.filter(({ open }) => isFrom(open.personId)),
  }
}

const later = (a: string, b: string) => (a < b ? 1 : -1)

export const findShare = shares.find
export const saveShare = shares.save
export const saveReceivedShare = received.save
export const addBroughtShare = shares.add
export const addBroughtReceivedShare = received.add

export function listShareRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: ShareRevision[]; unreadable: UnreadableRow<ShareOpen>[] }> {
  return shares.listRevisions(tx, personId)
}

export function listReceivedShareRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: ReceivedShareRevision[]; unreadable: UnreadableRow<ReceivedOpen>[] }> {
  return received.listRevisions(tx, personId)
}

/** Takes a received file away: a revision without words. */
export function saveReceivedShareRemoved(
  tx: ViewerTransaction,
  removal: { id: string; revisionId: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveReceivedShareFailure>> {
  return received.withdraw(tx, { ...removal, open: {} }, expectedRevisionId)
}
