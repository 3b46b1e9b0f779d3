// Proves that the mix of a path is drawn whole, and that none of its words touch at any width.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import type { Framework } from '../../../core/framework/framework.ts'
import { pathMix } from '../../../core/planning/path-mix.ts'
import { type Box, boxesTouch } from '../boxes.ts'
import { textWidth } from '../text-width.ts'
import { BAR, type MixGeometry, mixGeometry, TEXT } from './geometry.ts'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')
const everyPath: [string, Framework, string][] = [builtIn, small].flatMap((framework) =>
  framework.paths.map((path): [string, Framework, string] => [path.name, framework, path.id]),
)
const widths = [280, 328, 420, 560, 640, 704, 800, 900, 1008, 1360]

/** The boxes of all words in a figure. */
function wordBoxes(geometry: MixGeometry): Box[] {
  const line = (text: string, x: number, y: number, align: 'start' | 'middle' | 'end'): Box => {
    const width = textWidth(text, TEXT)
    const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2
    return { x: left, y: y - 11, width, height: 14 }
  }
  if (geometry.lying) {
    return geometry.bars.flatMap((bar) => [
      line(bar.name[0] ?? '', 0, bar.at - 6, 'start'),
      line('99% soft', geometry.width, bar.at - 6, 'end'),
      ...bar.segments
        .filter((one) => one.hasNumber)
        .map((one) => line('99%', (one.from + one.to) / 2, bar.at + BAR + 15, 'middle')),
    ])
  }
  return [
    ...geometry.names.map((one) => line(one.name, (geometry.bars[0]?.at ?? 0) - 18, one.y + 4, 'end')),
    ...geometry.bars.flatMap((bar) => [
      ...bar.name.map((text, index) =>
        line(text, bar.at + BAR / 2, geometry.base + 20 + index * 16, 'middle'),
      ),
      ...bar.segments
        .filter((one) => one.hasNumber)
        .map((one) => line('99%', bar.at + BAR + 6, (one.from + one.to) / 2 + 4, 'start')),
    ]),
  ]
}

describe.each(everyPath)('the mix of the path %s', (_name, framework, path) => {
  const mix = pathMix(framework, path)

  it.each(widths)('keeps its words apart and inside at %i px', (width) => {
    const geometry = mixGeometry(framework, mix, width)
    const boxes = wordBoxes(geometry)
    for (const [index, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(-1)
      expect(box.x + box.width).toBeLessThanOrEqual(width + 1)
      expect(box.y + box.height).toBeLessThanOrEqual(geometry.height)
      for (const other of boxes.slice(index + 1)) expect(boxesTouch(box, other)).toBe(false)
    }
  })

  it('draws every bar whole, and every band from one bar to the next', () => {
    const geometry = mixGeometry(framework, mix, 1008)
    for (const bar of geometry.bars) {
      const shown = bar.segments.reduce((sum, one) => sum + one.share, 0)
      expect(shown).toBeCloseTo(1, 9)
      for (const [index, segment] of bar.segments.slice(1).entries())
        expect(segment.from).toBeCloseTo(bar.segments[index]?.to ?? 0, 1)
    }
    const onLine = geometry.bars.filter((bar) => bar.column.place !== 'beside').length
    expect(geometry.flows.length).toBeLessThanOrEqual((onLine - 1) * framework.groups.length)
    expect(geometry.flows.every((flow) => /^M[\d.,\-CLZ]+$/.test(flow.path))).toBe(true)
  })
})
