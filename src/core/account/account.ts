// The ways in of one person: identities at a provider, passkeys, the browsers that are in, and what happened to them.

/** Who somebody is at an identity provider: the provider's address and its own id for them, never an e-mail address. */
export interface Identity {
  issuer: string
  subject: string
}

export interface Account extends Identity {
  id: string
  personId: string
  createdAt: string
  lastUsedAt: string | null
}

/** The public half of a passkey. */
export interface Passkey {
  id: string
  personId: string
  /** The device's own id of it, base64url. */
  credentialId: string
  /** As the device gave it (COSE), base64url. */
  publicKey: string
  /** Signatures so far, as the device counts them; 0 where it does not count. */
  counter: number
  /** How the device can be reached, such as `internal` or `usb`, as it says itself. */
  transports: string[]
  name: string
  createdAt: string
  lastUsedAt: string | null
}

/** What happened to somebody's ways in, told to them alone. */
export const ACCOUNT_EVENTS = [
  'invited',
  'invitation-called-off',
  'joined',
  'passkey-added',
  'passkey-removed',
  'identity-added',
  'identity-removed',
  'signed-in',
  'sessions-ended',
] as const
export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number]

export interface AccountEvent {
  id: string
  kind: AccountEventKind
  /** Who did it, where it was somebody else; null: the person, the terminal of the server, or a directory. */
  byId: string | null
  at: string
}

/** So many passkeys of one person are more than anybody has devices. */
export const MOST_PASSKEYS = 20
/** Of a name that a person gives a passkey, in characters. */
export const LONGEST_PASSKEY_NAME = 100
