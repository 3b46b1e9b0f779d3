// The one-line reading, which follows a what-if and is read aloud politely.
import type { Route } from '../../../core/planning/routes.ts'
import { OnlyYou } from '../../parts/only-you.tsx'
import { Reading } from '../../parts/reading.tsx'
import { mapWords } from '../../words/map.ts'
import { useLevelsOf } from './live.ts'
import type { MapViewProps } from './map-view.tsx'
import { readAloud } from './read-aloud.ts'

export function LiveReading(props: MapViewProps & { detour: Route | null; changed: () => number }) {
  const levels = useLevelsOf(props.sources.words)
  const reading = readAloud(props.framework, levels, props.state, props.now.rated, props.detour)
  const tried = levels !== props.levels && props.changed() > 0
  return (
    <div className="map-reading">
      <Reading>{tried ? mapWords.whatIfReading(reading) : reading}</Reading>
      {props.now.rated ? <OnlyYou /> : null}
    </div>
  )
}
