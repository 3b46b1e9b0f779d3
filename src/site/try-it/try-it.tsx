// Trying things out: role, destination, map, profile with levels to change, and what would come first.
import { useCallback, useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { liveSources } from '../../web/charts/map-screen/live.ts'
import { LiveReading } from '../../web/charts/map-screen/live-reading.tsx'
import { MapCanvas } from '../../web/charts/map-screen/map-canvas.tsx'
import { type MapState, readMapState, writeMapState } from '../../web/charts/map-screen/map-state.ts'
import { MapTables } from '../../web/charts/map-screen/map-tables.tsx'
import { MapTools } from '../../web/charts/map-screen/map-tools.tsx'
import { detourTo, profileRole, situationOf } from '../../web/charts/map-screen/situation.ts'
import type { MapScreen } from '../../web/charts/map-screen/use-map-screen.ts'
import { createWhatIf } from '../../web/charts/profile/what-if.ts'
import { WayfindingContext } from '../../web/parts/wayfinding.tsx'
import type { Destination } from '../site-address.ts'
import type { Texts } from '../site-data.ts'
import { siteWayfinding } from '../site-wayfinding.tsx'
import { DestinationPicker } from './destination-picker.tsx'
import { Download } from './download.tsx'
import { FirstThings } from './first-things.tsx'
import { useFragment } from './use-fragment.ts'
import { useTexts } from './use-texts.ts'

const PAGE = 'try.html'

export function TryIt(props: { outline: Framework; textsIfThere: () => Texts | null }) {
  const { framework, complete } = useTexts(props.outline, props.textsIfThere)
  const { outline } = props
  const [fragment, setFragment] = useFragment()
  const state = useMemo(() => readMapState(outline, fragment, null), [outline, fragment])
  const choose = useCallback(
    (change: Partial<MapState>) => setFragment(writeMapState(outline, { ...state, ...change }, null)),
    [outline, state, setFragment],
  )
  const wayfinding = useMemo(() => {
    const navigate = ({ search }: Destination) => setFragment({ ...(search as Record<string, string>) })
    return siteWayfinding(outline, PAGE, navigate)
  }, [outline, setFragment])
  const screen = useTryScreen(framework, state)
  return (
    <WayfindingContext value={wayfinding}>
      <MapTools framework={framework} state={state} target={null}>
        <DestinationPicker
          framework={framework}
          state={state}
          onPick={(destination) => choose({ destination })}
        />
      </MapTools>
      <figure className="map-sheet" data-texts={complete ? undefined : 'coming'}>
        <figcaption>
          <LiveReading screen={screen} />
        </figcaption>
        {state.tables ? (
          <MapTables framework={framework} source={screen.sources.words} state={state} rated={false} />
        ) : (
          <MapCanvas screen={screen} />
        )}
      </figure>
      <FirstThings screen={screen} />
      <Download screen={screen} />
    </WayfindingContext>
  )
}

/** As in the program, for somebody who does what their role asks and has rated nothing. */
function useTryScreen(framework: Framework, state: MapState): MapScreen {
  const levels = useMemo(() => levelsAtExpectation(framework, state.role), [framework, state.role])
  const whatIf = useMemo(() => createWhatIf(levels), [levels])
  const sources = useMemo(() => liveSources(whatIf), [whatIf])
  const way = useMemo(() => {
    const detour = detourTo(framework, levels, state)
    return { detour, now: situationOf(state, levels, detour, []) }
  }, [framework, levels, state])
  return { framework, target: null, state, levels, whatIf, sources, ...way, toRole: profileRole(state) }
}
