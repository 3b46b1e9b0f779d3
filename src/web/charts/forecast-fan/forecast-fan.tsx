// Draws a forecast: twenty people like this over the calendar for each milestone, and the role's coverage as a fan.
import { forecastWords } from '../../words/forecast-fan.ts'
import { percent } from '../../words/kind.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import { type Dot, type ForecastGeometry, type MilestoneRow, NARROW, TEXT } from './geometry.ts'

interface DrawingProps {
  geometry: ForecastGeometry
  palette: Palette
}

export function ForecastFan({ geometry, palette, label }: DrawingProps & { label: string }) {
  const { width, height } = geometry
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
      <g {...DRAWING_ONLY}>
        <Calendar geometry={geometry} palette={palette} />
        {geometry.rows.map((row) => (
          <Row key={row.kind} row={row} geometry={geometry} palette={palette} />
        ))}
        <Coverage geometry={geometry} palette={palette} />
      </g>
    </svg>
  )
}

function Calendar({ geometry, palette }: DrawingProps) {
  const { left, right, ticks, axisY, alreadyX, beyondX, fan } = geometry
  const below = fan.top + fan.height
  return (
    <>
      {ticks.map(({ week, x }) => (
        <g key={week} stroke={palette.hairline}>
          <path d={`M${x} 0V${axisY}`} strokeOpacity={0.6} />
          <path d={`M${x} ${fan.top}V${below}`} strokeOpacity={0.6} />
        </g>
      ))}
      <path d={`M${left} ${axisY}H${right}`} stroke={palette.hairlineStrong} />
      {ticks.map(({ week, month, year, x }) => (
        <text key={week} x={x} y={axisY + 15} fontSize={12} fill={palette.inkSoft}>
          {month}
          {year === null ? null : (
            <tspan x={x} dy={14}>
              {year}
            </tspan>
          )}
        </text>
      ))}
      {alreadyX === null ? null : (
        <text x={alreadyX} y={axisY + 15} fontSize={12} fill={palette.inkSoft}>
          {forecastWords.alreadyShort}
        </text>
      )}
      {beyondX === null ? null : (
        <text x={beyondX} y={axisY + 15} fontSize={12} fill={palette.inkSoft}>
          {forecastWords.later}
        </text>
      )}
    </>
  )
}

function Row({ row, geometry, palette }: DrawingProps & { row: MilestoneRow }) {
  const { left, right, dot, alreadyX, beyondX, width } = geometry
  const halo = {
    stroke: palette.paper,
    strokeWidth: 4,
    paintOrder: 'stroke',
    strokeLinejoin: 'round',
  } as const
  return (
    <>
      <path d={`M${left} ${row.y}H${right}`} stroke={palette.hairline} />
      {alreadyX === null ? null : <path d={`M${alreadyX} ${row.y}H${left - 14}`} stroke={palette.hairline} />}
      {beyondX === null ? null : <path d={`M${beyondX} ${row.y}H${width}`} stroke={palette.hairline} />}
      {row.dots.map((one) => (
        <DotMark key={`${one.x} ${one.y}`} dot={one} radius={dot / 2 - 0.8} palette={palette} />
      ))}
      <text x={0} y={row.nameY} fontWeight={600} {...halo}>
        {row.name}
      </text>
      <text x={row.whenX} y={row.whenY} fill={palette.inkSoft} {...halo}>
        {row.when}
      </text>
    </>
  )
}

/** Told apart by how full they are, not by colour. */
function DotMark({ dot, radius, palette }: { dot: Dot; radius: number; palette: Palette }) {
  const fill = { half: palette.ink, most: palette.line, rest: palette.paper }[dot.part]
  const edge = dot.part === 'half' ? palette.ink : palette.hairlineStrong
  return <circle cx={dot.x} cy={dot.y} r={radius} fill={fill} stroke={edge} strokeWidth={1} />
}

function Coverage({ geometry, palette }: DrawingProps) {
  const { fan, left, right } = geometry
  if (fan.band === '') return null
  const lines = geometry.width < NARROW ? fan.reading : [fan.reading.join('; ')]
  return (
    <>
      <text x={0} y={fan.top - 21 - lines.length * 16} fontWeight={600}>
        {forecastWords.covered}
      </text>
      <text y={fan.top - 4 - lines.length * 16} fill={palette.inkSoft}>
        {lines.map((line, index) => (
          <tspan key={line} x={0} dy={index === 0 ? 0 : 16}>
            {line}
          </tspan>
        ))}
      </text>
      {fan.marks.map(({ y, share }) => (
        <path key={share} d={`M${left} ${y}H${right}`} stroke={palette.hairline} />
      ))}
      <path d={fan.band} fill={palette.hard} fillOpacity={0.16} />
      <path d={fan.middle} fill="none" stroke={palette.hard} strokeWidth={2} />
      {fan.marks.map(({ y, share }) => (
        <text key={share} x={left - 6} y={y + 4} fontSize={12} textAnchor="end" fill={palette.inkSoft}>
          {percent(share)}
        </text>
      ))}
    </>
  )
}
