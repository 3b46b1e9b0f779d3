// Proves that the matrix holds every expectation once, that its keys reach every cell, and that digits stay readable.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { contrastOf } from '../../../core/framework/colour.ts'
import { PLAIN } from '../palette.ts'
import { type GridPlace, gridStep } from './grid-steps.ts'
import { type MatrixState, readMatrixState, writeMatrixState } from './matrix-state.ts'
import { readMatrix } from './read-matrix.ts'
import { deepestShade } from './shade.ts'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')
const everything = { path: null, group: null, weight: 1 } as const

describe('the matrix', () => {
  it.each([
    ['the built-in framework', builtIn],
    ['a small framework', small],
  ])('holds every skill and every role of %s once, in its order', (_name, framework) => {
    const matrix = readMatrix(framework, everything)
    expect(matrix.rows.map((row) => row.skill.id)).toEqual(framework.skills.map((skill) => skill.id))
    expect(matrix.roles.map((role) => role.id).toSorted()).toEqual(
      framework.roles.map((role) => role.id).toSorted(),
    )
    const cells = matrix.rows.flatMap((row) => row.cells).filter((cell) => cell.level > 0)
    const expected = Object.values(framework.expectations).flatMap((of) => Object.values(of))
    expect(cells.length).toBe(expected.filter((one) => one.level > 0).length)
  })

  it('shows one path, one group and what is critical, and leaves out empty rows', () => {
    const matrix = readMatrix(builtIn, { path: 'management', group: 'people', weight: 3 })
    expect(matrix.paths.map(({ path }) => path.id)).toEqual(['management'])
    expect(matrix.groups.map(({ group }) => group.id)).toEqual(['people'])
    expect(matrix.rows.every((row) => row.cells.some((cell) => cell.weight === 3))).toBe(true)
    expect(matrix.rows.map((row) => row.skill.id)).not.toContain('mentoring')
  })
})

describe('its address', () => {
  it('says what is shown, and nothing else', () => {
    const states = fc.record<MatrixState>({
      path: fc.option(fc.constantFrom(...builtIn.paths.map((path) => path.id))),
      group: fc.option(fc.constantFrom(...builtIn.groups.map((group) => group.id))),
      weight: fc.constantFrom(1, 2, 3),
      mine: fc.boolean(),
      skill: fc.option(fc.constantFrom(...builtIn.skills.map((skill) => skill.id))),
      role: fc.option(fc.constantFrom(...builtIn.roles.map((role) => role.id))),
      beside: fc.option(fc.constantFrom(...builtIn.roles.map((role) => role.id))),
    })
    fc.assert(
      fc.property(states, (state) => {
        expect(readMatrixState(builtIn, writeMatrixState(state))).toEqual(state)
      }),
    )
    expect(writeMatrixState(readMatrixState(builtIn, {}))).toEqual({})
  })

  it('passes over what the framework does not have', () => {
    expect(
      readMatrixState(small, { path: 'ic', skill: 'constructor', role: '', weight: '9', mine: 1 }),
    ).toEqual(readMatrixState(small, {}))
  })
})

describe('its keys', () => {
  const size = { rows: 6, columns: 3, starts: [0, 4] }
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

  it('go to the ends of a row, to the next group, and to the corners of the matrix', () => {
    const from = { row: 2, column: 1 }
    expect(gridStep(from, press('Home'), size)).toEqual({ row: 2, column: -1 })
    expect(gridStep(from, press('End'), size)).toEqual({ row: 2, column: 2 })
    expect(gridStep(from, press('PageDown'), size)).toEqual({ row: 4, column: 1 })
    expect(gridStep(from, press('PageUp'), size)).toEqual({ row: 0, column: 1 })
    expect(gridStep(from, press('Home', true), size)).toEqual({ row: 0, column: 0 })
    expect(gridStep(from, press('End', true), size)).toEqual({ row: 5, column: 2 })
    expect(gridStep(from, press('x'), size)).toBeNull()
  })

  it('never leave the matrix and never stand on its empty corner', () => {
    const keys = fc.constantFrom(
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (pressed) => {
        let place: GridPlace = { row: 0, column: 0 }
        for (const [key, ctrl] of pressed) place = gridStep(place, press(key, ctrl), size) ?? place
        expect(place.row).toBeGreaterThanOrEqual(-1)
        expect(place.row).toBeLessThan(size.rows)
        expect(place.column).toBeGreaterThanOrEqual(-1)
        expect(place.column).toBeLessThan(size.columns)
        expect(place.row === -1 && place.column === -1).toBe(false)
      }),
    )
  })
})

describe('its shades', () => {
  const colour = fc
    .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
    .map((channels) => `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`)

  it('keep the digit readable in both themes, whatever colour a group has', () => {
    fc.assert(
      fc.property(colour, colour, (light, dark) => {
        const shade = deepestShade({ light, dark })
        expect(contrastOf(shade.light, PLAIN.light.ink)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(shade.dark, PLAIN.dark.ink)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
