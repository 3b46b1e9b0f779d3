// What one level rests on in coordinates: a bar for each source, and how the likely range would narrow.
import type { MeasuredLevel, Source } from '../../../core/measurement/measure-person.ts'
import { halfRange, narrowingSteps } from '../../../core/measurement/measure-words.ts'
import { capitalise } from '../../../core/planning/plain-words.ts'
import { percent } from '../../words/kind.ts'
import { restsWords } from '../../words/standing.ts'
import { round } from '../boxes.ts'
import { textWidth } from '../text-width.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
export const BAR = 12
/** Name, then bar. */
const PITCH = 40
const NAME = 14

export interface SourceBar {
  source: Source
  name: string
  figure: string
  nameY: number
  barY: number
  /** From ratings of this skill, and from ratings of the others. */
  own: number
  other: number
}

export interface NarrowingBand {
  name: string
  figure: string
  nameY: number
  barY: number
  x: number
  width: number
}

export interface RestsOnGeometry {
  width: number
  sources: SourceBar[]
  sourcesHeight: number
  narrowing: NarrowingBand[]
  narrowingHeight: number
  /** Where the level itself stands among the bands. */
  levelX: number
  /** Whole levels on the scale of the bands. */
  steps: number[]
}

/** `top` of the framework's scale; `isMine`: about the reader. Sources that weigh nothing, as shown, are left out. */
export function restsOnGeometry(
  measured: MeasuredLevel,
  top: number,
  width: number,
  isMine = true,
): RestsOnGeometry {
  const shown = measured.sources.filter(({ weight }) => Math.round(100 * weight) > 0)
  const all = shown.reduce((sum, { weight }) => sum + weight, 0)
  const room = width - textWidth('100%', TEXT) - 8
  const sources = shown.map((source, index): SourceBar => {
    const length = (source.weight / Math.max(all, 1e-9)) * room
    const own = Math.min(1, Math.max(0, source.ofThisSkill / source.weight)) * length
    return {
      source: source.source,
      name: restsWords.source(isMine)[source.source],
      figure: percent(source.weight),
      nameY: index * PITCH + NAME,
      barY: index * PITCH + NAME + 6,
      own: source.source === 'usual' ? 0 : round(own),
      other: source.source === 'usual' ? round(length) : round(length - own),
    }
  })
  const at = (level: number) => (top > 0 ? (Math.min(top, Math.max(0, level)) / top) * (width - 2) + 1 : 1)
  const steps = [
    { who: null, plusMinus: halfRange(measured) },
    ...narrowingSteps(measured).toSorted((a, b) => b.plusMinus - a.plusMinus),
  ]
  const { mean } = measured.latent
  const narrowing = steps.map(({ who, plusMinus }, index): NarrowingBand => {
    const [from, to] = [at(mean - plusMinus), at(mean + plusMinus)]
    return {
      name: who === null ? restsWords.now : capitalise(restsWords.with(who)),
      figure: restsWords.plusMinus(plusMinus),
      nameY: index * PITCH + NAME,
      barY: index * PITCH + NAME + 6,
      x: round(from),
      width: round(to - from),
    }
  })
  return {
    width,
    sources,
    sourcesHeight: sources.length * PITCH,
    narrowing: narrowing.length > 1 ? narrowing : [],
    narrowingHeight: narrowing.length * PITCH,
    levelX: round(at(measured.level)),
    steps: Array.from({ length: top + 1 }, (_, level) => round(at(level))),
  }
}
