// What administrators of the audit read: lines about the organisation, each with a sentence, and nothing of what is private.
import { describe, expect, test } from 'vitest'
import { isReadable, readableParts } from './readable.ts'
import { type AuditFacts, hasSentence, sayLine } from './say-line.ts'
import { sayOwnLine } from './say-own-line.ts'

const nothing: AuditFacts = {
  people: new Map(),
  teams: new Map(),
  grants: new Map(),
  invitations: new Map(),
  tokens: new Map(),
  views: new Map(),
  listChanges: new Map(),
  frameworks: new Map(),
}

/** What docs/who-sees-what.md says that nobody but its owner, or those it was given to, learns the existence of. */
const PRIVATE = [
  'rating',
  'assessment',
  'target',
  'plan',
  'progress',
  'forecast',
  'feedback',
  'feedback-draft',
  'long-view',
  'plateau',
  'evidence',
  'conversation',
  'share',
  'received-share',
  'packet',
  'key',
  'check-in',
  'reminder',
  'account',
  'passkey',
  'session',
  'handover',
  'export-notice',
  'ask',
  'opening',
  'agreement',
  'dispute',
  'opportunity',
  'agreed-growth',
  'work-part',
  'calibration-reading',
  'draft',
  'comment',
  'carry-over',
  'skill-link',
  'kept-person',
  'held-role',
  'management',
]
const ACTIONS = [
  'add',
  'change',
  'withdraw',
  'close',
  'export',
  'import',
  'erase',
  'undo',
  'publish',
  'use',
  'remove',
]

describe('Administrators of the audit', () => {
  test('read no line about what is private, whatever was done with it', () => {
    for (const noun of PRIVATE)
      for (const action of ACTIONS)
        expect({ noun, action, read: isReadable({ noun, action, salt: 'x' }) }).toEqual({
          noun,
          action,
          read: false,
        })
  })

  test('do not learn that somebody exported everything about themselves, or was invited and came', () => {
    expect(isReadable({ noun: 'person', action: 'export', salt: 'x' })).toBe(false)
    expect(isReadable({ noun: 'person', action: 'import', salt: 'x' })).toBe(false)
    expect(isReadable({ noun: 'invitation', action: 'use', salt: 'x' })).toBe(false)
    expect(isReadable({ noun: 'round', action: 'change', salt: 'x' })).toBe(false)
  })

  test('read no older line about people, among whom may be some that somebody keeps', () => {
    expect(isReadable({ noun: 'person', action: 'add', salt: null })).toBe(false)
    expect(isReadable({ noun: 'person', action: 'erase', salt: null })).toBe(true)
  })

  test('find a sentence for each kind of line that they read', () => {
    for (const { noun, actions } of readableParts())
      for (const action of actions)
        expect({ noun, action, has: hasSentence(noun, action) }).toEqual({ noun, action, has: true })
  })

  test('read what was done in words, with what it was for', () => {
    const views = new Map([['1', { view: 'team-map', purpose: 'To see where help is needed.' }]])
    const grants = new Map([['2', { personId: 'b', scope: 'rounds' as const }]])
    const facts = { ...nothing, views, grants, people: new Map([['b', 'Bea']]) }
    const by = { actorId: 'a' }
    expect(sayLine({ ...by, noun: 'view-switch', action: 'add', objectId: '1' }, facts)).toBe(
      'switched the view “Map of a team” on, for: “To see where help is needed.”',
    )
    expect(sayLine({ ...by, noun: 'admin-grant', action: 'remove', objectId: '2' }, facts)).toBe(
      'ended the administration of rounds of Bea',
    )
    expect(sayLine({ ...by, noun: 'person', action: 'add', objectId: 'gone' }, facts)).toBe(
      'put somebody who is no longer here on the list of people',
    )
  })
})

test('Each person reads of what they did themselves an action and a kind of thing', () => {
  expect(sayOwnLine({ action: 'change', noun: 'rating' })).toBe('changed a rating')
  expect(sayOwnLine({ action: 'add', noun: 'evidence' })).toBe('added an entry of the journal')
  expect(sayOwnLine({ action: 'close', noun: 'assessment' })).toBe('closed an assessment')
})
