// Whether assigned group colours can be read and told apart.
import { expect, test } from 'vitest'
import { contrastOf, hueDistance, hueOf } from './colour.ts'
import { assignColours, DARK_PAPER, PAPER } from './group-colours.ts'

const RING_COLOURS = ['#d08a1d', '#2b4a63']

function assigned(count: number) {
  return assignColours(Array.from({ length: count }, () => undefined))
}

test('contrast is that of the published examples: black on white is 21, a colour on itself 1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#b8432f', '#b8432f')).toBe(1)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('every assigned colour can be read: 4 to 1 on paper, 7 to 1 on dark', () => {
  for (const { light, dark } of assigned(50)) {
    expect(light).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrastOf(light, PAPER)).toBeGreaterThanOrEqual(4)
    expect(contrastOf(dark, DARK_PAPER)).toBeGreaterThanOrEqual(7)
  }
})

test('the first eight assigned colours have hues far apart, and none is a colour of the rings', () => {
  const hues = assigned(8).map(({ light }) => hueOf(light)[0] ?? 0)
  const rings = RING_COLOURS.flatMap(hueOf)
  for (const [index, hue] of hues.entries()) {
    for (const ring of rings) expect(hueDistance(hue, ring)).toBeGreaterThan(20)
    for (const other of hues.slice(index + 1)) expect(hueDistance(hue, other)).toBeGreaterThan(20)
  }
})

test('up to twenty groups get twenty different colours', () => {
  expect(new Set(assigned(20).map(({ light }) => light)).size).toBe(20)
  expect(new Set(assigned(20).map(({ dark }) => dark)).size).toBe(20)
})

test('colours that a framework gives are kept, and the others keep away from them', () => {
  const given = { light: '#1b4f72', dark: '#6fb1e0' }
  const [first, second] = assignColours([given, undefined])
  expect(first).toEqual(given)
  expect(hueDistance(hueOf(given.light)[0] ?? 0, hueOf(second?.light ?? '')[0] ?? 0)).toBeGreaterThan(18)
})
