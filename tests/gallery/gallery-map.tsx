// One state of the trail map as a file: the same components as on the page, in fixed colours.
import type { Framework } from '../../src/core/framework/framework.ts'
import { type Levels, levelsAtExpectation } from '../../src/core/planning/levels.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { labelSize } from '../../src/web/charts/text-width.ts'
import { composeMap } from '../../src/web/charts/trail-map/compose-map.ts'
import { fixedFigures } from '../../src/web/charts/trail-map/figure-source.ts'
import { DASH_ROW, keyRows, MapKey, placeKey } from '../../src/web/charts/trail-map/key.tsx'
import { placeMap } from '../../src/web/charts/trail-map/place-map.ts'
import { readMoves } from '../../src/web/charts/trail-map/read-moves.ts'
import { exampleFigure, figureOf, type MapSituation } from '../../src/web/charts/trail-map/read-stations.ts'
import { TrailMap } from '../../src/web/charts/trail-map/trail-map.tsx'

export interface MapState {
  role: string
  situation?: Partial<MapSituation>
  theme?: 'light' | 'dark'
  /** CSS pixels that the picture is drawn at. */
  width?: number
  company?: string
  levels?: Levels
  /** The station under the pointer, whose moves show. */
  focused?: string
}

export function GalleryMap({ framework, state }: { framework: Framework; state: MapState }) {
  const palette = plainPalette(framework, state.theme ?? 'light')
  const levels = state.levels ?? levelsAtExpectation(framework, state.role)
  const now: MapSituation = {
    role: state.role,
    destination: null,
    also: [],
    route: [],
    lens: { kind: 'kinds' },
    all: false,
    rated: false,
    ...state.situation,
  }
  const size = labelSize(drawnWidth(framework, state) / framework.layout.width)
  const { map, stay, ...composed } = composeMap(framework, levels, now, size, state.company ?? null)
  const rows = keyRows(framework, now, exampleFigure(framework, levels, now))
  const box = placeKey(map, rows)
  const moves = state.focused
    ? readMoves(
        framework,
        map,
        state.focused,
        state.focused === now.role ? levels : null,
        stay ? [stay.loop.box] : [],
      )
    : []
  return (
    <TrailMap
      {...composed}
      map={map}
      stay={stay ? { ...stay, href: undefined } : null}
      moves={moves}
      palette={palette}
      figures={fixedFigures((role) => figureOf(framework, levels, now, role))}
      label="Map of roles"
    >
      {box ? (
        <MapKey
          rows={moves.some((move) => move.hardToUndo) ? [...rows, DASH_ROW] : rows}
          box={box}
          size={size}
          palette={palette}
        />
      ) : null}
    </TrailMap>
  )
}

function drawnWidth(framework: Framework, state: MapState): number {
  return state.width ?? framework.layout.width
}

/** Of the file, in CSS pixels. */
export function mapSize(framework: Framework, state: MapState): { width: number; height: number } {
  const width = drawnWidth(framework, state)
  const scale = width / framework.layout.width
  const { view } = placeMap(framework, labelSize(scale))
  return { width, height: Math.round(view.height * scale) }
}
