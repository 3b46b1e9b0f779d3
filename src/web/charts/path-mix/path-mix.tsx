// Draws the mix of a path: bars in the groups' colours, bands flowing between them, every text beside its colour.
import { percent } from '../../words/kind.ts'
import { pathWords } from '../../words/path.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { textWidth } from '../text-width.ts'
import { BAR, type Bar, type MixGeometry, TEXT } from './geometry.ts'

const LINE_HEIGHT = 16
const SOFT_BAR = 44

interface DrawingProps {
  geometry: MixGeometry
  palette: Palette
}

export function PathMixDrawing({ geometry, palette, label }: DrawingProps & { label: string }) {
  const { width, height, flows, lying } = geometry
  return (
    <svg
      className="path-mix"
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
        {flows.map((flow) => (
          <path key={flow.path} d={flow.path} fill={fillOf(palette, flow.group)} fillOpacity={0.24} />
        ))}
        {geometry.bars.map((bar) =>
          lying ? (
            <LyingBar key={bar.column.role.id} bar={bar} geometry={geometry} palette={palette} />
          ) : (
            <StandingBar key={bar.column.role.id} bar={bar} geometry={geometry} palette={palette} />
          ),
        )}
        <GroupNames geometry={geometry} palette={palette} />
        <BesideName geometry={geometry} palette={palette} />
      </g>
    </svg>
  )
}

type BarProps = DrawingProps & { bar: Bar }

function StandingBar({ bar, geometry, palette }: BarProps) {
  const { column, at, segments, name } = bar
  const middle = at + BAR / 2
  const below = geometry.base + 20
  return (
    <>
      {segments.map((segment) => (
        <rect
          key={segment.group}
          x={at}
          y={segment.from}
          width={BAR}
          height={segment.to - segment.from}
          fill={fillOf(palette, segment.group)}
        />
      ))}
      {segments.map((segment) =>
        segment.hasNumber ? (
          <text key={segment.group} x={at + BAR + 6} y={(segment.from + segment.to) / 2 + 4}>
            {percent(segment.share)}
          </text>
        ) : null,
      )}
      <text
        y={below}
        textAnchor="middle"
        fontWeight={column.place === 'line' ? 600 : 450}
        fill={column.place === 'origin' ? palette.inkSoft : palette.ink}
      >
        {name.map((line, index) => (
          <tspan key={line} x={middle} dy={index === 0 ? 0 : LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
      <SoftShare
        soft={column.soft}
        x={middle - SOFT_BAR / 2}
        y={below + (name.length - 1) * LINE_HEIGHT + 9}
        palette={palette}
      />
    </>
  )
}

/** A small bar of two tones, hard and then soft, with the share in words below it. */
function SoftShare(props: { soft: number | null; x: number; y: number; palette: Palette }) {
  const { soft, x, y, palette } = props
  if (soft === null) return null
  const hard = (1 - soft) * SOFT_BAR
  return (
    <>
      <rect x={x} y={y} width={hard} height={5} fill={palette.hard} />
      <rect
        x={x + hard}
        y={y}
        width={SOFT_BAR - hard}
        height={5}
        fill={palette.soft}
        stroke={palette.softEdge}
        strokeWidth={0.75}
      />
      <text x={x + SOFT_BAR / 2} y={y + 19} textAnchor="middle" fontSize={12} fill={palette.inkSoft}>
        {pathWords.softShort(percent(soft))}
      </text>
    </>
  )
}

function LyingBar({ bar, geometry, palette }: BarProps) {
  const { column, at, segments, name } = bar
  const halo = {
    stroke: palette.paper,
    strokeWidth: 4,
    paintOrder: 'stroke',
    strokeLinejoin: 'round',
  } as const
  return (
    <>
      {segments.map((segment) => (
        <rect
          key={segment.group}
          x={segment.from}
          y={at}
          width={segment.to - segment.from}
          height={BAR}
          fill={fillOf(palette, segment.group)}
        />
      ))}
      {segments.map((segment) =>
        segment.hasNumber ? (
          <text
            key={segment.group}
            x={(segment.from + segment.to) / 2}
            y={at + BAR + 15}
            textAnchor="middle"
            fontSize={12}
          >
            {percent(segment.share)}
          </text>
        ) : null,
      )}
      <text x={0} y={at - 6} fontWeight={column.place === 'line' ? 600 : 450} {...halo}>
        {name[0]}
      </text>
      {column.soft === null ? null : (
        <text x={geometry.width} y={at - 6} textAnchor="end" fontSize={12} fill={palette.inkSoft} {...halo}>
          {pathWords.softShort(percent(column.soft))}
        </text>
      )}
    </>
  )
}

function GroupNames({ geometry, palette }: DrawingProps) {
  const first = geometry.bars[0]
  if (!first) return null
  return geometry.names.map(({ group, name, y, anchor }) => (
    <g key={group}>
      <path
        d={`M${first.at - 14} ${y}L${first.at - 3} ${anchor}`}
        stroke={fillOf(palette, group)}
        strokeWidth={1.5}
        fill="none"
      />
      <text x={first.at - 18} y={y + 4} textAnchor="end">
        {name}
      </text>
    </g>
  ))
}

function BesideName({ geometry, palette }: DrawingProps) {
  if (geometry.besideAt === null) return null
  return geometry.lying ? (
    <text x={0} y={geometry.besideAt - 26} fontSize={12} fill={palette.inkSoft}>
      {pathWords.beside}
    </text>
  ) : (
    <text
      x={Math.min(geometry.besideAt, geometry.width - textWidth(pathWords.beside, 12))}
      y={18}
      fontSize={12}
      fill={palette.inkSoft}
    >
      {pathWords.beside}
    </text>
  )
}
