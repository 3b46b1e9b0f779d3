// Who may do what with the ways in of a person: identities at a provider, passkeys, and sessions of browsers.

import { owner } from './rule.ts'

/** Somebody's identities at a provider. Signing in looks one up by issuer and subject, before anybody is known. */
export const accountRules = {
  see: owner,
  add: owner,
  remove: owner,
}

export const passkeyRules = {
  see: owner,
  add: owner,
  name: owner,
  remove: owner,
}

/** The browsers in which somebody is signed in. Nobody else sees when a person was there. */
export const sessionRules = {
  see: owner,
  end: owner,
  /** Prove anew who one is. */
  prove: owner,
}
