// A framework without a picture of its own gets one in which nothing touches anything.
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { computeLayout } from '../../src/core/framework/compute-layout.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import { labelSize } from '../../src/web/charts/text-width.ts'
import { placeMap } from '../../src/web/charts/trail-map/place-map.ts'
import { BUILT_IN, readFiles, SMALL } from './read-files.ts'
import { touching } from './touching.ts'

const WIDTHS = [1100, 1280, 1440, 1920]

function frameworkIn(folder: string): Framework {
  const { framework } = checkFramework(readFiles(folder))
  if (framework === null) throw new Error('The framework has errors.')
  return framework
}

function withComputedLayout(framework: Framework): Framework {
  return { ...framework, layout: computeLayout(framework) }
}

const builtIn = frameworkIn(BUILT_IN)
const frameworks: [string, Framework][] = [
  ['the small framework', frameworkIn(SMALL)],
  ['the built-in framework without its picture', withComputedLayout(builtIn)],
  ['the built-in framework without picture and bands', withComputedLayout({ ...builtIn, bands: [] })],
]

test.each(frameworks)(
  'in the computed picture of %s no name touches a ring, a line or a name',
  (_, framework) => {
    for (const width of WIDTHS) {
      const { view } = placeMap(framework, 12.5)
      expect(touching(placeMap(framework, labelSize(width / view.width))), `${width} px`).toEqual([])
    }
  },
)

test.each(frameworks)(
  'in the computed picture of %s every role has one station in its own place',
  (_, framework) => {
    const { layout, roles } = framework
    expect(layout.computed).toBe(true)
    expect(layout.stations.map((station) => station.role).sort()).toEqual(roles.map((role) => role.id).sort())
    expect(new Set(layout.stations.map(({ x, y }) => `${x} ${y}`)).size).toBe(roles.length)
    for (const { x, y } of layout.stations) {
      expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
      expect(x).toBeGreaterThan(layout.gutter)
      expect(x).toBeLessThan(layout.width)
    }
  },
)

test.each(frameworks)('in the computed picture of %s every role stands on a line', (_, framework) => {
  for (const line of framework.layout.lines) {
    const own = framework.roles.filter((role) => role.path === line.path).map((role) => role.id)
    const drawn = new Set(line.legs.flat())
    expect(
      own.filter((role) => !drawn.has(role)),
      line.path,
    ).toEqual([])
  }
})

test('in the computed picture of the small framework the paths are joined by a move', () => {
  const small = frameworkIn(SMALL)
  const pathOf = (id: string) => small.roles.find((role) => role.id === id)?.path
  const joins = small.layout.lines.flatMap((line) =>
    line.legs.filter(([from, to]) => pathOf(from) !== pathOf(to)),
  )
  expect(joins).toEqual([['apprentice', 'sales-assistant']])
})
