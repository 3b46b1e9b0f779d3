// What lies under the stations: band rules with their names, lines in their patterns, path names.
import { memo } from 'react'
import type { LinePattern } from '../../../core/framework/framework.ts'
import { round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import { PATH_NAME_TRACKING } from './place-labels.ts'
import type { PlacedMap } from './place-map.ts'

interface GroundProps {
  map: PlacedMap
  palette: Palette
}

export const LINE_WIDTH = 4

/** Dashes are cut square, dots are round: both stay what they are at any width. */
const PATTERNS: Readonly<Record<LinePattern, { strokeDasharray?: string; strokeLinecap: 'round' | 'butt' }>> =
  {
    solid: { strokeLinecap: 'round' },
    dash: { strokeDasharray: '10 4', strokeLinecap: 'butt' },
    dot: { strokeDasharray: '0.1 7.5', strokeLinecap: 'round' },
    'long-dash': { strokeDasharray: '18 6', strokeLinecap: 'butt' },
  }

export const Ground = memo(function Ground({ map, palette }: GroundProps) {
  return (
    <g {...DRAWING_ONLY}>
      <BandRules map={map} palette={palette} />
      <g fill="none" stroke={palette.line} strokeWidth={LINE_WIDTH} strokeLinejoin="round">
        {map.legs.map((leg) => (
          <path key={`${leg.path} ${leg.from} ${leg.to}`} d={leg.d} {...PATTERNS[leg.pattern]} />
        ))}
      </g>
      <PathNames map={map} palette={palette} />
    </g>
  )
})

/** The rules alone; what stands in the gutter can be switched and is drawn by `GutterText`. */
function BandRules({ map, palette }: GroundProps) {
  const d = map.bands
    .flatMap((band) => band.pieces.map(([from, to]) => `M${round(from)} ${band.y}H${round(to)}`))
    .join('')
  if (d === '') return null
  return (
    <path
      className="band-rule"
      d={d}
      fill="none"
      stroke={palette.hairlineStrong}
      strokeOpacity={0.75}
      strokeWidth={1}
      strokeLinecap="round"
      strokeDasharray="0.1 6"
    />
  )
}

function PathNames({ map, palette }: GroundProps) {
  return map.pathNames.map((name) => (
    <text
      key={name.path}
      className="path-name"
      x={name.x}
      y={name.baseline}
      textAnchor="middle"
      fontFamily={FACE}
      fontSize={name.size}
      fontWeight={550}
      letterSpacing={round(name.size * PATH_NAME_TRACKING)}
      fill={palette.inkSoft}
      stroke={palette.paper}
      strokeWidth={4}
      paintOrder="stroke"
    >
      {name.text}
    </text>
  ))
}

export interface GutterLine {
  band: number
  text: string
}

/** Names of the bands, or the grades of a company under a heading that calls them approximate. */
export function GutterText(props: GroundProps & { lines: readonly GutterLine[]; heading: string | null }) {
  const { map, palette, lines, heading } = props
  const top = Math.min(...map.bands.map((band) => band.y))
  return (
    <g fontFamily={FACE} fontSize={map.size} fill={palette.inkSoft} {...DRAWING_ONLY}>
      {map.bands.map((band) => (
        <text key={band.band} className="gutter-name" x={map.view.x + 4} y={round(band.y + 0.35 * map.size)}>
          {lines.find((line) => line.band === band.band)?.text ?? ''}
        </text>
      ))}
      {heading && map.bands.length > 0 ? (
        <text className="gutter-name" x={map.view.x + 4} y={round(top - 1.5 * map.size)} fontWeight={650}>
          {heading}
        </text>
      ) : null}
    </g>
  )
}
