// Lines that come and go over the ground: the chosen route, the moves out of a station, and staying.
import { memo } from 'react'
import { round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import { type FigureSource, useFigure } from './figure-source.ts'
import { LINE_WIDTH } from './ground.tsx'
import { headPath, type Pill } from './moves.ts'
import type { DrawnMove } from './read-moves.ts'
import type { RoutePiece } from './routes.ts'
import { HitBox, Words } from './station.tsx'
import type { StayLoop } from './stay-loop.ts'

export const RouteLine = memo(function RouteLine(props: { pieces: readonly RoutePiece[]; palette: Palette }) {
  return (
    <g className="route" fill="none" stroke={props.palette.ink} strokeLinecap="round" {...DRAWING_ONLY}>
      {props.pieces.map((piece) => (
        <path
          key={`${piece.from} ${piece.to}`}
          d={piece.d}
          strokeWidth={piece.onLine ? LINE_WIDTH + 1 : 3}
          strokeLinejoin="round"
        />
      ))}
    </g>
  )
})

interface MovesProps {
  moves: readonly DrawnMove[]
  palette: Palette
}

/** Under the stations, so that a curve may pass behind one. */
export const MoveCurves = memo(function MoveCurves({ moves, palette }: MovesProps) {
  return (
    <g
      className="moves"
      fill="none"
      stroke={palette.ink}
      strokeWidth={1.4}
      strokeLinecap="round"
      {...DRAWING_ONLY}
    >
      {moves.map((move) => (
        <g key={move.to}>
          <path d={move.curve.d} {...(move.hardToUndo ? { strokeDasharray: '6 5' } : {})} />
          <path d={headPath(move.curve)} />
        </g>
      ))}
    </g>
  )
})

export const MovePills = memo(function MovePills({ moves, palette }: MovesProps) {
  return (
    <g className="moves" {...DRAWING_ONLY}>
      {moves.map((move) => (
        <PillMark key={move.to} pill={move.pill} palette={palette} />
      ))}
    </g>
  )
})

/** `words` follow a what-if where they are given; the room they stand in stays. */
export function PillMark(props: { pill: Pill; palette: Palette; words?: FigureSource | undefined }) {
  const { pill, palette, words } = props
  const { box } = pill
  const text = useFigure(words, pill.text)
  return (
    <g className="pill">
      <rect
        x={round(box.x)}
        y={round(box.y)}
        width={round(box.width)}
        height={round(box.height)}
        rx={round(box.height / 2)}
        fill={palette.paper}
        stroke={palette.hairlineStrong}
        strokeWidth={1}
      />
      <text
        x={round(pill.centre.x)}
        y={round(pill.centre.y + pill.size * 0.34)}
        textAnchor="middle"
        fontFamily={FACE}
        fontSize={pill.size}
        fontWeight={500}
        fill={palette.ink}
      >
        {text}
      </text>
    </g>
  )
}

/** The loop, in full ink where staying is the choice. */
export function StayMark({ loop, chosen, palette }: StayProps) {
  const stroke = chosen ? palette.ink : palette.inkSoft
  return (
    <>
      <HitBox box={loop.box} palette={palette} />
      <circle
        className="station-hit"
        cx={round(loop.centre.x)}
        cy={round(loop.centre.y)}
        r={15}
        fill={palette.paper}
        fillOpacity={0}
      />
      <g fill="none" stroke={stroke} strokeWidth={chosen ? 3 : 1.8} strokeLinecap="round">
        <path d={loop.d} />
        <path d={loop.head} />
      </g>
    </>
  )
}

interface StayProps {
  loop: StayLoop
  chosen: boolean
  palette: Palette
}

export function StayWords({ loop, chosen, palette }: StayProps) {
  return (
    <g className="station-words" {...DRAWING_ONLY}>
      <Words
        text={loop.text}
        palette={palette}
        weight={chosen ? 650 : 450}
        fill={palette.ink}
        className="station-name"
      />
    </g>
  )
}
