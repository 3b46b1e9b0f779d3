// The part of the program's API that is about share files.
import type { Result } from '../../core/result.ts'
import type { ShareChoice } from '../../core/share/build-share.ts'
import type { ReceivedShare, Share, ShareContent, ShareFile } from '../../core/share/share.ts'
import { newId, type Problem, precondition, read, send } from '../api.ts'

export interface ShareList {
  /** The person's own name; null where they never said it. */
  name: string | null
  choice: ShareChoice
  /** Everything that can be chosen, as it would look in a file. */
  content: ShareContent
  shares: Share[]
  unreadable: number
}

export interface ShareAsked {
  from: string
  to: string
  words: string
  /** Whether the role that one holds is in it. */
  role: boolean
  choice: ShareChoice
}

export interface SharePage {
  content: ShareContent
  /** The whole file, as HTML. */
  page: string
}

export function listShares(): Promise<ShareList> {
  return read('/shares')
}

export function previewShare(asked: ShareAsked): Promise<Result<SharePage, Problem>> {
  return send('/share-previews', { method: 'POST', body: asked })
}

export function makeShare(
  id: string,
  asked: ShareAsked,
): Promise<Result<SharePage & { share: Share }, Problem>> {
  const body = { ...asked, revisionId: newId() }
  return send(`/shares/${encodeURIComponent(id)}`, { method: 'PUT', body, headers: precondition(null) })
}

export function readShare(id: string): Promise<SharePage & { share: Share }> {
  return read(`/shares/${encodeURIComponent(id)}`)
}

export function endShare({ id, revisionId }: Share, ended: boolean): Promise<Result<Share, Problem>> {
  const headers = precondition(revisionId)
  const body = { revisionId: newId(), ended }
  return send(`/shares/${encodeURIComponent(id)}/end`, { method: 'POST', body, headers })
}

export interface LookedAt {
  file: ShareFile
  personId: string | null
  known: boolean
  ratings: number
}

export function lookAtShare(page: string): Promise<Result<LookedAt, Problem>> {
  return send('/received-share-previews', { method: 'POST', body: { page } })
}

/** Whom it is from: somebody who is kept, or somebody new under the name in the file, or the one that is given. */
export interface FileToKeep {
  page: string
  personId: string | null
  name?: string
}

export function receiveShare(
  body: FileToKeep,
  key: string,
): Promise<Result<{ received: ReceivedShare; ratings: number }, Problem>> {
  const headers = { 'idempotency-key': key }
  return send('/received-shares', { method: 'POST', body, headers })
}

export async function listReceivedShares(person: string): Promise<ReceivedShare[]> {
  const asked = new URLSearchParams({ person })
  return (await read<{ received: ReceivedShare[] }>(`/received-shares?${asked}`)).received
}

export function removeReceivedShare({ id, revisionId }: ReceivedShare): Promise<Result<void, Problem>> {
  const headers = precondition(revisionId)
  return send(`/received-shares/${encodeURIComponent(id)}`, { method: 'DELETE', headers })
}
