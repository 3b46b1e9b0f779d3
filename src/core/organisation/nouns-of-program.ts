// What describes work and what runs the program, in words.
import { auditRules } from '../access/audit.ts'
import { backupRules } from '../access/backup.ts'
import { commentRules } from '../access/comment.ts'
import { draftRules } from '../access/draft.ts'
import { erasureRules } from '../access/erasure.ts'
import { frameworkRules } from '../access/framework.ts'
import { owner } from '../access/rule.ts'
import { viewSwitchRules } from '../access/view-switch.ts'
import { noun, type SheetNoun } from './sheet-noun.ts'

export const NOUNS_OF_PROGRAM: readonly SheetNoun[] = [
  noun(
    'Draft of a framework, and comments on it',
    ['draft', 'draft_file', 'comment'],
    { what: 'A framework that somebody is writing.', why: 'To finish it before it is published.' },
    { ...draftRules, 'write comments': commentRules.write },
  ),
  noun(
    'Framework',
    ['framework_version', 'framework_publication'],
    {
      what: 'Roles, skills and what is expected; and who approved a version.',
      why: 'The map is drawn from it.',
    },
    frameworkRules,
  ),
  noun(
    'Organisation',
    ['org'],
    { what: 'Its name.', why: 'To head its pages.' },
    { see: viewSwitchRules.see },
  ),
  noun(
    'Audit chain',
    ['audit'],
    {
      what: 'When which person’s id did what to which id. No names, no levels, no words.',
      why: 'So that nobody can change the record unseen.',
    },
    {
      'read what was done to the organisation': auditRules.read,
      'check that it is whole': auditRules.check,
      'take it out': auditRules.export,
      'read all that one did oneself': auditRules.see,
      'see, as a part of a backup': backupRules.see,
    },
  ),
  noun(
    'That somebody was erased',
    ['erasure'],
    {
      what: 'An id whose name is gone, when and by whom it was erased, and the proof.',
      why: 'So that an older backup brings nobody back, and an erase can be shown.',
    },
    { see: erasureRules.see, 'erase somebody who has left': erasureRules.make },
  ),
  noun(
    'Answers to repeated requests, and jobs',
    ['idempotency', 'job'],
    {
      what: 'The answer to a request of the last day; work that waits.',
      why: 'So that a lost answer changes nothing twice.',
    },
    { see: owner },
  ),
]
