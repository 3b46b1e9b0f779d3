// The id of a framework follows from its name, and is one that no other has.
import { expect, test } from 'vitest'
import { frameworkIdFor } from './framework-id.ts'

test.each([
  ['Our ladder', 'our-ladder'],
  ['  Förderung & Führung (2026) ', 'forderung-fuhrung-2026'],
  ['3 levels', 'levels'],
  ['職務', 'framework'],
  ['x'.repeat(90), 'x'.repeat(50)],
])('“%s” becomes the id %s', (name, id) => {
  expect(frameworkIdFor(name, [])).toBe(id)
})

test('An id that is taken gets a number', () => {
  expect(frameworkIdFor('Our ladder', ['our-ladder', 'our-ladder-2'])).toBe('our-ladder-3')
})
