// Draws what would change a plan: a mark for each change that was tried, as full as its effect.
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { type Cell, type ChangeGeometry, type ChangeRow, type Effect, LINE, MARK, TEXT } from './geometry.ts'

interface DrawingProps {
  geometry: ChangeGeometry
  palette: Palette
}

export function WhatWouldChange({ geometry, palette, label }: DrawingProps & { label: string }) {
  const { width, height, columns, rows, hours, hoursTop } = geometry
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
        {columns.map(({ column, x, lines }) => (
          <text
            key={column}
            y={geometry.head - 12 - (lines.length - 1) * 14}
            fontSize={12}
            fill={palette.inkSoft}
          >
            {lines.map((line, index) => (
              <tspan key={line} x={x} dy={index === 0 ? 0 : 14}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {rows.map((row) => (
          <Row key={row.skill} row={row} width={width} palette={palette} />
        ))}
        {hours.length > 0 ? <path d={`M0 ${hoursTop}H${width}`} stroke={palette.hairlineStrong} /> : null}
        {hours.map((cell) => (
          <g key={cell.key}>
            <text x={0} y={cell.y + 4.5}>
              {cell.label}
            </text>
            <CellMark cell={cell} palette={palette} />
          </g>
        ))}
      </g>
    </svg>
  )
}

function Row({ row, width, palette }: { row: ChangeRow; width: number; palette: Palette }) {
  return (
    <>
      <path d={`M0 ${row.top}H${width}`} stroke={palette.hairline} />
      <rect x={0} y={row.nameY - 10} width={4} height={12} fill={fillOf(palette, row.group)} />
      <text x={8} y={row.nameY} fill={palette.inkSoft}>
        {row.place}
      </text>
      <text y={row.nameY} fontWeight={600}>
        {row.name.map((line, index) => (
          <tspan key={line} x={row.nameX} dy={index === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
      {row.cells.map((cell) => (
        <CellMark key={cell.key} cell={cell} palette={palette} />
      ))}
    </>
  )
}

function CellMark({ cell, palette }: { cell: Cell; palette: Palette }) {
  const { x, y, effect, lines } = cell
  return (
    <>
      <EffectMark x={x} y={y} effect={effect} palette={palette} />
      <text y={y + 4.5} fontSize={12} fill={effect === 'others' ? palette.ink : palette.inkSoft}>
        {lines.map((line, index) => (
          <tspan key={line} x={x + MARK + 6} dy={index === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}

function EffectMark(props: { x: number; y: number; effect: Effect; palette: Palette }) {
  const { x, y, effect, palette } = props
  if (effect === 'none') return <path d={`M${x - 4} ${y}h8`} stroke={palette.line} />
  if (effect === 'same') return <circle cx={x} cy={y} r={2} fill={palette.hairlineStrong} />
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={MARK - 1}
        fill={effect === 'others' ? palette.ink : palette.paper}
        stroke={palette.ink}
        strokeWidth={1.5}
      />
      {effect === 'order' ? (
        <path
          d={`M${x} ${y - MARK + 1}A${MARK - 1} ${MARK - 1} 0 0 0 ${x} ${y + MARK - 1}Z`}
          fill={palette.ink}
        />
      ) : null}
    </>
  )
}
