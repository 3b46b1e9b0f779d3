// Takes the answer of a passkey: finds whose it is, checks it, and notes its count.
import { ordinaryViewer, visitor } from '../../core/access/viewer.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findPasskeyByCredential, savePasskeyUsed } from '../../store/sign-in/passkeys.ts'
import type { Services } from '../app-env.ts'
import type { Attempt, PasskeyAttempt } from './attempts.ts'
import { orgOf } from './attempts.ts'
import { userHandleOf } from './passkey-wire.ts'
import { type AnsweredPasskey, verifyAnsweredPasskey } from './verify-passkey.ts'

interface Answer extends AnsweredPasskey {
  userHandle: string | null
}

/** Whose passkey it was, or why it does not count: for the log, never for whoever asks. */
export async function checkPasskey(
  services: Services,
  origin: string,
  answer: Answer,
  attempt: PasskeyAttempt,
): Promise<Result<{ personId: string }, string>> {
  const orgId = orgOf(services)
  const passkey = await services.store.withViewer(visitor(orgId), (tx) =>
    findPasskeyByCredential(tx, answer.id),
  )
  if (passkey === null) return fail('an unknown passkey')
  const { personId } = passkey
  if (answer.userHandle !== null && answer.userHandle !== userHandleOf(personId))
    return fail('another person’s passkey')
  const checked = await verifyAnsweredPasskey(answer, passkey, { challenge: attempt.challenge, origin })
  if (!checked.ok) return checked
  const noted = await services.store.withViewer(ordinaryViewer(orgId, personId), (tx) =>
    savePasskeyUsed(tx, passkey, checked.value.counter),
  )
  return noted ? succeed({ personId }) : fail('the count')
}

/** The attempt of this browser, where it is one by passkey and for this. */
export function passkeyAttempt(
  attempt: Attempt | null,
  kind: Attempt['purpose']['kind'],
): PasskeyAttempt | null {
  return attempt?.by === 'passkey' && attempt.purpose.kind === kind ? attempt : null
}
