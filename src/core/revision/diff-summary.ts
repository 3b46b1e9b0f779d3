// Says in a few sentences what became of a framework, most important first.

import { capitalise, counted, listInWords, numberWord } from '../planning/plain-words.ts'
import { type ChangeKind, changesOf, type FrameworkDiff } from './framework-diff.ts'

/** Two to five sentences; one where nothing changed. */
export function summariseDiff(diff: FrameworkDiff): string[] {
  if (diff.changes.length === 0) return ['Nothing changed.']
  const sentences = [skillsInWords(diff), expectationsInWords(diff), wordsInWords(diff), rolesInWords(diff)]
  return [...sentences, restInWords(diff), scaleInWords(diff)].filter((sentence) => sentence !== '')
}

type Entry = [ChangeKind[], string, string]

function listed(diff: FrameworkDiff, entries: Entry[]): string[] {
  return entries.flatMap(([kinds, one, many]) => {
    const count = changesOf(diff, ...kinds).length
    return count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? one : many}`]
  })
}

function skillsInWords(diff: FrameworkDiff): string {
  const parts = listed(diff, [
    [['skill-added'], 'is new', 'are new'],
    [['skill-removed'], 'is gone', 'are gone'],
    [['skill-merged'], 'went into another', 'went into others'],
    [['skill-renamed'], 'has another name or id', 'have other names or ids'],
  ])
  return parts.length === 0 ? '' : `Of the skills ${listInWords(parts)}.`
}

function expectationsInWords(diff: FrameworkDiff): string {
  const raised = changesOf(diff, 'expectation-raised')
  const lowered = changesOf(diff, 'expectation-lowered')
  if (raised.length + lowered.length === 0) return ''
  const roles = new Set([...raised, ...lowered].map((change) => change.role.id)).size
  const parts = [
    ...(raised.length > 0 ? [`${counted(raised.length, 'expectation')} rose`] : []),
    ...(lowered.length > 0
      ? [`${raised.length > 0 ? numberWord(lowered.length) : counted(lowered.length, 'expectation')} fell`]
      : []),
  ]
  return `${capitalise(listInWords(parts))}, in ${counted(roles, 'role')}.`
}

function wordsInWords(diff: FrameworkDiff): string {
  const reworded = changesOf(diff, 'sentence-reworded')
  const isReworded = reworded.filter((change) => change.wording === 'reworded').length
  const isSpelling = reworded.filter((change) => change.wording !== 'reworded').length
  const parts = [
    ...(isReworded > 0 ? [`${numberWord(isReworded)} reworded`] : []),
    ...listed(diff, [
      [['sentence-added'], 'new', 'new'],
      [['sentence-removed'], 'gone', 'gone'],
      [['sentence-moved'], 'moved', 'moved'],
    ]),
    ...(isSpelling > 0 ? [`${numberWord(isSpelling)} changed in spelling or id only`] : []),
  ]
  return parts.length === 0 ? '' : `Sentences: ${listInWords(parts)}.`
}

function rolesInWords(diff: FrameworkDiff): string {
  const roles = listed(diff, [
    [['role-added'], 'role is new', 'roles are new'],
    [['role-removed'], 'role is gone', 'roles are gone'],
    [['role-renamed'], 'role has another name or id', 'roles have other names or ids'],
    [['move-added'], 'move is new', 'moves are new'],
    [['move-removed'], 'move is gone', 'moves are gone'],
    [
      ['role-changed', 'move-changed'],
      'detail of roles and moves changed',
      'details of roles and moves changed',
    ],
  ])
  return roles.length === 0 ? '' : `${capitalise(listInWords(roles))}.`
}

/** What is told one by one below, counted, so that the summary does not pass over it. */
function restInWords(diff: FrameworkDiff): string {
  const parts = listed(diff, [
    [['skill-changed'], 'detail of a skill', 'details of skills'],
    [['level-added', 'level-removed', 'level-changed'], 'change to the scale', 'changes to the scale'],
    [
      ['part-added', 'part-removed', 'part-changed'],
      'change to groups, paths and the like',
      'changes to groups, paths and the like',
    ],
    [['framework-changed'], 'change to the framework as a whole', 'changes to the framework as a whole'],
    [['order-changed'], 'change of order', 'changes of order'],
  ])
  return parts.length === 0 ? '' : `Besides: ${listInWords(parts)}.`
}

/** A level is compared by its number, and that is only fair while the numbers mean the same. */
function scaleInWords(diff: FrameworkDiff): string {
  const isOther =
    changesOf(diff, 'level-added', 'level-removed').length > 0 ||
    changesOf(diff, 'level-changed').some((change) => change.field === 'name')
  return isOther
    ? 'The scale itself changed: what rose or fell is told by number, and the same number may mean another level now.'
    : ''
}
