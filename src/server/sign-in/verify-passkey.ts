// Has a library check what a passkey answered (WebAuthn level 3, sections 7.1 and 7.2), with rules of ours around it.
import { fail, type Result, succeed } from '../../core/result.ts'

export interface Expected {
  /** Base64url, as it was sent. */
  challenge: string
  /** Where browsers reach the server. */
  origin: string
}

/** What a browser sends of a passkey that was just made, each base64url. */
export interface MadePasskey {
  id: string
  clientData: string
  /** What the device says of itself and of the new key. */
  attestation: string
}

/** What a browser sends of a passkey that answered, each base64url. */
export interface AnsweredPasskey {
  id: string
  clientData: string
  authenticatorData: string
  signature: string
}

const LONGEST_ID_BYTES = 1023
/** Of a reason in the log: it can hold words of whoever asked. */
const LONGEST_REASON = 200

/** The algorithms that are offered when a passkey is made: ES256, EdDSA, RS256 (IANA COSE). */
export const ALGORITHMS = [-7, -8, -257]

export function passkeyDomain(origin: string): string {
  return new URL(origin).hostname
}

/** Its id, its key (COSE, base64url) and its count, or why it does not count. */
export async function verifyMadePasskey(
  made: MadePasskey,
  expected: Expected,
): Promise<Result<{ credentialId: string; publicKey: string; counter: number }, string>> {
  const library = await loadLibrary()
  try {
    if (isWithinAnotherSite(library, made.clientData)) return fail('within another site')
    if (hasCertificate(library, made.attestation)) return fail('a certificate that nobody asked for')
    const answer = await library.verifyRegistrationResponse({
      response: {
        ...credentialOf(made.id),
        response: { clientDataJSON: made.clientData, attestationObject: made.attestation },
      },
      ...expectedBy(expected),
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!answer.verified) return fail('what the device says of itself')
    const { id, publicKey, counter } = answer.registrationInfo.credential
    // The browser says the id, the device holds it: the library compares neither this nor the length.
    if (id !== made.id || Buffer.from(id, 'base64url').length > LONGEST_ID_BYTES) return fail('the id')
    return succeed({ credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter })
  } catch (error) {
    return fail(reasonOf(error))
  }
}

/** The new count, or why it does not count. A count that does not grow says that a copy of the key is about. */
export async function verifyAnsweredPasskey(
  answered: AnsweredPasskey,
  passkey: { credentialId: string; publicKey: string; counter: number },
  expected: Expected,
): Promise<Result<{ counter: number }, string>> {
  const library = await loadLibrary()
  try {
    if (isWithinAnotherSite(library, answered.clientData)) return fail('within another site')
    const { verified, authenticationInfo } = await library.verifyAuthenticationResponse({
      response: {
        ...credentialOf(answered.id),
        response: {
          clientDataJSON: answered.clientData,
          authenticatorData: answered.authenticatorData,
          signature: answered.signature,
        },
      },
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      ...expectedBy(expected),
    })
    return verified ? succeed({ counter: authenticationInfo.newCounter }) : fail('the signature')
  } catch (error) {
    return fail(reasonOf(error))
  }
}

type Library = Awaited<ReturnType<typeof loadLibrary>>

/** When somebody first needs it: one person on a laptop never does. */
async function loadLibrary() {
  const [verifiers, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...verifiers, ...helpers }
}

const credentialOf = (id: string) =>
  ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const

function expectedBy({ challenge, origin }: Expected) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: passkeyDomain(origin),
    requireUserVerification: true,
  }
}

/** Skillmap is never shown in a frame of another site, so nobody can answer from one. The library would let some. */
function isWithinAnotherSite({ decodeClientDataJSON }: Library, clientData: string): boolean {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientData)
  return crossOrigin === true || topOrigin !== undefined
}

/**
 * We ask for no attestation, so browsers take the device's certificates out. The library would read one that was sent,
 * and for some makers ask at the address in it whether it was revoked: this server calls nobody for that.
 */
function hasCertificate({ decodeAttestationObject, isoBase64URL }: Library, attestation: string): boolean {
  const said = decodeAttestationObject(isoBase64URL.toBuffer(attestation))
  const format = said.get('fmt')
  return format !== 'none' && (format !== 'packed' || said.get('attStmt').get('x5c') !== undefined)
}

/** The library refuses by throwing. Quoted, so that no word of whoever asked makes a line of its own in the log. */
function reasonOf(error: unknown): string {
  return JSON.stringify((error instanceof Error ? error.message : 'unreadable').slice(0, LONGEST_REASON))
}
