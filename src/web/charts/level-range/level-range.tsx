// Draws all levels with their likely ranges, group by group.
import { likelyWords } from '../../words/standing.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { type LevelsGeometry, type PlacedRow, TEXT } from './geometry.ts'
import { RangeStrip } from './range-strip.tsx'

interface DrawingProps {
  geometry: LevelsGeometry
  palette: Palette
}

export function LevelRange({ geometry, palette, label }: DrawingProps & { label: string }) {
  const { width, height, axis, groups } = geometry
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
        {axis.map(({ level, x }) => (
          <g key={level}>
            <text x={x} y={14} fontSize={12} textAnchor="middle" fill={palette.inkSoft}>
              {level}
            </text>
            <path d={`M${x} 20V${height}`} stroke={palette.hairline} strokeOpacity={0.7} />
          </g>
        ))}
        {groups.map((group) => (
          <g key={group.id}>
            <rect x={0} y={group.y - 9} width={9} height={9} fill={fillOf(palette, group.id)} />
            <text
              x={16}
              y={group.y}
              fontWeight={600}
              stroke={palette.paper}
              strokeWidth={4}
              paintOrder="stroke"
            >
              {group.name}
            </text>
            {group.rows.map((placed) => (
              <Row key={placed.row.skill} placed={placed} geometry={geometry} palette={palette} />
            ))}
          </g>
        ))}
      </g>
    </svg>
  )
}

function Row({ placed, geometry, palette }: DrawingProps & { placed: PlacedRow }) {
  const { row, text, nameY, stripY } = placed
  const { left, length, top, width, beside } = geometry
  const halo = { stroke: palette.paper, strokeWidth: 4, paintOrder: 'stroke' } as const
  return (
    <>
      <text
        x={beside ? left - 24 : 0}
        y={nameY}
        textAnchor={beside ? 'end' : 'start'}
        {...(beside ? {} : halo)}
      >
        {row.name}
      </text>
      <text x={width} y={nameY} textAnchor="end" fill={palette.inkSoft} {...(beside ? {} : halo)}>
        {text}
      </text>
      <RangeStrip
        {...row}
        top={top}
        colour={fillOf(palette, row.group)}
        palette={palette}
        place={{ x: left, y: stripY, width: length }}
      />
    </>
  )
}

/** What the marks mean, as small pictures with words. */
export function RangeKey(props: {
  palette: Palette
  askedBy: string | null
  /** Whether levels are among them that stand in for missing ratings. */
  hasAssumed?: boolean
}) {
  const { palette, askedBy, hasAssumed = true } = props
  const sample = { level: 3, low: 1.4, high: 4.6, top: 6, palette, colour: palette.inkSoft, steps: 1 }
  const rows = [
    { text: likelyWords.keyRated, assumed: false, asked: null },
    ...(hasAssumed ? [{ text: likelyWords.keyAssumed, assumed: true, asked: null }] : []),
  ]
  return (
    <ul className="range-key">
      {rows.map(({ text, assumed, asked }) => (
        <li key={text}>
          <RangeStrip {...sample} assumed={assumed} asked={asked} /> {text}
        </li>
      ))}
      {askedBy === null ? null : (
        <li>
          <svg width={14} height={22} overflow="visible" aria-hidden="true">
            <line x1={7} x2={7} y1={1} y2={22} stroke={palette.ink} strokeWidth={1.6} />
            <path d="M3 -3h8l-4 5z" fill={palette.ink} />
          </svg>{' '}
          {likelyWords.keyAsked(askedBy)}
        </li>
      )}
    </ul>
  )
}
