// The part of the program's API that is about talks.
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import type { Conversation, ConversationContent } from '../../core/conversation/conversation.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export function listTalks(): Promise<{ conversations: Conversation[]; unreadable: number }> {
  return read('/conversations')
}

export function readTalk(id: string): Promise<{ conversation: Conversation; brief: ConversationBrief }> {
  return read(`/conversations/${encodeURIComponent(id)}/brief`)
}

export function saveTalk(
  id: string,
  command: { revisionId: string; frameworkDigest: string; content: ConversationContent },
  current: string | null,
): Promise<Result<Conversation, Problem>> {
  const headers = precondition(current)
  return send(`/conversations/${encodeURIComponent(id)}`, { method: 'PUT', body: command, headers })
}

export function withdrawTalk({
  id,
  revisionId,
}: Pick<Conversation, 'id' | 'revisionId'>): Promise<Result<void, Problem>> {
  const headers = precondition(revisionId)
  return send(`/conversations/${encodeURIComponent(id)}`, { method: 'DELETE', headers })
}
