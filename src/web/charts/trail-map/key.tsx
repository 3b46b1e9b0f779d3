// The key of the map: what ring, figure, signs and dashes mean, set where the map leaves room for it.
import type { Framework } from '../../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../../core/framework/look-up.ts'
import { STAY } from '../../../core/target/target.ts'
import { mapWords } from '../../words/map.ts'
import { type Box, boxAround, boxesTouch, grown, lineTouches, round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { textWidth } from '../text-width.ts'
import type { PlacedMap } from './place-map.ts'
import type { MapSituation } from './read-stations.ts'
import { arcPath, OUTER_RADIUS, ringArcs } from './rings.ts'

type Sign =
  | { kind: 'swatch'; fill: string }
  | { kind: 'figure'; text: string }
  | { kind: 'you' | 'destination' | 'small' | 'dash' }

export interface KeyRow {
  sign: Sign
  words: string
}

const SIGN_ROOM = 40
const ROW = 1.72

/** `example`: a figure that stands on the map, as its own explanation. */
export function keyRows(framework: Framework, now: MapSituation, example: string): KeyRow[] {
  const rows: KeyRow[] = ringRows(framework, now)
  if (now.lens.kind === 'skill') {
    const name = findSkill(framework, now.lens.skill)?.name ?? ''
    rows.push({
      sign: { kind: 'figure', text: example },
      words: mapWords.keyLevel(name, topLevel(framework)),
    })
    rows.push({ sign: { kind: 'you' }, words: mapWords.keyYou })
  } else if (now.rated) rows.push({ sign: { kind: 'figure', text: example }, words: mapWords.keyRough })
  else rows.push({ sign: { kind: 'figure', text: example }, words: mapWords.keyOverlap })
  const goesSomewhere = now.destination !== null && now.destination !== STAY
  if (goesSomewhere || now.also.length > 0)
    rows.push({ sign: { kind: 'destination' }, words: mapWords.keyDestination })
  if (!now.all) rows.push({ sign: { kind: 'small' }, words: mapWords.keySmall })
  return rows
}

/** Stands in the key only while such a move is shown; there is always room for it. */
export const DASH_ROW: KeyRow = { sign: { kind: 'dash' }, words: mapWords.keyDash }

function ringRows(framework: Framework, now: MapSituation): KeyRow[] {
  if (now.lens.kind === 'groups') {
    return framework.groups.map((group) => ({
      sign: { kind: 'swatch', fill: group.id },
      words: group.name,
    }))
  }
  const kinds = framework.skills.map((skill) => skill.kind)
  const rows: KeyRow[] = []
  if (kinds.includes('hard')) rows.push({ sign: { kind: 'swatch', fill: 'hard' }, words: mapWords.keyHard })
  if (kinds.includes('soft')) rows.push({ sign: { kind: 'swatch', fill: 'soft' }, words: mapWords.keySoft })
  if (kinds.includes('unknown'))
    rows.push({ sign: { kind: 'swatch', fill: 'unknown' }, words: mapWords.keyUnknown })
  return rows
}

/** Upper right first; null where the map leaves no room, so that the key goes below it. */
export function placeKey(map: PlacedMap, shown: readonly KeyRow[]): Box | null {
  const rows = [...shown, DASH_ROW]
  const width = SIGN_ROOM + Math.max(...rows.map((row) => textWidth(row.words, map.size))) + 4
  const height = rows.length * ROW * map.size
  const { view } = map
  const blocks = [
    ...map.stations.flatMap((station) => [
      grown(station.text.box, 14),
      boxAround(station, OUTER_RADIUS + 16),
    ]),
    ...map.pathNames.map((name) => grown(name.box, 14)),
  ]
  const isFree = (box: Box) =>
    !blocks.some((other) => boxesTouch(box, other)) &&
    !map.legs.some((leg) => lineTouches(leg.points, grown(box, 12)))
  for (let x = view.x + view.width - width - 8; x > view.x + map.gutter; x -= 30) {
    for (let y = view.y + 24; y < view.y + view.height - height - 8; y += 20) {
      const box = { x, y, width, height }
      if (isFree(box)) return box
    }
  }
  return null
}

export function MapKey(props: { rows: readonly KeyRow[]; box: Box; size: number; palette: Palette }) {
  const { rows, box, size, palette } = props
  return (
    <g className="map-key" fontFamily={FACE} fontSize={size} fill={palette.inkSoft} {...DRAWING_ONLY}>
      <rect
        x={box.x - 10}
        y={box.y - 6}
        width={box.width + 16}
        height={rows.length * ROW * size + 8}
        fill={palette.paper}
      />
      {rows.map((row, index) => {
        const y = box.y + (index + 0.5) * ROW * size
        return (
          <g key={row.words}>
            <g transform={`translate(${round(box.x + SIGN_ROOM / 2 - 6)} ${round(y)})`}>
              <SignMark sign={row.sign} size={size} palette={palette} />
            </g>
            <text x={round(box.x + SIGN_ROOM)} y={round(y + 0.35 * size)}>
              {row.words}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function SignMark({ sign, size, palette }: { sign: Sign; size: number; palette: Palette }) {
  switch (sign.kind) {
    case 'swatch':
      return <SwatchMark fill={sign.fill} palette={palette} />
    case 'figure':
      return (
        <text textAnchor="middle" y={round(size * 0.35)} fontWeight={650} fill={palette.ink}>
          {sign.text}
        </text>
      )
    case 'you':
      return <circle r={7.5} fill="none" stroke={palette.ink} strokeWidth={2} />
    case 'destination':
      return (
        <>
          <circle r={8.5} fill="none" stroke={palette.ink} strokeWidth={1.6} />
          <circle r={5} fill="none" stroke={palette.hairlineStrong} strokeWidth={2} />
        </>
      )
    case 'dash':
      return <path d="M-13 0H13" stroke={palette.ink} strokeWidth={1.4} strokeDasharray="6 5" />
    case 'small':
      return <circle r={6} fill={palette.paper} stroke={palette.hairlineStrong} strokeWidth={2} />
  }
}

/** A piece of ring in its fill, so that the key shows what the eye will look for. */
function SwatchMark({ fill, palette }: { fill: string; palette: Palette }) {
  const piece = ringArcs([{ fill, share: 1 }])[0]
  if (!piece) return null
  const arc = { ...piece, start: -0.62, end: 0.62 }
  return (
    <g transform="translate(0 21)">
      <path
        d={arcPath(arc)}
        fill={fillOf(palette, fill)}
        {...(fill === 'soft' ? { stroke: palette.softEdge, strokeWidth: 0.9 } : {})}
      />
    </g>
  )
}
