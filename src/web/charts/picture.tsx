// The whole picture in one file of its own: title, map, profile, and what is honest about it.
import type { Framework } from '../../core/framework/framework.ts'
import { type Levels, levelsAtExpectation } from '../../core/planning/levels.ts'
import { STAY } from '../../core/target/target.ts'
import { mapWords } from '../words/map.ts'
import { FACE, type Palette } from './palette.ts'
import { profileGeometry } from './profile/geometry.ts'
import { namedSkills } from './profile/named-skills.ts'
import { placeNames } from './profile/place-names.ts'
import { PROFILE_HEIGHT, PROFILE_WIDTH, Profile } from './profile/profile.tsx'
import { TopNames } from './profile/top-names.tsx'
import { composeMap } from './trail-map/compose-map.ts'
import { fixedFigures } from './trail-map/figure-source.ts'
import { keyRows, MapKey, placeKey } from './trail-map/key.tsx'
import { exampleFigure, figureOf, type MapSituation } from './trail-map/read-stations.ts'
import { TrailMap } from './trail-map/trail-map.tsx'

export interface PictureProps {
  framework: Framework
  /** Null: nothing personal, the role's expectations alone. */
  levels: Levels | null
  now: MapSituation
  toRole: string
  company: string | null
  reading: string
  palette: Palette
}

const SIZE = 12.5
const HEAD = 74
const FOOT = 44

/** Draws with fixed colours and fixed sizes, so that the file looks the same wherever it is opened. */
export function Picture(props: PictureProps) {
  const { framework, palette, toRole } = props
  const levels = props.levels ?? levelsAtExpectation(framework, props.now.role)
  const now = props.levels ? props.now : { ...props.now, rated: false }
  const composed = composeMap(framework, levels, now, SIZE, props.company)
  const { view } = composed.map
  const rows = keyRows(framework, now, exampleFigure(framework, levels, now))
  const box = placeKey(composed.map, rows)
  const geometry = profileGeometry(framework, levels, toRole)
  const staying = now.destination === STAY
  const named = namedSkills(framework, levels, { role: now.role, toRole, staying })
  const width = Math.max(view.width, PROFILE_WIDTH)
  const height = HEAD + view.height + 20 + PROFILE_HEIGHT + FOOT
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width + 40} ${height}`}
      width={width + 40}
      height={height}
    >
      <title>{mapWords.title}</title>
      <rect width="100%" height="100%" fill={palette.paper} />
      <g transform="translate(20 0)" fontFamily={FACE} fill={palette.ink}>
        <text y={36} fontSize={22} fontWeight={600}>
          {framework.name}
        </text>
        <text y={60} fontSize={14} fill={palette.inkSoft}>
          {props.reading}
        </text>
        <text y={height - 18} fontSize={12.5} fill={palette.inkSoft}>
          {mapWords.pictureFoot(framework.name, framework.version, props.levels !== null)}
        </text>
      </g>
      <TrailMap
        {...composed}
        stay={composed.stay ? { ...composed.stay, href: undefined } : null}
        palette={palette}
        figures={fixedFigures((role) => figureOf(framework, levels, now, role))}
        moves={[]}
        label={mapWords.title}
        place={{ x: 20, y: HEAD, width: view.width, height: view.height }}
      >
        {box ? <MapKey rows={rows} box={box} size={SIZE} palette={palette} /> : null}
      </TrailMap>
      <Profile
        framework={framework}
        geometry={geometry}
        palette={palette}
        size={SIZE}
        whatIf={{ subscribe: () => () => {}, levels: () => levels, base: levels }}
        tabStop={null}
        label={mapWords.title}
        place={{ x: 20, y: HEAD + view.height + 20, width: PROFILE_WIDTH, height: PROFILE_HEIGHT }}
      >
        <TopNames names={placeNames(named, geometry, SIZE, levels)} size={SIZE} palette={palette} />
      </Profile>
    </svg>
  )
}
