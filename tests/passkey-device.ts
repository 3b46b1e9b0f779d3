// A device with one passkey, made in code, that also says wrong things where a test asks it to.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Lies {
  origin?: string
  domain?: string
  type?: string
  /** Bits of what was checked: 0x01 present, 0x04 verified, 0x40 holds a passkey. */
  flags?: number
  counter?: number
  /** As if Skillmap were in a frame of another site. */
  crossOrigin?: boolean
  /** A site around the one that asks. */
  topOrigin?: string
  /** What the device says of itself, as CBOR in hex: its form, then the statement. */
  statement?: string
  /** The device signs for itself with the new key, as some do where no attestation is asked for. */
  vouches?: boolean
  /** Another id than the device holds. */
  id?: string
}

export interface PasskeyDevice {
  id: string
  /** COSE, base64url. */
  publicKey: string
  make(
    challenge: string,
    lies?: Lies,
  ): { id: string; clientData: string; attestation: string; transports: string[] }
  answer(
    challenge: string,
    lies?: Lies,
  ): {
    id: string
    clientData: string
    authenticatorData: string
    signature: string
    userHandle: string | null
  }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

const cborText = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])

/** A CBOR map of three: the form of the statement, the statement, and the device's data. */
function attestationOf(data: Buffer, statement: string): Buffer {
  const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff])
  return Buffer.concat([
    Buffer.from('a3', 'hex'),
    Buffer.from(statement, 'hex'),
    cborText('authData'),
    length,
    data,
  ])
}

/** `fmt` of a form, and an `attStmt` in CBOR as hex. */
export function statementOf(form: string, attStmt: string): string {
  const said = [cborText('fmt'), cborText(form), cborText('attStmt'), Buffer.from(attStmt, 'hex')]
  return Buffer.concat(said).toString('hex')
}

/** A map of `alg` (ES256) and `sig`. */
const selfSigned = (signature: Buffer) =>
  `a2${cborText('alg').toString('hex')}26${cborText('sig').toString('hex')}58${Buffer.from([signature.length]).toString('hex')}${signature.toString('hex')}`

const NO_STATEMENT = statementOf('none', 'a0')

export function passkeyDevice(origin: string): PasskeyDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rawId = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
        topOrigin: lies.topOrigin,
      }),
    )
  const deviceData = (flags: number, lies: Lies) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.counter ?? 0)
    return Buffer.concat([
      sha256(lies.domain ?? new URL(origin).hostname),
      Buffer.from([lies.flags ?? flags]),
      counter,
    ])
  }
  const signed = (data: Buffer, said: Buffer) =>
    sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
  return {
    id: text(rawId),
    publicKey: text(cose),
    make(challenge, lies = {}) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const data = Buffer.concat([deviceData(0x45, lies), Buffer.alloc(16), length, rawId, cose])
      const said = clientData('webauthn.create', challenge, lies)
      const ownWord = () => statementOf('packed', selfSigned(signed(data, said)))
      const statement = lies.vouches ? ownWord() : (lies.statement ?? NO_STATEMENT)
      return {
        id: lies.id ?? text(rawId),
        clientData: text(said),
        attestation: text(attestationOf(data, statement)),
        transports: ['internal'],
      }
    },
    answer(challenge, lies = {}) {
      const said = clientData('webauthn.get', challenge, lies)
      const data = deviceData(0x05, lies)
      return {
        id: text(rawId),
        clientData: text(said),
        authenticatorData: text(data),
        signature: text(signed(data, said)),
        userHandle: null,
      }
    },
  }
}
