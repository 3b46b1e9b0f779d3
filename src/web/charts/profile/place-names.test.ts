// Names over the profile: side by side, in the order of their columns, within the picture.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { levelsAtExpectation } from '../../../core/planning/levels.ts'
import { textWidth } from '../text-width.ts'
import { LEFT, profileGeometry, WIDTH } from './geometry.ts'
import { namedSkills } from './named-skills.ts'
import { placeNames } from './place-names.ts'

const framework = loadFramework('frameworks/skillmap')

describe('The five names over the profile', () => {
  it.each([12.5, 14.2])('never touch each other or leave the picture, at letters of %f units', (size) => {
    for (const move of framework.moves) {
      const levels = levelsAtExpectation(framework, move.from)
      const geometry = profileGeometry(framework, levels, move.to)
      const named = namedSkills(framework, levels, { role: move.from, toRole: move.to, staying: false })
      const spans = placeNames(named, geometry, size, levels).map((name) => {
        const width = Math.max(...[...name.lines, name.figures].map((line) => textWidth(line, size)))
        return { left: name.x - width / 2, right: name.x + width / 2 }
      })
      spans.forEach((span, index) => {
        expect(span.left).toBeGreaterThanOrEqual(LEFT - 1)
        expect(span.right).toBeLessThanOrEqual(LEFT + WIDTH + 1)
        const before = spans[index - 1]
        if (before) expect(span.left, `${move.from} to ${move.to}`).toBeGreaterThan(before.right)
      })
    }
  })

  it('are the focus list towards a destination, and the must-haves at home', () => {
    const levels = levelsAtExpectation(framework, 'senior-engineer')
    const away = { role: 'senior-engineer', toRole: 'staff-engineer', staying: false }
    expect(namedSkills(framework, levels, away).map((name) => name.figures)).toEqual([
      '2 → 4',
      '2 → 4',
      '2 → 4',
      '2 → 4',
      '1 → 3',
    ])
    const home = { role: 'senior-engineer', toRole: 'senior-engineer', staying: true }
    expect(namedSkills(framework, levels, home)[0]).toMatchObject({ figures: '3 → 4' })
  })
})
