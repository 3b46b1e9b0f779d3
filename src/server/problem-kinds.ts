// Every kind of refusal the server knows: its status, its title, and what the reader can do about it.
import { MOST_EXPORT_BYTES } from '../core/export/largest-export.ts'

interface ProblemWords {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 421 | 422 | 428 | 429 | 500 | 503 | 507
  title: string
  /** Shown on the API page: when it happens and what helps. */
  about: string
}

/** The list is closed: a new refusal is a new line here, so that it is documented too. */
export const problemKinds = {
  'malformed-json': {
    status: 400,
    title: 'The body is not valid JSON',
    about: 'The body could not be read as JSON. The detail says where reading stopped.',
  },
  'bad-header': {
    status: 400,
    title: 'A header cannot be read',
    about: 'A header is there but not in the form that is needed. The errors name it.',
  },
  'no-session': {
    status: 401,
    title: 'You are not signed in here',
    about:
      'Open the one-time link that Skillmap printed when it started, or run `npx skillmap open` for a fresh one.',
  },
  'signed-out': {
    status: 401,
    title: 'You are not signed in here',
    about: 'In a team: the session has ended, or there was none. Open Skillmap in the browser to sign in.',
  },
  'other-site': {
    status: 403,
    title: 'This request came from another site',
    about: 'Only Skillmap’s own pages and the command line may talk to this address.',
  },
  'not-allowed': {
    status: 403,
    title: 'You may see this, but not change it',
    about: 'The object belongs to somebody else, or the action is not yours to take.',
  },
  'needs-proof': {
    status: 403,
    title: 'Prove first that it is you',
    about:
      'In a team, what is hard to undo needs a proof of who you are that is no older than ten minutes: your passkey, or the sign-in of your organisation. Then send the same request again.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is here',
    about: 'There is nothing with this address, or it is not yours to see. The two are not told apart.',
  },
  'no-such-method': {
    status: 405,
    title: 'This address does not take that method',
    about: 'The Allow header lists the methods that it takes.',
  },
  closed: {
    status: 409,
    title: 'This assessment is closed',
    about: 'A closed assessment never changes. Start a new one; it begins with what you last said.',
  },
  conflict: {
    status: 409,
    title: 'This does not fit with what is there',
    about: 'The request is well formed but cannot be carried out as things stand. The detail says why.',
  },
  stale: {
    status: 412,
    title: 'Somebody changed this first',
    about:
      'Your change is based on an older version. `current` holds the newer one: look at it, then send again with its revision in If-Match.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    about: `Bodies hold 1 MB at most, exports that are imported again ${MOST_EXPORT_BYTES / 1_000_000} MB, files of frameworks 20 MB.`,
  },
  'not-json': {
    status: 415,
    title: 'The body must be JSON',
    about: 'Send `Content-Type: application/json`, without compression.',
  },
  'not-a-file': {
    status: 415,
    title: 'The body must be the file itself',
    about: 'Send `Content-Type: application/octet-stream`, without compression.',
  },
  'wrong-host': {
    status: 421,
    title: 'This is not the address Skillmap answers at',
    about:
      'Use the address that Skillmap printed. Any other name that leads here is refused, because a foreign page could use it to read your data.',
  },
  invalid: {
    status: 422,
    title: 'Some fields are not right',
    about: 'The errors name each field and say what is expected.',
  },
  'key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used for something else',
    about: 'A key stands for one request. Send a new key with a different body.',
  },
  'no-precondition': {
    status: 428,
    title: 'Say which version you mean to change',
    about: 'Send `If-None-Match: *` to create, or `If-Match: "<revision id>"` to change what you have seen.',
  },
  'too-many': {
    status: 429,
    title: 'Too many tries',
    about:
      'Signing in failed too often from here. The Retry-After header says in how many seconds to try again.',
  },
  failed: {
    status: 500,
    title: 'Something went wrong inside Skillmap',
    about: 'This is a fault of ours. The log holds the request id with the details.',
  },
  unavailable: {
    status: 503,
    title: 'Skillmap cannot answer just now',
    about: 'It is starting or stopping. Try again in a few seconds.',
  },
  'disk-full': {
    status: 507,
    title: 'The disk is nearly full',
    about: 'Nothing was changed and nothing is lost. Free some space and try again.',
  },
  'disk-broken': {
    status: 507,
    title: 'The disk did not keep what was written',
    about:
      'Nothing more is written, so that nothing gets worse. Look after the disk, then start Skillmap again; it reads what is there.',
  },
} as const satisfies Record<string, ProblemWords>

export type ProblemKind = keyof typeof problemKinds
