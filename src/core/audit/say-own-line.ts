// Says to somebody what the audit chain holds of what they did themselves: an action and a kind of thing, no contents.

const DID: Record<string, string> = {
  add: 'added',
  change: 'changed',
  withdraw: 'took back',
  close: 'closed',
  export: 'exported',
  import: 'imported',
  erase: 'erased',
  restore: 'put back',
  undo: 'undid',
  publish: 'published or gave',
  use: 'used',
  remove: 'removed',
  resolve: 'noted what became of',
  read: 'read',
  check: 'checked',
}

/** Where the noun alone would not say it. */
const WORDS: Record<string, string> = {
  person: 'an entry of the list of people',
  'kept-person': 'somebody whom you keep for yourself',
  key: 'the key of private text',
  plateau: 'the remark about a plateau',
  progress: 'what was practised',
  feedback: 'something you were told',
  evidence: 'an entry of the journal',
  ask: 'a question to a colleague',
  'feedback-draft': 'feedback that you write',
  'carry-over': 'a move to another version',
  'list-change': 'a change of the list of people',
  'held-role': 'a role that somebody is held in',
  management: 'a line of who manages whom',
  'work-part': 'a piece of work of somebody',
  'agreed-growth': 'what was agreed about growing',
  organisation: 'the name of the organisation',
  audit: 'the record of the organisation',
  account: 'a way in',
}

/** Where verb and noun would not make a sentence. */
const WHOLE: Record<string, string> = {
  'person export': 'exported everything about yourself',
  'person import': 'imported an export',
  'person erase': 'erased somebody',
  'invitation use': 'used an invitation to come in',
  'view-switch add': 'switched a view of several people on',
  'view-switch remove': 'switched a view of several people off',
  'export-notice export': 'took out a table with people in it',
  'round change': 'changed or agreed to who rates whom in a round',
  'erasure add': 'received the proof of an erasure',
}

/** Such as “changed a rating”. */
export function sayOwnLine({ action, noun }: { action: string; noun: string }): string {
  const whole = WHOLE[`${noun} ${action}`]
  if (whole !== undefined) return whole
  const plain = noun.replaceAll('-', ' ')
  const article = /^[aeiou]/.test(plain) ? 'an' : 'a'
  return `${DID[action] ?? action} ${WORDS[noun] ?? `${article} ${plain}`}`
}
