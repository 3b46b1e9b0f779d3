// The words of getting in: signing in, joining by an invitation, and having gone.

const ASK = 'whoever looks after the list of people in your organisation'

export const signInWords = {
  name: 'Skillmap',
  title: 'Sign in',
  passkey: 'Sign in with a passkey',
  provider: (name: string) => `Sign in with ${name}`,
  working: 'Your device asks you now…',
  leaving: 'One moment…',
  noPasskeys: 'This browser has no passkeys, or not at this address. Try a newer browser.',
  unanswered: 'Your device did not answer, or you stopped it. Nothing was changed; try again when you like.',
  help: (own: string | null) =>
    own ??
    `You get in for the first time with the link of an invitation. ${capital(ASK)} can send you one, also when you have lost your device.`,
  toStart: 'To Skillmap',
  provedTitle: 'That was you',
  proved: 'Skillmap knows now that it is you. You can close this window and go on in the other one.',
  outTitle: 'You are signed out',
  out: 'This browser cannot open Skillmap as you any more.',
  outAgain: 'Sign in again',
  outProvider: 'You are still signed in at the provider. On a computer that others use, sign out there too.',
  outProviderDo: 'Sign out at the provider',
  unknownTitle: 'You are not on the list yet',
  problemTitle: 'You are not in yet',
} as const

/** By the word in the address. */
export const signInProblems: Record<string, string> = {
  denied: 'The provider did not let you in, or you stopped there. Nothing was changed.',
  'not-begun':
    'This sign-in was not begun in this browser, was answered already, or took longer than ten minutes. Begin again here.',
  provider:
    'The provider did not answer in a way that can be believed, so nobody was let in. Try again in a few minutes; if it stays so, tell whoever runs Skillmap.',
  'not-fresh':
    'The provider did not ask you anew, so it proves nothing. If you have a passkey here, use that one instead.',
  unknown: `The provider knows you, but you are not on the list of this Skillmap. Nothing was made or kept. Ask ${ASK} for an invitation.`,
  invitation: `This link was used already, was replaced by a newer one, or is older than seven days. Ask ${ASK} for another.`,
  taken: `This sign-in belongs to somebody else here already, so it was not bound to you. If it should be yours, ask ${ASK}.`,
  'too-many': 'Signing in failed too often from here. Try again in ten minutes.',
  'other-person':
    'You signed in at the provider as somebody else. To prove that it is you, sign in there as yourself.',
}

export const joinWords = {
  welcome: (name: string) => `Welcome, ${name}`,
  invited: (organisation: string | null) =>
    organisation === null
      ? 'You are invited to a Skillmap.'
      : `You are invited to the Skillmap of ${organisation}.`,
  notYou: 'If this is not you, close the page and tell whoever sent you the link.',
  until: (when: string) => `The link works once, until ${when}.`,
  what: 'A passkey lies in your device or in your password manager, and your fingerprint, face or PIN opens it. There is no password, and Skillmap sees none of these.',
  nameLabel: 'What to call this passkey',
  nameHint: 'To tell it from others that you add later.',
  make: 'Make a passkey and come in',
  provider: (name: string) => `Come in with ${name}`,
  or: 'Or with a passkey',
  goneTitle: 'This link does not work any more',
  waiting: 'One moment…',
} as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
