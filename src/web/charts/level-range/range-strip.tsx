// Draws one likely range on its scale: a band, a dot in it, and a mark for what is asked.
import type { SVGProps } from 'react'
import type { Palette } from '../palette.ts'

export interface RangeStripProps {
  /** All on the scale from 0 to `top`. */
  level: number
  low: number
  high: number
  top: number
  assumed: boolean
  asked: number | null
  /** Small marks on the line; whole levels where nothing is said. */
  steps?: number
  colour: string
  palette: Palette
  /** Where it stands inside another drawing. */
  place?: { x: number; y: number; width: number }
}

const HEIGHT = 22
const MIDDLE = 12
const BAND = 10

/** Positions are shares of the width, so that it needs no measuring. Assumed: hollow and dashed, told without colour. */
export function RangeStrip(props: RangeStripProps) {
  const { level, low, high, top, assumed, asked, palette, colour, place } = props
  const at = (value: number) => `${Math.round((top > 0 ? value / top : 0) * 10_000) / 100}%`
  const steps = props.steps ?? top
  const frame: SVGProps<SVGSVGElement> = place ?? { width: '100%' }
  return (
    <svg className="range-strip" height={HEIGHT} overflow="visible" {...frame} aria-hidden="true">
      <line x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke={palette.hairline} />
      {Array.from({ length: steps + 1 }, (_, step) => at((step / steps) * top)).map((x) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={MIDDLE - 3}
          y2={MIDDLE + 3}
          stroke={palette.hairlineStrong}
          strokeOpacity={0.6}
        />
      ))}
      <rect
        x={at(low)}
        width={at(Math.max(0, high - low))}
        y={MIDDLE - BAND / 2}
        height={BAND}
        fill={colour}
        fillOpacity={assumed ? 0 : 0.34}
        stroke={assumed ? palette.hairlineStrong : colour}
        strokeDasharray={assumed ? '3 3' : undefined}
      />
      {asked === null ? null : (
        <>
          <line x1={at(asked)} x2={at(asked)} y1={1} y2={HEIGHT} stroke={palette.ink} strokeWidth={1.6} />
          <svg x={at(asked)} y={-3} overflow="visible" width={1} height={1} aria-hidden="true">
            <path d="M-4 0h8l-4 5z" fill={palette.ink} />
          </svg>
        </>
      )}
      <circle
        cx={at(level)}
        cy={MIDDLE}
        r={assumed ? 4 : 4.6}
        fill={assumed ? palette.paper : palette.ink}
        stroke={assumed ? palette.inkSoft : palette.paper}
        strokeWidth={assumed ? 1.4 : 1}
      />
    </svg>
  )
}
