// The trail map on the page: composed for the width there is, with hands on it.
import { type MouseEvent, useCallback, useMemo } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import type { Target } from '../../../core/target/target.ts'
import { useMapHref, useNavigate } from '../../parts/wayfinding.tsx'
import { mapWords } from '../../words/map.ts'
import { roleInSentence } from '../../words/names.ts'
import { pagePalette } from '../palette.ts'
import { composeMap } from '../trail-map/compose-map.ts'
import { DASH_ROW, keyRows, MapKey, placeKey } from '../trail-map/key.tsx'
import { readMoves } from '../trail-map/read-moves.ts'
import { exampleFigure } from '../trail-map/read-stations.ts'
import { TrailMap } from '../trail-map/trail-map.tsx'
import { useLiveFigures, useLivePill } from './live.ts'
import { type MapState, writeMapState } from './map-state.ts'
import type { MapScreen } from './use-map-screen.ts'
import { useStationKeys } from './use-station-keys.ts'

export type MapViewProps = Pick<MapScreen, 'framework' | 'levels' | 'sources' | 'state' | 'now' | 'target'>

/** `size`: the label size in units. */
export function MapView(props: MapViewProps & { size: number }) {
  const { framework, levels, state, now, target, size } = props
  const palette = useMemo(() => pagePalette(framework), [framework])
  const { listeners, pointed, dismiss } = useStationKeys(framework, state.role)
  const composed = useMemo(
    () => composeMap(framework, levels, now, size, state.company),
    [framework, levels, now, size, state.company],
  )
  const { map, stay } = composed
  const figures = useLiveFigures(framework, props.sources.figures, now)
  const livePill = useLivePill(framework, props.sources.figures, composed.route.at(-1)?.to)
  const key = useMemo(() => {
    const rows = keyRows(framework, now, exampleFigure(framework, levels, now))
    return { rows, box: placeKey(map, rows) }
  }, [framework, levels, now, map])
  const moves = useMemo(
    () =>
      pointed
        ? readMoves(
            framework,
            map,
            pointed,
            pointed === now.role ? levels : null,
            stay ? [stay.loop.box] : [],
          )
        : [],
    [framework, map, pointed, now.role, levels, stay],
  )
  const rows = moves.some((move) => move.hardToUndo) ? [...key.rows, DASH_ROW] : key.rows
  const { hrefOf, onSelect } = useSelection(framework, state, target, dismiss)
  return (
    <TrailMap
      {...composed}
      stay={stay ? { ...stay, href: hrefOf('stay') } : null}
      palette={palette}
      figures={figures}
      pillWords={livePill}
      moves={moves}
      label={mapWords.mapLabel(roleInSentence(framework, state.role))}
      hrefOf={hrefOf}
      onSelect={onSelect}
      listeners={listeners}
    >
      {key.box ? <MapKey rows={rows} box={key.box} size={size} palette={palette} /> : null}
    </TrailMap>
  )
}

/** Choosing one's own station takes the choice back. */
export function useSelection(
  framework: Framework,
  state: MapState,
  target: Target | null,
  selected?: (role: string) => void,
) {
  const navigate = useNavigate()
  const mapHref = useMapHref()
  const searchOf = useCallback(
    (role: string) =>
      writeMapState(framework, { ...state, destination: role === state.role ? null : role }, target),
    [framework, state, target],
  )
  const hrefOf = useCallback((role: string) => mapHref(searchOf(role)), [searchOf, mapHref])
  const onSelect = useCallback(
    (role: string, event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      selected?.(role)
      void navigate({ to: '/map', search: searchOf(role), resetScroll: false })
    },
    [navigate, searchOf, selected],
  )
  return { hrefOf, onSelect }
}
