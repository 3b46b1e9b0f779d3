// The trail map, drawn: ground, route, stations as links, moves that come and go, and the key.
import type { MouseEvent, ReactNode, RefAttributes, SVGAttributes } from 'react'
import type { Box } from '../boxes.ts'
import { DRAWING_ONLY, LINKS_IN_A_PICTURE } from '../drawing-only.ts'
import type { Palette } from '../palette.ts'
import type { FigureSource } from './figure-source.ts'
import { Ground, type GutterLine, GutterText } from './ground.tsx'
import type { Pill } from './moves.ts'
import { MoveCurves, MovePills, PillMark, RouteLine, StayMark, StayWords } from './moves-layer.tsx'
import type { PlacedMap } from './place-map.ts'
import type { DrawnMove } from './read-moves.ts'
import type { StationView } from './read-stations.ts'
import type { RoutePiece } from './routes.ts'
import { StationMark } from './station.tsx'
import type { StayLoop } from './stay-loop.ts'

export interface StayView {
  loop: StayLoop
  label: string
  chosen: boolean
  href: string | undefined
}

export interface TrailMapProps {
  map: PlacedMap
  palette: Palette
  /** In the order in which the keyboard meets them. */
  stations: readonly StationView[]
  figures: FigureSource
  gutter: readonly GutterLine[]
  gutterHeading: string | null
  route: readonly RoutePiece[]
  routePill: Pill | null
  /** The pill's words while a what-if goes on. */
  pillWords?: FigureSource
  stay: StayView | null
  moves: readonly DrawnMove[]
  label: string
  /** What is drawn over everything else, such as the key. */
  children?: ReactNode
  hrefOf?: (role: string) => string
  onSelect?: (role: string, event: MouseEvent) => void
  /** Where it stands inside a larger picture. */
  place?: Box
  listeners?: SVGAttributes<SVGSVGElement> & RefAttributes<SVGSVGElement>
}

export function TrailMap(props: TrailMapProps) {
  const { map, palette } = props
  const { view } = map
  return (
    <svg
      className="trail-map"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      {...LINKS_IN_A_PICTURE}
      aria-label={props.label}
      {...props.place}
      {...props.listeners}
    >
      <Ground map={map} palette={palette} />
      <GutterText map={map} palette={palette} lines={props.gutter} heading={props.gutterHeading} />
      <RouteLine pieces={props.route} palette={palette} />
      <MoveCurves moves={props.moves} palette={palette} />
      <Stations {...props} />
      {props.children}
      {props.routePill && props.moves.length === 0 ? (
        <g {...DRAWING_ONLY}>
          <PillMark pill={props.routePill} palette={palette} words={props.pillWords} />
        </g>
      ) : null}
      <MovePills moves={props.moves} palette={palette} />
    </svg>
  )
}

/** Staying first, then the roles: the order of the keyboard and of a screen reader. */
function Stations(props: TrailMapProps) {
  const { map, palette, stay, figures, hrefOf, onSelect } = props
  return (
    <>
      {stay ? (
        <>
          <a
            className="station"
            href={stay.href}
            aria-label={stay.label}
            aria-current={stay.chosen || undefined}
            data-role="stay"
            onClick={onSelect ? (event) => onSelect('stay', event) : undefined}
          >
            <StayMark loop={stay.loop} chosen={stay.chosen} palette={palette} />
          </a>
          <StayWords loop={stay.loop} chosen={stay.chosen} palette={palette} />
        </>
      ) : null}
      {props.stations.map((view) => {
        const placed = map.stations.find((station) => station.role === view.role)
        return placed ? (
          <StationMark
            key={view.role}
            placed={placed}
            view={view}
            palette={palette}
            size={map.size}
            figures={figures}
            href={hrefOf?.(view.role)}
            onSelect={onSelect}
          />
        ) : null
      })}
    </>
  )
}
