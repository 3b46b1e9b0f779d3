// Draws where outcomes fell in their forecasts, with what chance alone would give behind it.
import { recordPageWords } from '../../words/forecast-record.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import { type RecordGeometry, TEXT } from './geometry.ts'

export function ForecastRecordDrawing(props: { geometry: RecordGeometry; palette: Palette; label: string }) {
  const { geometry, palette, label } = props
  const { width, height, left, right, axisY, bars, expectedY, chance } = geometry
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
        <rect
          x={left}
          y={chance.top}
          width={right - left}
          height={chance.bottom - chance.top}
          fill={palette.hairline}
        />
        {bars.map(({ tenth, count, x, y, width: breadth, height: length, middle }) => (
          <g key={tenth}>
            <rect x={x} y={y} width={breadth} height={length} fill={palette.hard} />
            <text x={middle} y={axisY + 17} textAnchor="middle">
              {count}
            </text>
          </g>
        ))}
        <path
          d={`M${left} ${expectedY}H${right}`}
          stroke={palette.softEdge}
          strokeWidth={2}
          strokeDasharray="5 4"
        />
        <path d={`M${left} ${axisY}H${right}`} stroke={palette.hairlineStrong} />
        <text x={left} y={axisY + 37} fill={palette.inkSoft}>
          {recordPageWords.earlier}
        </text>
        <text x={right} y={axisY + 37} textAnchor="end" fill={palette.inkSoft}>
          {recordPageWords.later}
        </text>
      </g>
    </svg>
  )
}
