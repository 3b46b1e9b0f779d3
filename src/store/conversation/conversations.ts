// Conversations: what somebody prepares for a talk and what was agreed. A change adds a revision; the words are sealed.

import { conversationRules } from '../../core/access/conversation.ts'
import {
  type Conversation,
  type ConversationContent,
  contentOf,
  latestTalkFirst,
  NO_CONVERSATION,
} from '../../core/conversation/conversation.ts'
import type { Result } from '../../core/result.ts'
import type { SealedColumns } from '../private-text/private-tables.ts'
import { type SaveFailure, sealedRevisions, type UnreadableRow } from '../private-text/sealed-revisions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveConversationFailure = SaveFailure<Conversation>
type Open = Pick<Conversation, 'heldOn' | 'writtenAt'>

const conversations = sealedRevisions<Conversation, Open, Omit<ConversationContent, 'heldOn'>>({
  noun: 'conversation',
  table: 'conversation_revision',
  current: 'current_conversation',
  see: conversationRules.see,
  readOpen: (row: SealedColumns & { held_on?: string; written_at?: string }) => ({
    heldOn: row.held_on ?? '',
    writtenAt: row.written_at ?? '',
  }),
  openColumns: ({ heldOn, writtenAt }) => ({ held_on: heldOn, written_at: writtenAt }),
  saidOpenly: ({ heldOn }) => heldOn,
  wordsOf: (conversation) => {
    const { heldOn: _, ...words } = contentOf(conversation)
    return words
  },
  noWords: NO_CONVERSATION,
})

/** All current ones of a person, the latest day first, and those that cannot be opened. */
export async function listConversations(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ conversations: Conversation[]; unreadable: UnreadableRow<Open>[] }> {
  const { items, unreadable } = await conversations.list(tx, personId)
  return { conversations: items.sort(latestTalkFirst), unreadable }
}

/** A current one; null where there is none, or where it cannot be read. */
export const findConversation = conversations.find

/** Every revision of a person that can be read, oldest first within each conversation, and those that cannot be. */
export const listConversationRevisions = conversations.listRevisions

/** Saves one; the last argument is the revision that it changes, null where there is none. */
export const saveConversation = conversations.save

/** Takes one back: a revision without words. */
export function saveConversationWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveConversationFailure>> {
  const { id, revisionId, withdrawnAt } = withdrawal
  return conversations.withdraw(tx, { id, revisionId, open: { writtenAt: withdrawnAt } }, expectedRevisionId)
}

/** Adds a revision that was brought; false where its ids belong to something else. */
export const addBroughtConversation = conversations.add
