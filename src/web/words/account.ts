// The words of one's own account in an organisation, and of proving anew who one is.
import type { AccountEventKind } from '../../core/account/account.ts'

const EVENTS: Record<AccountEventKind, string> = {
  invited: 'A link was made that lets somebody in as you',
  'invitation-called-off': 'A link that would have let somebody in as you was called off',
  joined: 'You came in by a link',
  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'identity-added': 'A sign-in at the provider was added',
  'identity-removed': 'A sign-in at the provider was removed',
  'signed-in': 'You signed in',
  'sessions-ended': 'You ended the session of another browser',
}

export const accountWords = {
  title: 'Your account',
  about: 'Where you are signed in, and how you get in. Nobody else sees when you were here.',
  sessions: 'Where you are signed in',
  thisBrowser: 'this browser',
  seen: (since: string, last: string) => `since ${since}, last seen ${last}`,
  end: 'End',
  endNamed: (name: string) => `End ${name}`,
  endOthers: 'End all others',
  ended: 'Ended. That browser is refused from now on.',
  signOut: 'Sign out',
  ways: 'How you get in',
  waysAbout: 'Two ways are better than one: if you lose one device, the other still lets you in.',
  used: (made: string, last: string | null) =>
    last === null ? `since ${made}, not used yet` : `since ${made}, last used ${last}`,
  passkey: 'Passkey',
  identity: (provider: string | null, issuer: string) => `Sign-in with ${provider ?? issuer}`,
  add: 'Add a passkey',
  addIdentity: (name: string) => `Add the sign-in with ${name}`,
  name: 'Name',
  nameOf: 'Name of the passkey',
  rename: 'Rename',
  renameNamed: (name: string) => `Rename ${name}`,
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removed: 'Removed.',
  added: 'Added.',
  happened: 'What happened',
  event: (kind: AccountEventKind, by: string | null) =>
    by === null ? `${EVENTS[kind]}.` : `${EVENTS[kind]}, by ${by}.`,
  nothing: 'Nothing yet.',
  invited: (when: string) => `On ${when} a link was made that lets somebody in as you.`,
  invitedBy: 'See who made it',
  invitedLabel: 'A link that lets somebody in as you',
  openInvitation: (by: string | null, when: string) =>
    `On ${when} ${by ?? 'the terminal of the server'} made a link that lets somebody in as you. If you did not ask for it, ask them to call it off.`,
} as const

export const proofWords = {
  title: 'Is it you?',
  text: 'What you are about to do is hard to undo, so Skillmap asks once more who you are. That counts for ten minutes.',
  passkey: 'Use a passkey',
  provider: (name: string) => `Sign in with ${name} again`,
  none: 'You have no way in that can be asked for here. Sign out and in again.',
  elsewhere: 'Sign in in the other window; this one goes on by itself.',
  blocked: 'The browser opened no other window. Allow it for this address, then try again.',
  cancel: 'Not now',
} as const

export const inviteWords = {
  title: 'Coming in',
  about:
    'An invitation is a link with which somebody comes in for the first time, or comes back after losing every way in. Whether they are in already only they know; they are told that you made one.',
  invite: 'Make an invitation',
  inviteNamed: (name: string) => `Make an invitation for ${name}`,
  made: (name: string) =>
    `Send this link to ${name}, and to nobody else: whoever opens it first comes in as them. It works once, within seven days, and is shown only now.`,
  link: (name: string) => `Invitation for ${name}`,
  open: (until: string) => `A link was made and not used yet. It lets somebody in until ${until}.`,
  callOff: 'Call off the invitation',
  callOffNamed: (name: string) => `Call off the invitation for ${name}`,
  calledOff: (name: string) => `It is called off: the link lets nobody in as ${name}. They are told.`,
} as const
