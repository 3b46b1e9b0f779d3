// Decides whether a conversation can be kept: somebody whom it is with, days in order, a role that exists, ids once each.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type Conversation, type ConversationContent, contentOf } from './conversation.ts'

export interface WriteConversationCommand extends ConversationContent {
  id: string
  frameworkDigest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

/** `path` leads to a part of the command, such as `steps`. */
export interface ConversationFailure {
  path: string
  message: string
}

/** A conversation, or the first thing that does not fit. `now` is an ISO time. */
export function writeConversation(
  framework: Framework,
  command: WriteConversationCommand,
  now: string,
): Result<Omit<Conversation, 'version'>, ConversationFailure> {
  const { id, frameworkDigest, revisionId, withWhom, heldOn, since, towards, questions, steps } = command
  if (withWhom.trim() === '') return fail({ path: 'withWhom', message: 'Say whom the talk is with.' })
  if (since > heldOn)
    return fail({ path: 'since', message: 'The day to look back to comes after the day of the talk.' })
  if (towards !== null && findRole(framework, towards) === undefined)
    return fail({ path: 'towards', message: `No role is called ${towards}.` })
  for (const [path, list] of Object.entries({ questions, steps }))
    if (new Set(list.map((one) => one.id)).size < list.length)
      return fail({ path, message: 'An id stands there twice.' })
  return succeed({ ...contentOf(command), id, frameworkDigest, revisionId, writtenAt: now })
}
