// The part of the program's API that is about getting in: signing in, joining, and proving anew who one is.
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'
import { askPasskey, makePasskey, type PasskeyMaking, type PasskeyQuestion } from './passkey.ts'

export interface WaysIn {
  passkeys: boolean
  /** The name of the provider; null where there is none. */
  provider: string | null
}

export interface Invited {
  displayName: string
  organisation: string | null
  expiresAt: string
  ways: WaysIn
}

/** The server said no, or the device did not answer. */
export type NotIn = Problem | 'unanswered'

export function readWaysIn(): Promise<WaysIn & { help: string | null }> {
  return read('/sign-in')
}

export function readInvited(token: string): Promise<Result<Invited, Problem>> {
  return send('/join', { method: 'POST', body: { token } })
}

export function signInByPasskey(): Promise<Result<undefined, NotIn>> {
  return answerQuestion('/sign-in/passkey')
}

export function proveByPasskey(): Promise<Result<undefined, NotIn>> {
  return answerQuestion('/proof/passkey')
}

/** The server asks, the device answers, the server looks at the answer. */
async function answerQuestion(path: string): Promise<Result<undefined, NotIn>> {
  const asked = await send<PasskeyQuestion>(`${path}-question`, { method: 'POST', body: {} })
  if (!asked.ok) return asked
  const answer = await askPasskey(asked.value)
  return answer.ok ? send(path, { method: 'POST', body: answer.value }) : fail(answer.failure)
}

export async function joinByPasskey(token: string, name: string): Promise<Result<undefined, NotIn>> {
  const asked = await send<PasskeyMaking>('/join/passkey-question', { method: 'POST', body: { token } })
  if (!asked.ok) return asked
  const made = await makePasskey(asked.value)
  if (!made.ok) return fail(made.failure)
  return send('/join/passkey', { method: 'POST', body: { name, made: made.value } })
}

/** The address of the provider to go to. */
export async function beginAtProvider(asked: {
  to?: string
  invitation?: string
}): Promise<Result<string, Problem>> {
  return urlOf(await send<{ url: string }>('/sign-in/provider', { method: 'POST', body: asked }))
}

export async function beginProofAtProvider(): Promise<Result<string, Problem>> {
  return urlOf(await send<{ url: string }>('/proof/provider', { method: 'POST', body: {} }))
}

function urlOf(begun: Result<{ url: string }, Problem>): Result<string, Problem> {
  return begun.ok ? succeed(begun.value.url) : begun
}

export function readProof(): Promise<WaysIn & { isFresh: boolean }> {
  return read('/proof')
}
