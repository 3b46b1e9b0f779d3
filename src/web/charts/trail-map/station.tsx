// One station: its ring, its figure and its name, inside one link.
import { type MouseEvent, memo, useSyncExternalStore } from 'react'
import { round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import type { FigureSource } from './figure-source.ts'
import type { PlacedText } from './place-labels.ts'
import type { PlacedStation } from './place-map.ts'
import type { StationView } from './read-stations.ts'
import { arcPath, OUTER_RADIUS, RING_RADIUS, RING_WIDTH, SMALL_RADIUS } from './rings.ts'

export interface StationProps {
  placed: PlacedStation
  view: StationView
  palette: Palette
  /** The label size of the map, below which no figure goes. */
  size: number
  figures: FigureSource
  href: string | undefined
  onSelect: ((role: string, event: MouseEvent) => void) | undefined
}

export const StationMark = memo(function StationMark(props: StationProps) {
  const { placed, view, palette, href, onSelect } = props
  const drawing = (
    <>
      <circle r={OUTER_RADIUS + 1} fill={palette.paper} fillOpacity={0} className="station-hit" />
      {view.standing === 'far' ? (
        <SmallMark palette={palette} />
      ) : (
        <Ring view={view} palette={palette} size={props.size} figures={props.figures} />
      )}
      {view.destination ? <DestinationRing first={view.destination === 'first'} palette={palette} /> : null}
    </>
  )
  return (
    <a
      className="station"
      href={href}
      aria-label={view.label}
      aria-current={view.destination === 'first' || undefined}
      data-role={view.role}
      data-standing={view.standing}
      onClick={onSelect ? (event) => onSelect(view.role, event) : undefined}
    >
      <g transform={`translate(${placed.x} ${placed.y})`} {...DRAWING_ONLY}>
        {drawing}
      </g>
      <Words
        text={placed.text}
        palette={palette}
        weight={view.standing === 'you' || view.destination === 'first' ? 650 : 450}
        fill={view.standing === 'far' ? palette.inkSoft : palette.ink}
        className="station-name"
      />
    </a>
  )
})

function SmallMark({ palette }: { palette: Palette }) {
  return (
    <circle
      className="station-small"
      r={SMALL_RADIUS}
      fill={palette.paper}
      stroke={palette.hairlineStrong}
      strokeWidth={2}
    />
  )
}

type RingProps = Pick<StationProps, 'view' | 'palette' | 'size' | 'figures'>

export function Ring({ view, palette, size, figures }: RingProps) {
  return (
    <>
      <circle r={RING_RADIUS + RING_WIDTH / 2 + 2} fill={palette.paper} />
      {view.arcs.map((piece) => (
        <path
          key={piece.fill}
          d={arcPath(piece)}
          fill={fillOf(palette, piece.fill)}
          {...(piece.fill === 'soft' ? { stroke: palette.softEdge, strokeWidth: 0.9 } : {})}
        />
      ))}
      <Inside view={view} palette={palette} size={size} figures={figures} />
    </>
  )
}

const INNER = RING_RADIUS - RING_WIDTH / 2 - 2.5

/** The full tint of a lens is kept pale enough for the digit on it. */
const DEEPEST_TINT = 0.55

function Inside({ view, palette, size, figures }: RingProps) {
  const figure = useSyncExternalStore(
    figures.subscribe,
    () => figures.figure(view.role),
    () => figures.figure(view.role),
  )
  const you = view.standing === 'you'
  const tinted = view.tint !== null
  const letters = Math.max(figure.length > 2 ? 13 : 15.5, size)
  return (
    <>
      {tinted ? (
        <circle
          r={INNER}
          fill={fillOf(palette, view.tintGroup ?? '')}
          fillOpacity={round((view.tint ?? 0) * DEEPEST_TINT)}
          {...(you ? { stroke: palette.ink, strokeWidth: 2 } : {})}
        />
      ) : null}
      {you && !tinted ? <circle r={INNER} fill={palette.ink} /> : null}
      <text
        className="station-figure"
        textAnchor="middle"
        y={round(letters * 0.345)}
        fontFamily={FACE}
        fontSize={letters}
        fontWeight={650}
        fill={you && !tinted ? palette.onInk : palette.ink}
      >
        {figure}
      </text>
    </>
  )
}

function DestinationRing({ first, palette }: { first: boolean; palette: Palette }) {
  return (
    <circle
      r={OUTER_RADIUS}
      fill="none"
      stroke={first ? palette.ink : palette.hairlineStrong}
      strokeWidth={first ? 1.8 : 1.2}
      {...(first ? {} : { strokeDasharray: '3 3' })}
    />
  )
}

interface WordsProps {
  text: PlacedText
  palette: Palette
  weight: number
  fill: string
  className?: string
}

/** Lines of text with a halo of paper, so that what runs near them never runs through them. */
export function Words({ text, palette, weight, fill, className }: WordsProps) {
  return (
    <text
      className={className}
      x={text.x}
      y={text.baseline}
      textAnchor={text.anchor}
      fontFamily={FACE}
      fontSize={text.size}
      fontWeight={weight}
      fill={fill}
      stroke={palette.paper}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
      {...DRAWING_ONLY}
    >
      {text.lines.map((line, index) => (
        <tspan key={line} x={text.x} dy={index === 0 ? 0 : text.lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
