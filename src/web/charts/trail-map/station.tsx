// One station: its ring, its figure and its name, inside one link.
import { type MouseEvent, memo } from 'react'
import { type Box, round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { type FigureSource, useFigure } from './figure-source.ts'
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

/** The words stand beside the link, not in it: its name says more than they do, and says it in one sentence. */
export const StationMark = memo(function StationMark(props: StationProps) {
  const { placed, view, palette, onSelect } = props
  const place = `translate(${placed.x} ${placed.y})`
  const strong = view.standing === 'you' || view.destination === 'first'
  return (
    <>
      <a
        className="station"
        href={props.href}
        aria-label={view.label}
        aria-current={view.destination === 'first' || undefined}
        data-role={view.role}
        data-standing={view.standing}
        onClick={onSelect ? (event) => onSelect(view.role, event) : undefined}
      >
        <HitBox box={placed.text.box} palette={palette} />
        <g transform={place}>
          <circle r={OUTER_RADIUS + 1} fill={palette.paper} fillOpacity={0} className="station-hit" />
          {view.standing === 'far' ? <SmallMark palette={palette} /> : <Ring view={view} palette={palette} />}
          {view.destination ? (
            <DestinationRing first={view.destination === 'first'} palette={palette} />
          ) : null}
        </g>
      </a>
      <g className="station-words" {...DRAWING_ONLY}>
        {view.standing === 'far' ? null : (
          <g transform={place}>
            <Figure view={view} palette={palette} size={props.size} figures={props.figures} />
          </g>
        )}
        <Words
          text={placed.text}
          palette={palette}
          weight={strong ? 650 : 450}
          fill={view.standing === 'far' ? palette.inkSoft : palette.ink}
          className="station-name"
        />
      </g>
    </>
  )
})

/** Lets a name be clicked like its ring. */
export function HitBox({ box, palette }: { box: Box; palette: Palette }) {
  return (
    <rect
      x={round(box.x - 4)}
      y={round(box.y - 4)}
      width={round(box.width + 8)}
      height={round(box.height + 8)}
      fill={palette.paper}
      fillOpacity={0}
    />
  )
}

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

/** The arcs, and the ground for the figure. */
export function Ring({ view, palette }: Pick<StationProps, 'view' | 'palette'>) {
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
      <Inside view={view} palette={palette} />
    </>
  )
}

const INNER = RING_RADIUS - RING_WIDTH / 2 - 2.5
/** The full tint of a lens is kept pale enough for the digit on it. */
const DEEPEST_TINT = 0.55

function Inside({ view, palette }: Pick<StationProps, 'view' | 'palette'>) {
  const you = view.standing === 'you'
  if (view.tint === null) return you ? <circle r={INNER} fill={palette.ink} /> : null
  return (
    <circle
      r={INNER}
      fill={fillOf(palette, view.tintGroup ?? '')}
      fillOpacity={round(view.tint * DEEPEST_TINT)}
      {...(you ? { stroke: palette.ink, strokeWidth: 2 } : {})}
    />
  )
}

export function Figure({ view, palette, size, figures }: Omit<StationProps, 'placed' | 'href' | 'onSelect'>) {
  const figure = useFigure(figures, view.role)
  const onInk = view.standing === 'you' && view.tint === null
  const letters = Math.max(figure.length > 2 ? 13 : 15.5, size)
  return (
    <text
      className="station-figure"
      textAnchor="middle"
      y={round(letters * 0.345)}
      fontFamily={FACE}
      fontSize={letters}
      fontWeight={650}
      fill={onInk ? palette.onInk : palette.ink}
    >
      {figure}
    </text>
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
    >
      {text.lines.map((line, index) => (
        <tspan key={line} x={text.x} dy={index === 0 ? 0 : text.lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
