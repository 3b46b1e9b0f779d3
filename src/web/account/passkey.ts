// Talks to the device about passkeys: what the server asks goes in, what the device says comes out, as base64url.
import { fail, type Result, succeed } from '../../core/result.ts'

export interface KnownPasskey {
  id: string
  transports: string[]
}

export interface PasskeyQuestion {
  challenge: string
  domain: string
  allowed: KnownPasskey[]
}

export interface PasskeyMaking {
  challenge: string
  domain: string
  userId: string
  userName: string
  algorithms: number[]
  known: KnownPasskey[]
}

export interface PasskeyAnswer {
  id: string
  clientData: string
  authenticatorData: string
  signature: string
  userHandle: string | null
}

export interface PasskeyMade {
  id: string
  clientData: string
  attestation: string
  transports: string[]
}

export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'credentials' in navigator
}

/** What the device says; a failure where it did not answer or the person stopped it. */
export async function askPasskey(question: PasskeyQuestion): Promise<Result<PasskeyAnswer, 'unanswered'>> {
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(question.challenge),
        rpId: question.domain,
        allowCredentials: question.allowed.map(descriptor),
        userVerification: 'required',
      },
    })
    if (!(credential instanceof PublicKeyCredential)) return fail('unanswered')
    const response = credential.response as AuthenticatorAssertionResponse
    return succeed({
      id: textOf(credential.rawId),
      clientData: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle === null ? null : textOf(response.userHandle),
    })
  } catch {
    return fail('unanswered')
  }
}

export async function makePasskey(making: PasskeyMaking): Promise<Result<PasskeyMade, 'unanswered'>> {
  try {
    const credential = await navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(making.challenge),
        rp: { id: making.domain, name: 'Skillmap' },
        user: { id: bytesOf(making.userId), name: making.userName, displayName: making.userName },
        pubKeyCredParams: making.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: making.known.map(descriptor),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    })
    if (!(credential instanceof PublicKeyCredential)) return fail('unanswered')
    const response = credential.response as AuthenticatorAttestationResponse
    return succeed({
      id: textOf(credential.rawId),
      clientData: textOf(response.clientDataJSON),
      attestation: textOf(response.attestationObject),
      transports: response.getTransports(),
    })
  } catch {
    return fail('unanswered')
  }
}

function descriptor({ id, transports }: KnownPasskey): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytesOf(id), transports: transports as AuthenticatorTransport[] }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (one) => one.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
