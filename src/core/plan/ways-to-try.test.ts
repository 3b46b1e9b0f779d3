// Ways that are offered to try: of different kinds, and only where the framework has moves for them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { waysToTry } from './ways-to-try.ts'

const framework = loadFramework(BUILT_IN)

test('a senior engineer is offered the own path, management, there and back, the side, the own business, and to stay', () => {
  const ways = waysToTry(framework, 'senior-engineer').map((way) => way.join(' > '))
  expect(ways).toContain('staff-engineer > principal-engineer > distinguished-engineer')
  expect(ways).toContain('engineering-manager > senior-engineering-manager > engineering-director')
  expect(ways.some((way) => /^engineering-manager > (senior|staff)-engineer$/.test(way))).toBe(true)
  expect(ways).toContain('independent-consultant')
  expect(ways.at(-1)).toBe('stay')
})

test('in any framework every way is made of roles it has, none twice, and staying is always among them', () => {
  fc.assert(
    fc.property(anySituation(), ({ framework: any, from }) => {
      const ways = waysToTry(any, from)
      const roles = new Set([...any.roles.map(({ id }) => id), 'stay'])
      for (const way of ways) for (const role of way) expect(roles.has(role)).toBe(true)
      expect(new Set(ways.map((way) => way.join())).size).toBe(ways.length)
      expect(ways.some((way) => way.join() === 'stay')).toBe(true)
    }),
  )
})
