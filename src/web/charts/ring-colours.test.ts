// Proves that the ring's two colours cannot be taken for a group's, in either theme, whatever one's colour vision.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { PLAIN } from './palette.ts'

type Triple = [number, number, number]

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const SIMULATIONS: Record<string, [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function times(rows: [Triple, Triple, Triple], v: Triple): Triple {
  return rows.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple
}

/** OKLab (Ottosson 2020). */
function oklab(rgb: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((channel) => Math.min(1, Math.max(0, channel))) as Triple,
  ).map(Math.cbrt) as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  )
}

function seen(hex: string, vision: string): Triple {
  return oklab(times(SIMULATIONS[vision] as [Triple, Triple, Triple], linear(hex)))
}

function distance(a: string, b: string, vision: string): number {
  const [p, q] = [seen(a, vision), seen(b, vision)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

/** A fifth of a step from black to white is 0.2; what is just noticeable is about 0.02. */
const CLEARLY_APART = 0.12

const framework = loadFramework('frameworks/skillmap')
const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')

describe.each(['light', 'dark'] as const)('The two colours of the ring on %s paper', (theme) => {
  const colours = PLAIN[theme]

  it.each(Object.keys(SIMULATIONS))('are clearly apart from every group for %s vision', (vision) => {
    for (const ring of ['hard', 'soft'] as const) {
      for (const group of framework.groups) {
        const apart = distance(colours[ring], group.colour[theme], vision)
        expect(apart, `${ring} and ${group.name}`).toBeGreaterThan(CLEARLY_APART)
      }
    }
  })

  it.each(Object.keys(SIMULATIONS))('differ from each other in lightness for %s vision', (vision) => {
    expect(Math.abs(seen(colours.hard, vision)[0] - seen(colours.soft, vision)[0])).toBeGreaterThan(0.35)
  })

  it('are those of the pages', () => {
    const names = {
      paper: 'paper',
      ink: 'ink',
      hard: 'hard',
      soft: 'soft',
      softEdge: 'soft-edge',
      line: 'line',
    }
    const block = theme === 'light' ? tokens : tokens.slice(tokens.indexOf('[data-theme="dark"]'))
    for (const [key, token] of Object.entries(names)) {
      const value = new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(block)?.[1]
      expect(value, `--${token}`).toBe(colours[key as keyof typeof names])
    }
  })
})
