// Draws what one level rests on, and how its likely range would narrow with more raters.
import type { ReactNode } from 'react'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import { BAR, type RestsOnGeometry, TEXT } from './geometry.ts'

interface DrawingProps {
  geometry: RestsOnGeometry
  palette: Palette
  label: string
}

/** Solid: from ratings of this skill. Outlined: through other skills, or what is usual. */
export function Sources({ geometry, palette, label }: DrawingProps) {
  const { width, sources, sourcesHeight } = geometry
  return (
    <Sheet width={width} height={sourcesHeight} label={label} palette={palette}>
      {sources.map(({ source, name, figure, nameY, barY, own, other }) => (
        <g key={source}>
          <text x={0} y={nameY}>
            {name}
          </text>
          <rect x={0} y={barY} width={own} height={BAR} fill={palette.ink} />
          {other > 0.5 ? (
            <rect
              x={own + 0.75}
              y={barY + 0.75}
              width={Math.max(0, other - 1.5)}
              height={BAR - 1.5}
              fill={source === 'usual' ? palette.paper : palette.soft}
              stroke={source === 'usual' ? palette.hairlineStrong : palette.softEdge}
              strokeDasharray={source === 'usual' ? '3 3' : undefined}
            />
          ) : null}
          <text x={own + other + 8} y={barY + BAR - 1} fill={palette.inkSoft}>
            {figure}
          </text>
        </g>
      ))}
    </Sheet>
  )
}

export function NarrowingBands({ geometry, palette, label }: DrawingProps) {
  const { width, narrowing, narrowingHeight, levelX, steps } = geometry
  return (
    <Sheet width={width} height={narrowingHeight} label={label} palette={palette}>
      {narrowing.map(({ name, figure, nameY, barY, x, width: length }, index) => (
        <g key={name}>
          <text x={0} y={nameY}>
            {name}
          </text>
          <text x={width} y={nameY} textAnchor="end" fill={palette.inkSoft}>
            {figure}
          </text>
          <path d={`M0 ${barY + BAR / 2}H${width}`} stroke={palette.hairline} />
          {steps.map((step) => (
            <path
              key={step}
              d={`M${step} ${barY + 3}v${BAR - 6}`}
              stroke={palette.hairlineStrong}
              strokeOpacity={0.6}
            />
          ))}
          <rect
            x={x}
            y={barY}
            width={length}
            height={BAR}
            fill={palette.ink}
            fillOpacity={index === 0 ? 0.16 : 0.34}
            stroke={palette.ink}
          />
          <circle cx={levelX} cy={barY + BAR / 2} r={4} fill={palette.ink} stroke={palette.paper} />
        </g>
      ))}
    </Sheet>
  )
}

function Sheet(props: {
  width: number
  height: number
  label: string
  palette: Palette
  children: ReactNode
}) {
  const { width, height, label, palette } = props
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      fontFamily={FACE}
      fontSize={TEXT}
      fill={palette.ink}
    >
      <g {...DRAWING_ONLY}>{props.children}</g>
    </svg>
  )
}
