// Draws the long view: roads, stations, ways back and the years to decide in; each station may lead to its leg.
import { Fragment } from 'react'
import { DRAWING_ONLY, LINKS_IN_A_PICTURE } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import type { LineKind, LongViewGeometry, PlacedLine, PlacedStation, PlacedText } from './placed.ts'

const STATION = 7
const DIAMOND = 6
const FAINT = 0.45

interface DrawingProps {
  geometry: LongViewGeometry
  palette: Palette
}

/** `hrefOf` gives the address of a leg; without it the stations are drawn and lead nowhere. */
export function LongViewDrawing(
  props: DrawingProps & { label: string; hrefOf?: (way: number, leg: number) => string },
) {
  const { geometry, palette, label, hrefOf } = props
  const { width, height } = geometry
  const role = hrefOf ? LINKS_IN_A_PICTURE : ({ role: 'img' } as const)
  return (
    <svg
      className="long-view"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-label={label}
      fontFamily={FACE}
      fill={palette.ink}
      {...role}
    >
      <g {...DRAWING_ONLY}>
        {geometry.lines.map((line) => (
          <Line key={`${line.kind} ${line.x1} ${line.y1} ${line.x2}`} line={line} palette={palette} />
        ))}
        {geometry.diamonds.map(({ x, y, faint }) => (
          <path
            key={`${x} ${y}`}
            d={`M${x} ${y - DIAMOND}L${x + DIAMOND} ${y}L${x} ${y + DIAMOND}L${x - DIAMOND} ${y}Z`}
            fill={palette.paper}
            stroke={palette.ink}
            strokeWidth={1.75}
            opacity={faint ? FAINT : undefined}
          />
        ))}
        {geometry.texts.map((text) => (
          <Words key={`${text.x} ${text.y} ${text.text}`} text={text} palette={palette} />
        ))}
      </g>
      {geometry.stations.map((station) => (
        <Station
          key={`${station.way} ${station.leg}`}
          station={station}
          palette={palette}
          href={station.leg === null ? undefined : hrefOf?.(station.way, station.leg)}
        />
      ))}
    </svg>
  )
}

/** A link is named by the words in it, with a space between its lines for those who hear them. */
function Station(props: { station: PlacedStation; palette: Palette; href: string | undefined }) {
  const { station, palette, href } = props
  const { x, y, box, faint, leg } = station
  const words = station.texts.map((text) => (
    <Fragment key={text.y}>
      <Words text={text} palette={palette} />{' '}
    </Fragment>
  ))
  const mark = (
    <circle
      cx={x}
      cy={y}
      r={STATION}
      fill={leg === null ? palette.ink : palette.paper}
      stroke={palette.ink}
      strokeWidth={2.5}
    />
  )
  const opacity = faint ? FAINT : undefined
  return href ? (
    <a href={href} style={{ opacity }}>
      <rect {...box} rx={3} fill="transparent" />
      {mark}
      {words}
    </a>
  ) : (
    <g {...DRAWING_ONLY} opacity={opacity}>
      {mark}
      {words}
    </g>
  )
}

function Line({ line, palette }: { line: PlacedLine; palette: Palette }) {
  const { x1, y1, x2, y2, faint } = line
  return (
    <line
      x1={x1}
      y1={y1}
      x2={x2}
      y2={y2}
      {...lookOf(line.kind, palette)}
      opacity={faint ? FAINT : undefined}
    />
  )
}

function lookOf(kind: LineKind, palette: Palette) {
  switch (kind) {
    case 'road':
      return { stroke: palette.ink, strokeWidth: 4 }
    case 'held':
      return { stroke: palette.hairlineStrong, strokeWidth: 4 }
    case 'easy':
      return { stroke: palette.hairlineStrong, strokeWidth: 2.5 }
    case 'effort':
      return { stroke: palette.hairlineStrong, strokeWidth: 2.5, strokeDasharray: '7 5' }
    case 'hard':
      return { stroke: palette.hairlineStrong, strokeWidth: 2.5, strokeDasharray: '1.5 5' }
    case 'leader':
      return { stroke: palette.line, strokeWidth: 1 }
    case 'today':
      return { stroke: palette.inkSoft, strokeWidth: 1, strokeDasharray: '3 3' }
    case 'grid':
      return { stroke: palette.hairline, strokeWidth: 1 }
  }
}

/** A halo of paper, so that lines of years pass behind the words. */
function Words({ text, palette }: { text: PlacedText; palette: Palette }) {
  return (
    <text
      x={text.x}
      y={text.y}
      fontSize={text.size}
      textAnchor={text.anchor === 'start' ? undefined : text.anchor}
      fontWeight={text.tone === 'strong' ? 600 : 450}
      fill={text.tone === 'soft' ? palette.inkSoft : palette.ink}
      stroke={palette.paper}
      strokeWidth={4}
      paintOrder="stroke"
      strokeLinejoin="round"
    >
      {text.text}
    </text>
  )
}
