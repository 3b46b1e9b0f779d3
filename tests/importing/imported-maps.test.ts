// A framework that was brought has a map: nothing touches anything, and every role leads somewhere.
import { expect, test } from 'vitest'
import type { ImportSource } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { labelSize } from '../../src/web/charts/text-width.ts'
import { placeMap } from '../../src/web/charts/trail-map/place-map.ts'
import { touching } from '../frameworks/touching.ts'
import { frameworkOf, realSources, sample, textSource } from './import-source-of.ts'

const WIDTHS = [1100, 1280, 1440, 1920]
const sheet = (name: string, rows: string[][]): ImportSource => ({
  kind: 'table',
  path: 'a.xlsx',
  sheet: name,
  rows,
})
const grid = (roles: string[]) => [
  ['Skill', ...roles],
  ['Testing', ...roles.map((_, index) => String(index + 1))],
]

const BROUGHT: [string, ImportSource[]][] = [
  ['job families', realSources('financial-times', /^engineering\.yml$/) ?? [sample('job-family.yml', 'a')]],
  ['Snowflake', realSources('medium-snowflake', /./) ?? [sample('tracks.txt', 'a')]],
  [
    'engineering ladders',
    realSources('jorgef-engineeringladders', /./) ?? [sample('axes.md', 'a'), sample('positions.md', 'b')],
  ],
  [
    'sheets',
    [
      sheet('Engineering', grid(['Engineer', 'Senior Engineer', 'Staff Engineer', 'Principal Engineer'])),
      sheet(
        'Management',
        grid(['Engineering Manager', 'Senior Engineering Manager', 'Director of Engineering']),
      ),
      sheet('Product', grid(['Product Manager', 'Senior Product Manager'])),
    ],
  ],
  [
    'levels alone',
    [textSource('a', '## Testing\n### Level 1\n- runs\n### Level 2\n- writes\n### Level 3\n- designs\n')],
  ],
]

test.each(BROUGHT)('on the map of %s no name touches a ring, a line or a name', (_, sources) => {
  const framework = frameworkOf(readImport(sources))
  for (const width of WIDTHS) {
    const { view } = placeMap(framework, 12.5)
    expect(touching(placeMap(framework, labelSize(width / view.width))), `${width} px`).toEqual([])
  }
})

test.each(BROUGHT)(
  'on the map of %s every role has a move, and stands on a line unless it is alone on its path',
  (_, sources) => {
    const framework = frameworkOf(readImport(sources))
    const drawn = new Set(framework.layout.lines.flatMap(({ legs }) => legs.flat()))
    const moved = new Set(framework.moves.flatMap(({ from, to }) => [from, to]))
    // Where no way is free between names, a station without a line reads better than a line through a name.
    const isAlone = (path: string) => framework.roles.filter((role) => role.path === path).length === 1
    const astray = framework.roles.filter(
      ({ id, path }) => !moved.has(id) || (!drawn.has(id) && !isAlone(path)),
    )
    expect(astray.map(({ id }) => id)).toEqual([])
  },
)

test('paths of managers stand beside the individual ranks their titles are equal to', () => {
  const framework = frameworkOf(readImport(BROUGHT[3]?.[1] ?? []))
  const bandOf = (name: string) => framework.roles.find((role) => role.name === name)?.band
  expect(bandOf('Engineer')).toBe(1)
  expect(bandOf('Engineering Manager')).toBe(3)
  expect(framework.moves).toContainEqual({ from: 'staff-engineer', to: 'engineering-manager', kind: 'cross' })
})
