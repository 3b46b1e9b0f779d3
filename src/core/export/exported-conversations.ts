// Conversations as a part of a personal export.

import { z } from 'zod'
import type { ConversationRevision } from '../conversation/conversation.ts'
import { conversationFields } from '../conversation/conversation-schema.ts'
import { digest, id, MOST, time } from './exported-assessment.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** Missing in exports from before there were any. */
export interface ExportedConversations {
  /** By conversation, then oldest first. What could not be opened is among the records, as it is stored. */
  conversations: ConversationRevision[]
}

const revision = z.object({
  id,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  frameworkDigest: digest,
  ...conversationFields,
  writtenAt: time,
}) satisfies z.ZodType<ConversationRevision>

export const exportedConversations = { conversations: z.array(revision).max(MOST).default([]) }

/** What holds now, as a part of the page. */
export function conversationParts(data: PersonalExport): string[] {
  const latest = new Map<string, ConversationRevision>()
  for (const one of data.conversations ?? []) latest.set(one.id, one)
  const current = [...latest.values()].filter(({ withdrawn }) => !withdrawn)
  if (current.length === 0) return []
  return ['## Talks', ...current.map(talkPart)]
}

function talkPart({ withWhom, heldOn, oneThing, questions, steps, notes }: ConversationRevision): string {
  const lists = [
    oneThing === '' ? '' : `The one thing: ${plain(oneThing)}`,
    questions.map(({ asked, text }) => `- ${asked ? 'asked' : 'to ask'}: ${plain(text)}`).join('\n'),
    steps
      .map(({ done, text, whose, dueOn }) => {
        const by = dueOn === null ? '' : `, by ${dueOn}`
        return `- ${done ? 'done' : 'agreed'}: ${plain(text)} (${whose === 'me' ? 'you' : plain(withWhom)}${by})`
      })
      .join('\n'),
    notes === '' ? '' : plain(notes),
  ]
  return [`### With ${plain(withWhom)}, ${heldOn}`, ...lists.filter((one) => one !== '')].join('\n\n')
}
