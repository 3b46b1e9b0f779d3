// Names in the form of an entry: what was captured stays as it came, what is typed is read as names.
import { describe, expect, test } from 'vitest'
import type { EvidenceContent } from '../../core/evidence/evidence.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { blankEvidence, contentOfTyped, typedOf } from './typed-evidence.ts'

const kim: KeptPerson = { id: 'kim', displayName: 'Kim', relation: 'peer', role: null, revisionId: 'r' }
const captured: EvidenceContent = {
  ...blankEvidence(),
  text: 'Reviewed the change',
  credit: [{ name: 'Doe, Jane', personId: null }],
}

describe('the people of an entry', () => {
  test('stay whole where only something else is changed, though a name has a comma', () => {
    const changed = { ...typedOf(captured), text: 'Reviewed the whole change' }
    expect(contentOfTyped(changed, [kim], captured)).toMatchObject({
      text: 'Reviewed the whole change',
      credit: [{ name: 'Doe, Jane', personId: null }],
    })
  })

  test('are read from what is typed, and somebody who is kept is that person', () => {
    const changed = { ...typedOf(captured), people: 'Jane Doe, kim; Jane Doe' }
    expect(contentOfTyped(changed, [kim], captured).credit).toEqual([
      { name: 'Jane Doe', personId: null },
      { name: 'kim', personId: 'kim' },
    ])
  })
})
