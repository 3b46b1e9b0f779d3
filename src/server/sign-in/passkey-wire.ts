// What browsers and the server say to each other about passkeys.
import { z } from '@hono/zod-openapi'
import { LONGEST_PASSKEY_NAME } from '../../core/account/account.ts'
import { plainText } from '../wire.ts'
import { newSecret } from './launch-links.ts'
import { ALGORITHMS, passkeyDomain } from './verify-passkey.ts'

/** Longer than any answer of a device. */
const MOST_CHARACTERS = 8000

const bytes = z
  .string()
  .max(MOST_CHARACTERS)
  .regex(/^[A-Za-z0-9_-]+$/, 'This must be base64url.')
  .openapi({ description: 'Bytes as base64url.' })

const known = z.strictObject({ id: bytes, transports: z.array(z.string()) })

export const questionSchema = z
  .strictObject({
    challenge: bytes,
    domain: z.string(),
    allowed: z.array(known).openapi({ description: 'Which passkeys may answer; none: any.' }),
  })
  .openapi('PasskeyQuestion')

export const makingSchema = z
  .strictObject({
    challenge: bytes,
    domain: z.string(),
    userId: bytes,
    userName: z.string(),
    algorithms: z.array(z.int()),
    known: z
      .array(known)
      .openapi({ description: 'Those that the person has: a device makes no second one.' }),
  })
  .openapi('PasskeyMaking')

export const answerSchema = z
  .strictObject({
    id: bytes,
    clientData: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullable(),
  })
  .openapi('PasskeyAnswer')

export const madeSchema = z
  .strictObject({
    id: bytes,
    clientData: bytes,
    attestation: bytes,
    transports: z.array(plainText(30)).max(10),
  })
  .openapi('PasskeyMade')

export const passkeyName = plainText(LONGEST_PASSKEY_NAME).trim().min(1, 'Give it a name, such as “Laptop”.')

interface Known {
  credentialId: string
  transports: string[]
}

const nameOf = ({ credentialId, transports }: Known) => ({ id: credentialId, transports })

export function askPasskey(origin: string, allowed: Known[]): z.infer<typeof questionSchema> {
  return { challenge: newSecret(), domain: passkeyDomain(origin), allowed: allowed.map(nameOf) }
}

export function askForMaking(
  origin: string,
  who: { personId: string; displayName: string },
  known: Known[],
): z.infer<typeof makingSchema> {
  return {
    challenge: newSecret(),
    domain: passkeyDomain(origin),
    userId: userHandleOf(who.personId),
    userName: who.displayName,
    algorithms: ALGORITHMS,
    known: known.map(nameOf),
  }
}

/** What a device keeps beside a passkey to say whose it is: the id, which says nothing to anybody else. */
export function userHandleOf(personId: string): string {
  return Buffer.from(personId, 'utf8').toString('base64url')
}
