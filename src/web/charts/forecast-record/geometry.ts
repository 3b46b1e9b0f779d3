// Where outcomes fell in their forecasts, in coordinates: a bar for each tenth of the forecast, and what chance gives.
import { round } from '../boxes.ts'

/** CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
const TOP = 6
const BARS = 130
const AXIS = 44
const GAP = 4
/** A bar is not drawn wider than this. */
const WIDEST = 62

export interface RecordGeometry {
  width: number
  height: number
  /** The left end of the bars, and the right one. */
  left: number
  right: number
  axisY: number
  bars: {
    tenth: number
    count: number
    x: number
    y: number
    width: number
    height: number
    middle: number
  }[]
  /** As many as would fall there on average. */
  expectedY: number
  /** Four in five counts lie within it by chance alone. */
  chance: { top: number; bottom: number }
}

/** `pit`: outcomes by tenth of their forecast, the earliest first. */
export function recordGeometry(pit: readonly number[], width: number): RecordGeometry {
  const count = pit.reduce((sum, one) => sum + one, 0)
  const [low, high] = chanceRange(count, 1 / pit.length)
  const most = Math.max(1, high, ...pit)
  const y = (value: number) => round(TOP + BARS * (1 - value / most))
  const pitch = Math.min(WIDEST, width / pit.length)
  const axisY = TOP + BARS
  return {
    width,
    height: axisY + AXIS,
    left: 0,
    right: round(pitch * pit.length),
    axisY,
    bars: pit.map((one, tenth) => ({
      tenth,
      count: one,
      x: round(tenth * pitch + GAP / 2),
      y: y(one),
      width: round(Math.max(0, pitch - GAP)),
      height: round(axisY - y(one)),
      middle: round((tenth + 0.5) * pitch),
    })),
    expectedY: y(count / pit.length),
    chance: { top: y(high), bottom: y(low) },
  }
}

/** The 10th and the 90th percentile of a binomial distribution. */
export function chanceRange(count: number, share: number): [number, number] {
  let [probability, sum, low] = [(1 - share) ** count, 0, -1]
  for (let k = 0; k <= count; k += 1) {
    sum += probability
    if (low < 0 && sum >= 0.1) low = k
    if (sum >= 0.9) return [low, k]
    probability *= ((count - k) / (k + 1)) * (share / (1 - share))
  }
  return [Math.max(0, low), count]
}
