// What a directory says of a name, in one part or in several, becomes one name.
import { describe, expect, test } from 'vitest'
import { type PatchOperation, patchUser } from './user-draft.ts'

function nameAfter(before: string, ...said: [path: string | null, value: unknown][]): string {
  const draft = { userName: 'ann', externalId: null, displayName: before, active: true, managerId: null }
  const operations = said.map(([path, value]): PatchOperation => ({ op: 'replace', path, value }))
  const patched = patchUser(draft, operations)
  if (!patched.ok) throw new Error(patched.failure.detail)
  return patched.value.displayName
}

describe('A name that a directory changes', () => {
  test.each([
    ['Ann van der Berg', 'van der Berg', 'Ann van der Berg'],
    ['Ann van der Berg', 'van der Meer', 'Ann van der Meer'],
    ['Ann Marie Berg', 'van der Berg', 'Ann Marie van der Berg'],
    ['van der Berg', 'van der Meer', 'van der Meer'],
    ['Ann Berg', 'Meer', 'Ann Meer'],
    ['Ann', 'Berg', 'Ann Berg'],
    ['Berg', 'Berg', 'Berg'],
  ])('from %s to the family name %s is %s', (before, familyName, after) => {
    expect(nameAfter(before, ['name.familyName', familyName])).toBe(after)
  })

  test('keeps a family name of several words beside the same given name', () => {
    expect(nameAfter('Ann van der Berg', ['name.givenName', 'Ann'])).toBe('Ann van der Berg')
    expect(nameAfter('Ann Berg', ['name.givenName', 'Anna'])).toBe('Anna Berg')
  })

  test('is put together from both parts where one request says both, in any order', () => {
    const given = ['name.givenName', 'Anna'] as [string, string]
    const family = ['name.familyName', 'van der Meer'] as [string, string]
    expect(nameAfter('Ann van der Berg', given, family)).toBe('Anna van der Meer')
    expect(nameAfter('Ann van der Berg', family, given)).toBe('Anna van der Meer')
    expect(nameAfter('Ann Berg', ['name', { givenName: 'Anna', familyName: 'Meer' }])).toBe('Anna Meer')
  })

  test('is the one that is displayed where the request says that too', () => {
    const displayed = ['displayName', 'Ann M. Berg'] as [string, string]
    const family = ['name.familyName', 'Berg'] as [string, string]
    expect(nameAfter('Ann', displayed, family)).toBe('Ann M. Berg')
    expect(nameAfter('Ann', family, displayed)).toBe('Ann M. Berg')
    expect(nameAfter('Ann', [null, { 'name.familyName': 'Berg', displayName: 'Ann M. Berg' }])).toBe(
      'Ann M. Berg',
    )
  })

  test('stays where what is said is no name', () => {
    expect(nameAfter('Ann Berg', ['displayName', ''], ['name.familyName', 7])).toBe('Ann Berg')
  })
})
