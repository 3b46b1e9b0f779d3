// The part of the program's API that is about one's own account, and about inviting others.
import type { AccountEventKind } from '../../core/account/account.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'
import type { NotIn, WaysIn } from './api-sign-in.ts'
import { makePasskey, type PasskeyMaking } from './passkey.ts'

interface Used {
  id: string
  createdAt: string
  lastUsedAt: string | null
}

export interface BrowserSession {
  id: string
  /** What the browser calls itself. */
  browser: string
  createdAt: string
  lastSeenAt: string
  isThis: boolean
}

export interface Account {
  displayName: string
  ways: WaysIn
  sessions: BrowserSession[]
  passkeys: (Used & { name: string })[]
  identities: (Used & { provider: string | null; issuer: string; subject: string })[]
  openInvitation: { invitedAt: string; expiresAt: string; by: string | null } | null
  events: { kind: AccountEventKind; at: string; by: string | null }[]
}

export function readAccount(): Promise<Account> {
  return read('/account')
}

export function endSession(id: string): Promise<Result<undefined, Problem>> {
  return send(`/account/sessions/${id}`, { method: 'DELETE' })
}

export function endOtherSessions(): Promise<Result<{ ended: number }, Problem>> {
  return send('/account/sessions', { method: 'DELETE' })
}

export async function addPasskey(name: string): Promise<Result<{ id: string }, NotIn>> {
  const asked = await send<PasskeyMaking>('/account/passkey-question', { method: 'POST', body: {} })
  if (!asked.ok) return asked
  const made = await makePasskey(asked.value)
  if (!made.ok) return fail(made.failure)
  return send('/account/passkeys', { method: 'POST', body: { name, made: made.value } })
}

export function namePasskey(id: string, name: string): Promise<Result<undefined, Problem>> {
  return send(`/account/passkeys/${id}`, { method: 'PUT', body: { name } })
}

export function removeWayIn(
  kind: 'passkeys' | 'identities',
  id: string,
): Promise<Result<undefined, Problem>> {
  return send(`/account/${kind}/${id}`, { method: 'DELETE' })
}

/** The address of the provider to go to. */
export async function beginAddingIdentity(): Promise<Result<string, Problem>> {
  const begun = await send<{ url: string }>('/account/identities', { method: 'POST', body: {} })
  return begun.ok ? succeed(begun.value.url) : begun
}

/** Where the session at the provider itself can be ended; null where it offers that nowhere. */
export function signOut(): Promise<Result<{ providerUrl: string | null }, Problem>> {
  return send('/sign-out', { method: 'POST', body: {} })
}

/** The link that was not used yet lets nobody in. */
export function callOffInvitation(personId: string): Promise<Result<undefined, Problem>> {
  return send(`/members/${personId}/invitations`, { method: 'DELETE' })
}

export interface Invitation {
  personId: string
  expiresAt: string
  /** When it was used, called off, or replaced by a newer one. */
  usedAt: string | null
}

/** Of everybody, the newest first. */
export function listInvitations(): Promise<Invitation[]> {
  return read('/invitations')
}

/** The link, which is shown this once. */
export function inviteMember(personId: string): Promise<Result<{ url: string }, Problem>> {
  return send(`/members/${personId}/invitations`, { method: 'POST', body: {} })
}
