// Moves on the map: thin curves with pills, and what rests beside the chosen route.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { movesFrom } from '../../../core/framework/look-up.ts'
import { levelsAtExpectation } from '../../../core/planning/levels.ts'
import { boxAround, boxesTouch, lineTouches } from '../boxes.ts'
import { composeMap } from './compose-map.ts'
import { moveCurve, pointOn } from './moves.ts'
import { placeMap } from './place-map.ts'
import { readMoves } from './read-moves.ts'
import { routePieces } from './routes.ts'

const framework = loadFramework('frameworks/skillmap')
const map = placeMap(framework, 12.5)

describe('The curve of a move', () => {
  it('stands its control point 40 units off the middle of the chord', () => {
    const whole = moveCurve({ x: 0, y: 0 }, { x: 400, y: 0 }, 40, 0)
    expect(pointOn(whole, 0.5).y).toBeCloseTo(-20)
  })

  it('bends to the other side on the way back', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
    ]
    expect(pointOn(moveCurve(a, b), 0.5).y).toBeCloseTo(-pointOn(moveCurve(b, a), 0.5).y)
  })

  it('begins and ends outside the rings', () => {
    const curve = moveCurve({ x: 0, y: 0 }, { x: 200, y: 100 })
    expect(Math.hypot(curve.start.x, curve.start.y)).toBeCloseTo(30, 0)
    expect(Math.hypot(curve.end.x - 200, curve.end.y - 100)).toBeCloseTo(30, 0)
  })
})

describe('The moves out of a station', () => {
  it('are all there, each with its climb and hard share in a pill', () => {
    const moves = readMoves(framework, map, 'senior-engineer', null)
    expect(moves.map((move) => move.to)).toEqual(
      movesFrom(framework, 'senior-engineer').map((move) => move.to),
    )
    expect(moves.find((move) => move.to === 'staff-engineer')?.pill.text).toBe('102 · 28% hard')
  })

  it('are dashed where the way back is hard', () => {
    const back = readMoves(framework, map, 'engineering-director', null)
    expect(back.filter((move) => move.hardToUndo).map((move) => move.to)).toEqual(['principal-engineer'])
  })

  it('never lay one pill over another', () => {
    for (const role of framework.roles) {
      const boxes = readMoves(framework, map, role.id, null).map((move) => move.pill.box)
      boxes.forEach((box, index) => {
        for (const other of boxes.slice(index + 1)) expect(boxesTouch(box, other), role.name).toBe(false)
      })
    }
  })
})

describe('The chosen route', () => {
  it('follows the line that joins two stations, in either direction', () => {
    expect(routePieces(map, ['senior-engineer', 'staff-engineer'])[0]?.onLine).toBe(true)
    expect(routePieces(map, ['engineering-manager', 'senior-engineer'])[0]?.onLine).toBe(true)
  })

  it('takes the curve of a move that no line stands for', () => {
    expect(routePieces(map, ['senior-engineer', 'developer-advocate', 'product-manager'])).toMatchObject([
      { to: 'developer-advocate', onLine: true },
      { to: 'product-manager', onLine: false },
    ])
  })

  it('has a pill beside it that touches no line, ring or name', () => {
    for (const move of framework.moves) {
      const composed = composeMap(
        framework,
        levelsAtExpectation(framework, move.from),
        {
          role: move.from,
          destination: move.to,
          also: [],
          route: [move.from, move.to],
          lens: { kind: 'kinds' },
          all: true,
          rated: false,
        },
        12.5,
        null,
      )
      const box = composed.routePill?.box
      if (!box) continue
      expect(composed.map.legs.some((leg) => lineTouches(leg.points, box))).toBe(false)
      for (const station of composed.map.stations) {
        expect(boxesTouch(box, station.text.box)).toBe(false)
        expect(boxesTouch(box, boxAround(station, 25))).toBe(false)
      }
    }
  })
})
